"""Which modules a program imports, read from its text."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def imported(sources: Iterable[Path], lib: Path, package: str) -> set[str]:
    """Paths below lib of the modules of a package that sources import, directly or not.

    Sub-packages come with their __init__.py, the package itself without: MicroPython takes a folder
    for a package all the same. What a function imports when it is called does not count, nor what
    only a type checker reads.
    """
    found: set[str] = set()
    waiting = list(sources)
    while waiting:
        for name in _names(waiting.pop()):
            for path in _files(name, lib, package):
                relative = path.relative_to(lib).as_posix()
                if relative not in found:
                    found.add(relative)
                    waiting.append(path)
    return found


def _names(path: Path) -> Iterator[str]:
    """What the module imports; "from a import b" gives a.b, which may be a module or not."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(name: str, lib: Path, package: str) -> Iterator[Path]:
    """The module's file and those of the packages between it and the package."""
    first, *parts = name.split(".")
    path = lib / package
    for part in parts if first == package else ():
        path = path / part
        for file in (path / "__init__.py", path.with_suffix(".py")):
            if file.is_file():
                yield file
