"""For developers: after adding or renaming a file of lib, write the generated files anew.

pyscript.toml says what the worker loads, lib/page/pyscript.json what the page's MicroPython loads,
assets/catalogue.json what the library and the lesson offer, for the page to know before either is
loaded, and assets/grounds how the landscapes look. Needs numpy and matplotlib.
"""

import json
import os.path
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from imports import imported
from runtime import PIECES, ROOT
from store import save
from trouble import Trouble, run

BY = "Written by tools/sync.py: change that, not this."
WORKER_PARTS = ("bilingual.py", "protocol", "visualizer", "sandbox", "lesson", "worker")
WORKER_SETTINGS = """\
# The worker: Pyodide with numpy, matplotlib, the library and the lesson.
name = "optimization-of-parameters"
interpreter = "./lib/worker/interpreter.mjs"
packages = ["numpy", "matplotlib"]
# Pyodide's own loader fetches the wheels while the interpreter starts; micropip is not needed.
packages_cache = "passthrough"
# No SharedArrayBuffer, so that any static host will do.
sync_main_only = true
"""
# What makes snapshots fetches its Python by itself.
NOT_LOADED = "worker/snapshot/"
PAGE_PARTS = ("bilingual.py", "protocol", "page")
# Of the library the page has only what it imports; the package itself needs numpy.
LIBRARY = "visualizer"
CATALOGUE = "assets/catalogue.json"
# PyScript's plugins that the page does without, and need not wait for.
UNUSED_PLUGINS = ("error", "deprecations-manager", "donkey", "py-game", "py-terminal")
(MICROPYTHON,) = (piece for piece in PIECES if piece.name == "micropython")


def worker_config(root: Path) -> str:
    names = (n for n in _modules(root, WORKER_PARTS) if not n.startswith(NOT_LOADED))
    files = (f'"./lib/{name}" = "./{name}"\n' for name in names)
    return f"# {BY}\n\n{WORKER_SETTINGS}\n[files]\n{''.join(files)}"


def page_config(root: Path) -> str:
    """Addresses in it are relative to it, but for the interpreter's: PyScript's own ways differ."""
    lib, folder = root / "lib", root / "lib" / "page"
    names = [*_modules(root, PAGE_PARTS), *_library_of_page(root)]
    scripts = sorted(folder.rglob("*.mjs"))
    files = {_address(lib / name, folder): f"./{name}" for name in names}
    config = {
        "comment": BY,
        "interpreter": MICROPYTHON.cdn + "micropython.mjs",
        "plugins": ["!" + name for name in UNUSED_PLUGINS],
        "files": {**files, _address(root / CATALOGUE, folder): "./catalogue.json"},
        "js_modules": {"main": {_address(path, folder): path.stem for path in scripts}},
    }
    return _json(config)


def catalogue(root: Path) -> str:
    sys.path.insert(0, str(root / "lib"))
    try:
        from offered import offered
    except ImportError as error:
        raise Trouble(
            f"{error.name} がありません。先に python3 tests/run.py を実行し、"
            "build/tests-venv の Python で実行してください。",
            f"{error.name} is missing. Run python3 tests/run.py once, then this by the Python of "
            "build/tests-venv.",
        ) from error

    return _json(offered())


GENERATED: dict[str, Callable[[Path], str]] = {
    "pyscript.toml": worker_config,
    "lib/page/pyscript.json": page_config,
    CATALOGUE: catalogue,
}


def generated(root: Path) -> dict[str, str]:
    """{path: text} of all of them."""
    texts = {name: made(root) for name, made in GENERATED.items()}
    from grounds import grounds  # only now does Python find the library

    return {**texts, **grounds()}


def sync(root: Path = ROOT) -> None:
    """Write what is not up to date, and say which files those are."""
    for name, text in generated(root).items():
        path = root / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            save(path, [text.encode("utf-8")])
            print(name)


def _modules(root: Path, parts: tuple[str, ...]) -> Iterator[str]:
    """Paths below lib of every module of these parts of it."""
    lib = root / "lib"
    for part in parts:
        path = lib / part
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            yield file.relative_to(lib).as_posix()


def _library_of_page(root: Path) -> list[str]:
    """Paths below lib of the library's modules that the page imports, directly or not."""
    sources = [root / "main.py", *(root / "lib" / name for name in _modules(root, PAGE_PARTS))]
    return sorted(imported(sources, root / "lib", LIBRARY))


def _address(path: Path, folder: Path) -> str:
    address = Path(os.path.relpath(path, folder)).as_posix()
    return address if address.startswith("../") else f"./{address}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    run(sync)
