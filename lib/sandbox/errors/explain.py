"""From an exception to a Fault."""

from sandbox.errors.fault import Fault
from sandbox.errors.names import explain_attribute, explain_name, explain_unbound
from sandbox.errors.place import place
from sandbox.errors.sentences import LANGUAGES, sentence
from sandbox.errors.syntax import explain_syntax
from sandbox.errors.values import (
    explain_overflow,
    explain_runtime,
    explain_type,
    explain_value,
)
from sandbox.stops import Stopped
from visualizer import VisualizerError

# The first class that fits decides; each is told by a kind or by a function giving (kind, values).
EXPLANATIONS = (
    (Stopped, lambda error: (error.kind, {})),
    (SystemExit, "exit"),
    (SyntaxError, explain_syntax),
    (UnboundLocalError, explain_unbound),
    (NameError, explain_name),
    (AttributeError, explain_attribute),
    (TypeError, explain_type),
    (ValueError, explain_value),
    (ZeroDivisionError, "zero"),
    (OverflowError, explain_overflow),
    (KeyError, lambda error: ("key", {"key": repr(error.args[0]) if error.args else "key"})),
    (IndexError, "index"),
    (ImportError, lambda error: ("import", {"name": error.name or str(error)})),
    (RecursionError, "recursion"),
    (MemoryError, "memory"),
    (AssertionError, "assertion"),
    (RuntimeError, explain_runtime),
)


def explain(error):
    """A Fault that tells any exception raised by a student's code."""
    line, column = place(error)
    kind, said = _told(error)
    return Fault(kind, line, column, said, _detail(error))


def _told(error):
    if isinstance(error, VisualizerError):
        return error.key, {language: error.message(language) for language in LANGUAGES}
    try:
        kind, values = _kind(error)
        return kind, sentence(kind, **values)
    except Exception:  # classes of students may fail when they are asked what they are
        return "other", sentence("other", name=type(error).__name__)


def _kind(error):
    for cls, explanation in EXPLANATIONS:
        if isinstance(error, cls):
            return (explanation, {}) if isinstance(explanation, str) else explanation(error)
    return "other", {"name": type(error).__name__}


def _detail(error):
    try:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:
        message = ""
    return f"{type(error).__name__}: {message}".removesuffix(": ")
