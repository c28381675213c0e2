"""Runs a student's program under guard."""

from dataclasses import dataclass

from sandbox.errors import Fault
from sandbox.guard import SECONDS, Guard
from sandbox.program import execute


@dataclass(frozen=True)
class Outcome:
    """namespace: the names that the program has left. output: what it printed. fault: or None."""

    namespace: dict
    output: str
    fault: Fault | None


def run(code, names=None, seconds=SECONDS):
    """Run a program given as text; returns an Outcome, never raises.

    names: a dict of names that the program finds already defined. It is not changed.
    """
    namespace = dict(names or {})
    answer = Guard(seconds).call(execute, code, namespace)
    return Outcome(namespace, answer.output, answer.fault)
