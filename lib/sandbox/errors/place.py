"""Where in the student's code an error comes from."""

from itertools import islice

from sandbox import program


def place(error):
    """(line, column) from 1 of the student's last line that led to the error; None if unknown."""
    if isinstance(error, SyntaxError) and error.filename == program.FILENAME:
        return error.lineno, error.offset or None
    last = student_traceback(error)
    return _position(last) if last else (None, None)


def student_traceback(error):
    """The innermost traceback entry in the student's code, or None."""
    entries = list(_entries(error.__traceback__))
    return entries[-1] if entries else None


def _entries(entry):
    while entry:
        if entry.tb_frame.f_code.co_filename == program.FILENAME:
            yield entry
        entry = entry.tb_next


def _position(entry):
    positions = list(islice(entry.tb_frame.f_code.co_positions(), entry.tb_lasti // 2 + 1))
    # The jump at the end of a loop may have no line of its own: then the last one before.
    for line, _, start, _ in reversed(positions):
        if line is not None:
            return line, None if start is None else _characters(line, start) + 1
    return None, None


def _characters(line, count):
    """How many characters the first bytes of a line are; Python counts columns in bytes."""
    return len(program.line(line).encode()[:count].decode(errors="ignore"))
