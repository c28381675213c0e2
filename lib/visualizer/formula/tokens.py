"""From what people type to tokens: numbers, names and symbols."""

NUMBER, NAME, SYMBOL, RAISED, END = "number", "name", "symbol", "raised", "end"

# What people type who have no Python keyboard in front of them, and what it means.
SPELLINGS = {
    "×": "*",
    "∗": "*",
    "·": "*",
    "⋅": "*",
    "÷": "/",
    "^": "**",
    "∕": "/",
    "−": "-",
    "–": "-",
    "ー": "-",
    "。": ".",
    "\u3000": " ",
    "π": "pi",
    "𝑥": "x",
    "𝑦": "y",
}
RAISED_DIGITS = {letter: str(digit) for digit, letter in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
RAISED_MINUS = "⁻"
DIGITS = "0123456789"
MODULES = ("np.", "numpy.", "math.")


def plain(text: str) -> str:
    """The text in the letters of a Python program, without blanks around it.

    text: as typed, with full-width letters and the signs of mathematics.
    """
    narrow = [_narrow(letter) for letter in text]
    return "".join(SPELLINGS.get(letter, letter) for letter in narrow).strip()


def _narrow(letter: str) -> str:
    """A full-width letter (！ to ～) as the letter of ASCII that it stands for."""
    return chr(ord(letter) - 0xFEE0) if "！" <= letter <= "～" else letter


def tokens(text: str) -> list[tuple[str, str]]:
    """[(kind, text), …] of a plain text, the last of them (END, "").

    text: what plain has given. A name loses the module before it (np.sin); digits that are written
    as exponents (x²) are RAISED; "**" is one symbol, every other letter that fits nowhere else is
    one of its own.
    """
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        kind, end = _token(text, at)
        if end > at and text[at] != " ":
            found.append((kind, text[at:end]))
        at = end
    return [_tidy(kind, piece) for kind, piece in found] + [(END, "")]


def _token(text: str, start: int) -> tuple[str, int]:
    """(kind, end) of the token that begins there."""
    letter, following = text[start], text[start + 1 : start + 2]
    if letter in DIGITS or (letter == "." and following in DIGITS and following):
        return NUMBER, _end_of_number(text, start)
    if _is_letter(letter):
        return NAME, _end_of_name(text, start)
    if letter in RAISED_DIGITS or (letter == RAISED_MINUS and following in RAISED_DIGITS):
        return RAISED, _run(text, start + 1, RAISED_DIGITS)
    return SYMBOL, start + (2 if text[start : start + 2] == "**" else 1)


def _end_of_number(text: str, start: int) -> int:
    end = _run(text, start, DIGITS)
    if text[end : end + 1] == ".":
        end = _run(text, end + 1, DIGITS)
    if text[end : end + 1] in ("e", "E"):
        sign = 1 if text[end + 1 : end + 2] in ("+", "-") else 0
        exponent = _run(text, end + 1 + sign, DIGITS)
        if exponent > end + 1 + sign:
            return exponent
    return end


def _end_of_name(text: str, start: int) -> int:
    for module in MODULES:
        if text.startswith(module, start) and _is_letter(text[start + len(module) :][:1]):
            start += len(module)
            break
    while start < len(text) and (_is_letter(text[start]) or text[start] in DIGITS):
        start += 1
    return start


def _run(text: str, start: int, letters: str | dict[str, str]) -> int:
    """Where the run of these letters ends that begins there."""
    while start < len(text) and text[start] in letters:
        start += 1
    return start


def _is_letter(letter: str) -> bool:
    if letter in RAISED_DIGITS or letter == RAISED_MINUS:
        return False
    return letter.isalpha() or letter == "_" or letter > "\x7f"


def _tidy(kind: str, piece: str) -> tuple[str, str]:
    if kind == RAISED:
        return kind, "".join(RAISED_DIGITS.get(letter, "-") for letter in piece)
    if kind == NAME:
        return kind, piece[piece.find(".") + 1 :]
    return kind, piece
