"""Numbers as people type them."""


def parse_number(text: str) -> float | None:
    """The finite number a person typed (full-width digits and signs too), or None."""
    half_width = "".join(_half_width(letter) for letter in text.strip())
    if "_" in half_width:  # Python's own separator, which nobody types for a number
        return None
    try:
        value = float(half_width)
    except ValueError:
        return None
    return value if value - value == 0 else None


def parse_whole(text: str) -> int | None:
    """The whole number a person typed, or None."""
    value = parse_number(text)
    return int(value) if value is not None and value == int(value) else None


def _half_width(letter: str) -> str:
    code = ord(letter)
    if letter in "−ー―":
        return "-"
    return chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else letter
