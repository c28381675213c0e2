"""Values of a wrong kind: what was probably meant."""

import re
from collections.abc import Iterable

# What Python and numpy say, in order of precedence.
TYPE_PATTERNS = (
    (r"for \^|bitwise_xor", "type.caret"),
    (r"NoneType", "type.none"),
    (r"positional argument|keyword argument|takes no arguments", "type.arguments"),
    (r"operand type.*'dict'", "type.dict"),
    (r"operand type.*'str'|concatenate str|must be str|multiply sequence", "type.text"),
    (r"not callable", "type.call"),
    (r"not subscriptable|item assignment", "type.subscript"),
    (r"not iterable|cannot unpack non-iterable", "type.iterate"),
    (r"(only|Only) (length-1|0-dimensional|integer scalar)", "type.array"),
)
VALUE_PATTERNS = (
    (r"truth value of an array", "value.truth"),
    (r"broadcast|inhomogeneous|array element with a sequence|mismatch", "value.shapes"),
    (r"unpack", "value.unpack"),
    # numpy on asking for more memory than there are addresses
    (r"array is too big|Maximum allowed (size|dimension) exceeded", "memory"),
)
# A list of more elements than there are addresses
OVERFLOW_PATTERNS = ((r"index-sized", "memory"),)
RUNTIME_PATTERNS = ((r"changed (size )?during iteration", "changed_while_looping"),)


def explain_type(error: TypeError) -> tuple[str, dict[str, str]]:
    return _kind(error, TYPE_PATTERNS) or "type.other", {}


def explain_value(error: ValueError) -> tuple[str, dict[str, str]]:
    return _kind(error, VALUE_PATTERNS) or "value.other", {}


def explain_overflow(error: OverflowError) -> tuple[str, dict[str, str]]:
    return _kind(error, OVERFLOW_PATTERNS) or "overflow", {}


def explain_runtime(error: RuntimeError) -> tuple[str, dict[str, str]]:
    kind = _kind(error, RUNTIME_PATTERNS)
    return (kind, {}) if kind else ("other", {"name": type(error).__name__})


def explain_key(error: KeyError) -> tuple[str, dict[str, str]]:
    return "key", {"name": repr(error.args[0]) if error.args else "key"}


def _kind(error: Exception, patterns: Iterable[tuple[str, str]]) -> str | None:
    """The kind of the first pattern that the error's message matches."""
    message = str(error)
    return next((kind for pattern, kind in patterns if re.search(pattern, message)), None)
