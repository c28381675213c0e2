"""Runs a student's program under guard."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.errors import Fault
from sandbox.guard import SECONDS, Guard
from sandbox.program import execute


@dataclass(frozen=True)
class Outcome:
    """What has become of a program.

    namespace: the names that it has left
    output: what it printed
    fault: what went wrong, or None
    """

    namespace: dict[str, Any]
    output: str
    fault: Fault | None


def run(
    code: str,
    names: Mapping[str, Any] | None = None,
    seconds: float = SECONDS,
    imports: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a program given as text; returns an Outcome, never raises.

    names: what the program finds already defined; it is not changed
    seconds: how long it may take
    imports: {name: line that imports it} of what there is besides the standard library
    """
    namespace = dict(names or {})
    answer = Guard(seconds, imports=imports).call(execute, code, namespace)
    return Outcome(namespace, answer.output, answer.fault)
