"""The guard under which code of students is called."""

from dataclasses import dataclass
from time import perf_counter

from sandbox.deadline import call_within
from sandbox.errors import Fault, explain
from sandbox.streams import Transcript, redirected

# Less than the two seconds within which a reader is promised an answer: there is more to do.
SECONDS = 1.5
CHARACTERS = 20_000


@dataclass(frozen=True)
class Answer:
    """What a guarded call returned (None if it failed), printed, and what went wrong (or None)."""

    value: object
    output: str
    fault: Fault | None


class Guard:
    """Calls functions and answers whatever happens. The time is shared by all calls.

    seconds: for all calls together. characters: how much one call may print.
    """

    def __init__(self, seconds=SECONDS, characters=CHARACTERS):
        self._seconds, self._characters = seconds, characters

    def call(self, function, *arguments):
        """Call function(*arguments); returns an Answer, never raises."""
        value = fault = None
        transcript = Transcript(self._characters)
        started = perf_counter()
        try:
            with redirected(transcript):
                value = call_within(self._seconds, function, *arguments)
        except BaseException as error:
            fault = explain(error)
        self._seconds -= perf_counter() - started
        return Answer(value, transcript.text, fault)
