"""Errors of syntax: which of the usual slips it is."""

import re
import unicodedata

# Full-width signs of Japanese keyboards that NFKC does not turn into plain ones.
PLAIN = {"。": ".", "、": ",", "「": "[", "」": "]", "“": '"', "”": '"', "‘": "'", "’": "'"}
PLAIN |= {"−": "-", "ー": "-", "×": "*", "÷": "/", "・": ".", "〜": "-", "　": " "}

# Lines of which Python's messages miss the point
LINE_PATTERNS = (
    (r"\w(\+\+|--)\s*($|#)", "syntax.increment"),
    (r"\belse +if\b", "syntax.elif"),
)
# What Python says (3.11 to 3.14), in order of precedence
MESSAGE_PATTERNS = (
    (r"(?P<bracket>'.') was never closed", "syntax.unclosed"),
    (r"(unmatched|closing parenthesis) (?P<bracket>'.')", "syntax.unmatched"),
    (r"unterminated", "syntax.string"),
    (r"expected ':'", "syntax.colon"),
    (r"expected an indented block", "syntax.block"),
    (r"inconsistent use of tabs", "syntax.tab"),
    (r"unexpected indent|unindent does not match", "syntax.indent"),
    (r"Missing parentheses in call to 'print'", "syntax.print"),
    (r"cannot assign to (attribute|subscript) here", "syntax.equals"),
    (r"cannot assign to|illegal expression for augmented", "syntax.assign"),
    (r"instead of '='", "syntax.equals"),
    (r"invalid \w+ literal", "syntax.number"),
    (r"Perhaps you forgot a comma", "syntax.comma"),
    (r"'return' outside function", "syntax.return"),
    (r"expected 'except' or 'finally'", "syntax.try"),
)


def explain_syntax(error: SyntaxError) -> tuple[str, dict[str, str]]:
    """(kind, values) of a SyntaxError."""
    message = str(error.msg)
    character = re.search(r"character .*\(?U\+([0-9A-F]+)", message)
    if character:
        return _wrong_character(chr(int(character[1], 16)))
    for pattern, kind in LINE_PATTERNS:
        if re.search(pattern, error.text or ""):
            return kind, {}
    for pattern, kind in MESSAGE_PATTERNS:
        found = re.search(pattern, message)
        if found:
            return kind, {name: text.strip("'") for name, text in found.groupdict().items()}
    return "syntax.other", {}


def _wrong_character(character: str) -> tuple[str, dict[str, str]]:
    plain = PLAIN.get(character) or unicodedata.normalize("NFKC", character)
    if plain == " ":
        return "syntax.fullwidth_space", {}
    if plain != character and plain.isascii():
        return "syntax.fullwidth", {"character": character, "plain": plain}
    return "syntax.character", {"character": character}
