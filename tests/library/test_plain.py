"""What MicroPython reads too is plain Python, and the library knows of no browser."""

import ast
from pathlib import Path

import pytest

import visualizer
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO

LIBRARY = Path(visualizer.__file__).parent
PLAIN = ["walk", "elementary", "messages", "optimizers", "landscapes", "formula"]
# Of what MicroPython has, all that the plain modules need; and what is plain itself.
ALLOWED = {"bilingual", "math", "os", "sys", "collections"}
# Read when they are called only, where numpy and matplotlib are.
LATER = {"visualizer.field", "visualizer.figures.small"}


def files(module):
    """The files of a module of the library, given by its dotted name without the first part."""
    path = LIBRARY.joinpath(*module.split("."))
    if path.is_dir():
        return sorted(path.glob("*.py"))
    return [path.with_suffix(".py")]


def imports(path, at_once):
    """The modules that a file names; at_once: without those inside of functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _executed(tree, at_once):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "visualizer":
            yield from (f"visualizer.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def _executed(node, at_once):
    for child in ast.iter_child_nodes(node):
        is_for_types = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if is_for_types or (at_once and isinstance(child, ast.FunctionDef)):
            continue
        yield child
        yield from _executed(child, at_once)


def reached(modules):
    """All modules outside of the library, and all files of it, that importing some leads to."""
    outside, seen, waiting = set(), set(), [path for name in modules for path in files(name)]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in imports(path, at_once=True):
            inside = name.startswith("visualizer.")
            if not inside:
                outside.add(name)
            waiting += files(name.removeprefix("visualizer.")) if inside else []
    return outside, seen


def test_plain_modules_need_neither_numpy_nor_inspect():
    outside, _ = reached(PLAIN)
    assert outside <= ALLOWED


def test_what_they_import_later_is_for_figures_and_arrays():
    _, paths = reached(PLAIN)
    later = {name for path in paths for name in imports(path, at_once=False)}
    assert {name for name in later if not name.startswith("visualizer.")} <= ALLOWED
    assert later >= LATER


def test_they_are_written_as_micropython_reads():
    _, paths = reached(PLAIN)
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            assert not isinstance(node, ast.Match), path
            assert not (isinstance(node, ast.arguments) and node.posonlyargs), path
            assert not (isinstance(node, ast.ImportFrom) and node.module == "__future__"), path


def test_the_library_never_imports_a_browser():
    for path in LIBRARY.rglob("*.py"):
        names = {name.split(".")[0] for name in imports(path, at_once=False)}
        assert not names & {"js", "pyscript", "pyodide", "page", "worker", "protocol"}, path


@pytest.mark.parametrize(
    ("package", "registry", "registered"),
    [
        ("optimizers", "_INFOS", [info.optimizer.__module__ for info in OPTIMIZER_INFO.values()]),
        ("landscapes", "_LANDSCAPES", [each.f.__module__ for each in LANDSCAPES.values()]),
    ],
)
def test_every_file_is_registered(package, registry, registered):
    base = {"__init__", "info", "landscape"}
    names = {name.rpartition(".")[2] for name in registered}
    assert len(names) == len(registered), f"each of {package} is to have a file of its own"
    for path in files(package):
        told = f"name the record of {path.name} in {registry}, in {package}/__init__.py"
        assert path.stem in names | base, told


def test_registries_are_filled_by_names_that_a_reader_finds():
    for path in (LIBRARY / "__init__.py", *files("optimizers"), *files("landscapes")):
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in ("globals(", "pkgutil", "importlib", "vars("))
