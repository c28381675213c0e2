"""A student's program: a text that is compiled under a name of its own."""

import linecache
from typing import Any

# The file name in tracebacks, by which the student's own lines are told from others.
FILENAME = "<student>"


def execute(code: str, namespace: dict[str, Any]) -> None:
    """Execute a program in a namespace, unguarded."""
    # Tracebacks that the program prints itself show its lines.
    linecache.cache[FILENAME] = (len(code), None, code.splitlines(keepends=True), FILENAME)
    namespace.setdefault("__name__", "__main__")
    exec(compile(code, FILENAME, "exec", dont_inherit=True), namespace)


def line(number: int) -> str:
    """A line of the program last executed, counted from 1."""
    return linecache.getline(FILENAME, number)
