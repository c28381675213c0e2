"""The page's rooms: who may know whom, so that data flows one way."""

import ast

import pytest

from runtime import ROOT

LIB = ROOT / "lib"
# What of the library the page may use: it walks and reads formulas, and draws no figures.
WALKING = (
    "visualizer.formula",
    "visualizer.landscapes",
    "visualizer.optimizers",
    "visualizer.walk",
)
# From the ground up: a room may know those before it, and nobody after it.
FLOORS = ("state", "frame", "stage", "lab", "code", "lesson")


def imported(path):
    """Names of all modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("room", FLOORS)
def test_no_room_knows_those_above_it(room):
    above = FLOORS[FLOORS.index(room) + 1 :]
    for path in (LIB / "page" / room).glob("*.py"):
        for name in imported(path):
            parts = name.split(".")
            assert not (parts[0] == "page" and parts[1] in above), (path.name, name)


def test_the_lab_and_the_lesson_do_not_know_each_other():
    for path in (LIB / "page" / "lesson").glob("*.py"):
        assert not [name for name in imported(path) if name.startswith("page.lab")], path.name


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("protocol", ()),
        ("visualizer", ("bilingual",)),
        ("sandbox", ("bilingual",)),
        ("page", ("bilingual", "protocol", *WALKING, "js", "pyscript")),
        ("lesson", ("bilingual", "sandbox", "visualizer")),
        ("worker", ("bilingual", "lesson", "protocol", "sandbox", "visualizer", "js", "pyodide")),
    ],
)
def test_packages_know_only_those_below_them(package, allowed):
    ours = {path.stem for path in LIB.iterdir()} | {"js", "pyscript", "pyodide"}
    for path in (LIB / package).rglob("*.py"):
        for name in imported(path):
            if name.split(".")[0] in ours and not name.startswith(package):
                known = any(name == known or name.startswith(known + ".") for known in allowed)
                assert known, (path.relative_to(LIB), name)


def test_pixels_are_touched_by_the_mailbox_alone():
    """Fault: in MicroPython every figure's pixels stayed in memory for ever."""
    for path in (LIB / "page").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "ImageData" not in text and "Uint8ClampedArray" not in text, path.name


def test_what_javascript_may_throw_is_asked_in_javascript():
    """In MicroPython it cannot be caught: it passes by every except and finally."""
    for path in (ROOT / "lib" / "page").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in ("localStorage.", "setPointerCapture", "setPosition", "toDataURL", "atob"):
            assert name not in text, (path.name, name)
