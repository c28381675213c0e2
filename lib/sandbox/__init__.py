"""Runs code of students under guard: no endless loop, no flood, errors told in plain words.

    from sandbox import run

    outcome = run("print(1 / 0)")
    outcome.fault.line, outcome.fault.sentence["en"]

For code that comes from beginners, not from attackers. Standard library alone, except that errors
of the library visualizer are told in its own words. Works under CPython and Pyodide.
"""

from sandbox.errors import Fault, explain
from sandbox.guard import Answer, Guard
from sandbox.program import execute
from sandbox.run import Outcome, run

__all__ = ["Answer", "Fault", "Guard", "Outcome", "execute", "explain", "run"]
