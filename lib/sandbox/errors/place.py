"""Where in the student's code an error comes from."""

from collections.abc import Iterator
from itertools import islice
from types import TracebackType

from sandbox import program


def place(error: BaseException) -> tuple[int | None, int | None]:
    """(line, column) from 1 of the student's last line that led to the error; None if unknown."""
    if isinstance(error, SyntaxError) and error.filename == program.FILENAME:
        return error.lineno, error.offset or None
    last = student_traceback(error)
    return _position(last) if last else (None, None)


def student_traceback(error: BaseException) -> TracebackType | None:
    """The innermost traceback entry in the student's code, or None."""
    entries = list(_entries(error.__traceback__))
    return entries[-1] if entries else None


def _entries(entry: TracebackType | None) -> Iterator[TracebackType]:
    while entry:
        if entry.tb_frame.f_code.co_filename == program.FILENAME:
            yield entry
        entry = entry.tb_next


def _position(entry: TracebackType) -> tuple[int | None, int | None]:
    positions = list(islice(entry.tb_frame.f_code.co_positions(), entry.tb_lasti // 2 + 1))
    # The jump at the end of a loop may have no line of its own: then the last one before.
    for line, _, start, _ in reversed(positions):
        if line is not None:
            return line, None if start is None else _characters(line, start) + 1
    return None, None


def _characters(line: int, count: int) -> int:
    """How many characters the first bytes of a line are; Python counts columns in bytes."""
    return len(program.line(line).encode()[:count].decode(errors="ignore"))
