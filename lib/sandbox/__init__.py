"""Runs code of students under guard: no endless loop, no flood, errors in plain words.

    from sandbox import run

    outcome = run("print(1 / 0)")
    outcome.fault.line, outcome.fault.sentence["en"]

For code that comes from beginners, not from attackers. Needs the standard library alone: what else
can be imported is said by the caller, and a library's errors explain themselves (see
sandbox.errors.explain). Works under CPython and Pyodide.
"""

from sandbox.errors import Fault, explain
from sandbox.guard import Answer, Guard
from sandbox.program import execute
from sandbox.run import Outcome, run

__all__ = ["Answer", "Fault", "Guard", "Outcome", "execute", "explain", "run"]
