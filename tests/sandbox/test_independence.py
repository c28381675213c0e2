"""The sandbox knows nothing of what students' code is for."""

import ast
import subprocess
import sys

import pytest

from runtime import ROOT

LIB = ROOT / "lib"
FILES = sorted((LIB / "sandbox").rglob("*.py"))
ELSEWHERE = {"visualizer", "lesson", "worker", "page", "protocol", "numpy", "matplotlib"}


def imported(tree):
    """The top-level packages that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_imports_or_names_anything_of_the_library(path):
    text = path.read_text(encoding="utf-8")
    assert not ELSEWHERE & set(imported(ast.parse(text)))
    assert "visualizer" not in text


def test_nothing_of_the_library_is_loaded_with_it():
    program = f"import sys, sandbox; print(*({ELSEWHERE!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=LIB, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
