"""What went wrong in a student's code."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Fault:
    """An error in plain words.

    kind: key of its sentence
    line, column: where in the student's code, from 1, or None
    sentence: what it means and what to do, by language
    detail: Python's own message
    """

    kind: str
    line: int | None
    column: int | None
    sentence: dict[str, str]
    detail: str

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)
