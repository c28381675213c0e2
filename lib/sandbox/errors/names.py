"""Names and attributes that do not exist: what was probably meant."""

import builtins
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import FrameType

from sandbox.errors.imports import line_that_imports
from sandbox.errors.place import student_traceback


def explain_name(error: NameError, imports: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """(kind, values) of a NameError; imports: see line_that_imports."""
    name = error.name or _quoted(error)
    frame = _frame(error)
    if name in dir(frame.f_locals.get("self")):
        return "name.self", {"name": name}
    line = line_that_imports(name, imports)
    if line:
        return "name.import", {"name": name, "line": line}
    similar = _similar(name, [*frame.f_locals, *frame.f_globals, *dir(builtins)])
    if similar:
        return "name.similar", {"name": name, "similar": similar}
    return "name.unknown", {"name": name}


def explain_unbound(error: UnboundLocalError) -> tuple[str, dict[str, str]]:
    """(kind, values) of an UnboundLocalError."""
    return "name.unbound", {"name": _quoted(error)}


def explain_attribute(error: AttributeError) -> tuple[str, dict[str, str]]:
    """(kind, values) of an AttributeError."""
    name, owner = error.name, error.obj
    if name is None:
        return "other", {"name": type(error).__name__}
    if owner is None:
        return "attribute.none", {"name": name}
    if isinstance(owner, dict) and name in owner:
        return "attribute.key", {"name": name}
    owners_name = getattr(owner, "__name__", type(owner).__name__)
    similar = _similar(name, dir(owner))
    if similar:
        return "attribute.similar", {"owner": owners_name, "name": name, "similar": similar}
    if owner is _frame(error).f_locals.get("self"):
        return "attribute.self", {"name": name}
    return "attribute.unknown", {"owner": owners_name, "name": name}


def _frame(error: BaseException) -> FrameType:
    """The student's frame in which the error came up."""
    entry = student_traceback(error)
    if entry is None:
        raise LookupError("not in the student's code")
    return entry.tb_frame


def _quoted(error: BaseException) -> str:
    """The first name in quotation marks in Python's message."""
    found = re.search(r"'(\w+)'", str(error))
    return found[1] if found else str(error)


def _similar(name: str, names: Iterable[str]) -> str | None:
    public = {candidate for candidate in names if candidate.startswith("_") <= name.startswith("_")}
    close = get_close_matches(name, public, n=1, cutoff=0.7)
    return close[0] if close else None
