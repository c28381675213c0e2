"""Names in figures, in letters that the fonts at hand have."""

from functools import lru_cache

# matplotlib's own font has no Japanese; these do, and are common on their systems.
JAPANESE_FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Meiryo",
    "IPAexGothic",
    "IPAGothic",
    "TakaoGothic",
)


def readable(name: str, index: int) -> str:
    """The name if the fonts at hand can show it, otherwise "route 1", "route 2", …

    A Japanese font that is found is put behind matplotlib's own, once.

    name: of a route.
    index: the route's place, from 0.
    """
    if not any(ord(letter) > 0x2E7F for letter in name):
        return name
    return name if japanese_font() else f"route {index + 1}"


@lru_cache(maxsize=1)
def japanese_font() -> str | None:
    """Name of an installed Japanese font, which text falls back to from now on, or None."""
    import matplotlib
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    found = next((font for font in JAPANESE_FONTS if font in installed), None)
    if found and found not in matplotlib.rcParams["font.family"]:
        matplotlib.rcParams["font.family"] = [*matplotlib.rcParams["font.family"], found]
    return found
