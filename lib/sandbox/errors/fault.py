"""What went wrong in a student's code."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Fault:
    """kind: key of its sentence. line, column: where in the student's code, from 1, or None.

    sentence: {"ja", "en"}, what it means and what to do. detail: Python's own message.
    """

    kind: str
    line: int | None
    column: int | None
    sentence: dict
    detail: str

    def to_dict(self):
        return asdict(self)
