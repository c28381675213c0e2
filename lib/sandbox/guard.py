"""The guard under which code of students is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from sandbox.deadline import call_within
from sandbox.errors import Fault, explain, unexplained
from sandbox.streams import Transcript, redirected

# Less than the two seconds within which a reader is promised an answer: there is more to do.
SECONDS = 1.5
CHARACTERS = 20_000
# For asking an exception what it is, which may be of a student's own class.
SECONDS_TO_EXPLAIN = 0.4


@dataclass(frozen=True)
class Answer:
    """What has become of a guarded call.

    value: what it returned; None if it failed
    output: what it printed
    fault: what went wrong, or None
    """

    value: Any
    output: str
    fault: Fault | None


class Guard:
    """Calls functions and answers whatever happens.

    seconds: for all calls together
    characters: how much one call may print
    imports: {name: line that imports it} of what there is besides the standard library
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        characters: int = CHARACTERS,
        imports: Mapping[str, str] | None = None,
    ) -> None:
        self._seconds, self._characters, self._imports = seconds, characters, imports

    def call(
        self, function: Callable[..., Any], *arguments: object, characters: int | None = None
    ) -> Answer:
        """Call function(*arguments); returns an Answer, never raises.

        characters: how much it may print, if not as much as others
        """
        value, fault = None, None
        transcript = Transcript(characters or self._characters)
        started = perf_counter()
        with redirected(transcript):
            try:
                value = call_within(self._seconds, function, *arguments)
            except BaseException as error:
                fault = self._fault(error)
        self._seconds -= perf_counter() - started
        return Answer(value, transcript.text, fault)

    def _fault(self, error: BaseException) -> Fault:
        try:
            fault: Fault = call_within(SECONDS_TO_EXPLAIN, explain, error, self._imports)
            return fault
        except BaseException:  # explaining has called the student's code, too
            return unexplained()
