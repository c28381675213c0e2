"""What MicroPython reads is the same program, each line where it was."""

import ast

import pytest

from runtime import ROOT
from shrink import DOCUMENTED, without_docstrings

SOURCE = '''"""A module.

    With blanks.
"""

import sys


class A:
    """A class."""

    text = """no docstring"""

    def f(self): "One line, of 日本語."; x = 1

    async def g(self):
        """日本語"""
        return """kept"""
'''
SHRUNK = '''0




import sys


class A:
    0

    text = """no docstring"""

    def f(self): 0; x = 1

    async def g(self):
        0
        return """kept"""
'''


def test_docstrings_go_and_lines_stay():
    assert without_docstrings(SOURCE.encode()).decode() == SHRUNK


@pytest.mark.parametrize("path", sorted((ROOT / "lib/page").rglob("*.py")), ids=lambda p: p.stem)
def test_the_program_is_the_same(path):
    source = path.read_bytes()
    before, after = (ast.parse(text) for text in (source, without_docstrings(source)))
    for tree in (before, after):
        for node in ast.walk(tree):
            first = node.body[0] if isinstance(node, DOCUMENTED) and node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                first.value = ast.Constant(0)
    assert ast.dump(before) == ast.dump(after)
    assert [node.lineno for node in ast.walk(before) if isinstance(node, ast.stmt)] == [
        node.lineno for node in ast.walk(after) if isinstance(node, ast.stmt)
    ]
