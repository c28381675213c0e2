"""From an exception to a Fault."""

from collections.abc import Callable, Mapping

from bilingual import LANGUAGES
from sandbox.errors.fault import Fault
from sandbox.errors.imports import explain_import
from sandbox.errors.names import explain_attribute, explain_name, explain_unbound
from sandbox.errors.place import place
from sandbox.errors.sentences import SENTENCES
from sandbox.errors.syntax import explain_syntax
from sandbox.errors.values import (
    explain_key,
    explain_overflow,
    explain_runtime,
    explain_type,
    explain_value,
)
from sandbox.stops import Stopped

# A sentence's kind and what fills its blanks.
Explanation = tuple[str, dict[str, str]]

# The first class that fits decides; each has a kind, or a function from the error to one.
EXPLANATIONS: tuple[tuple[type[BaseException], str | Callable[..., Explanation]], ...] = (
    (Stopped, lambda error: (error.kind, {})),
    (SystemExit, "exit"),
    (SyntaxError, explain_syntax),
    (UnboundLocalError, explain_unbound),
    (AttributeError, explain_attribute),
    (TypeError, explain_type),
    (ValueError, explain_value),
    (ZeroDivisionError, "zero"),
    (OverflowError, explain_overflow),
    (KeyError, explain_key),
    (IndexError, "index"),
    (RecursionError, "recursion"),
    (MemoryError, "memory"),
    (AssertionError, "assertion"),
    (RuntimeError, explain_runtime),
)


def explain(error: BaseException, imports: Mapping[str, str] | None = None) -> Fault:
    """A Fault for any exception that a student's code has raised.

    imports: {name: line that imports it} of what there is besides the standard library

    An exception may explain itself: by its `key`, a str, and its `explanation`, a sentence for
    each of bilingual.LANGUAGES.
    """
    line, column = place(error)
    kind, sentence = _own_words(error) or _our_words(error, imports or {})
    return Fault(kind, line, column, sentence, _detail(error))


def unexplained() -> Fault:
    """A Fault for an exception that cannot even be looked at."""
    return Fault("other", None, None, SENTENCES.both("other", name="Exception"), "Exception")


def _own_words(error: BaseException) -> tuple[str, dict[str, str]] | None:
    """(key, sentence) of an exception that explains itself.

    Students' classes may have attributes of these names that are something else.
    """
    try:
        key, sentence = error.key, error.explanation  # type: ignore[attr-defined]
        texts = [sentence[language] for language in LANGUAGES]
    except Exception:
        return None
    if any(type(text) is not str or not text for text in (key, *texts)):
        return None
    return key, dict(zip(LANGUAGES, texts, strict=True))


def _our_words(error: BaseException, imports: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    try:
        kind, values = _explanation(error, imports)
        return kind, SENTENCES.both(kind, **values)
    except Exception:  # classes of students may fail when they are asked what they are
        return "other", SENTENCES.both("other", name=type(error).__name__)


def _explanation(error: BaseException, imports: Mapping[str, str]) -> Explanation:
    if isinstance(error, ImportError):
        return explain_import(error, imports)
    if isinstance(error, NameError) and not isinstance(error, UnboundLocalError):
        return explain_name(error, imports)
    for cls, explanation in EXPLANATIONS:
        if isinstance(error, cls):
            return (explanation, {}) if isinstance(explanation, str) else explanation(error)
    return "other", {"name": type(error).__name__}


def _detail(error: BaseException) -> str:
    try:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:
        message = ""
    return f"{type(error).__name__}: {message}".removesuffix(": ")
