"""Colours and markers: of the ground, by a theme or as axes have them, and of routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.text import Text
    from matplotlib.typing import ColorType


@dataclass(frozen=True)
class Theme:
    """Colours of a figure.

    face, text, faint, arrow: of the background, of words, of frames and of the arrows of −∇f.
    darkest: where viridis starts, 0 to 1, so that its low end is seen on face.
    """

    face: str
    text: str
    faint: str
    arrow: str
    darkest: float


THEMES = {
    "light": Theme("#ffffff", "#1b2530", "#d5d3cb", "#3b4754", 0.0),
    "dark": Theme("#1a2027", "#e8ecef", "#35404b", "#c3ccd4", 0.25),
}

# Okabe and Ito's colours, told apart by people with every kind of colour vision; the markers tell
# the routes apart without any colour.
ROUTE_STYLES = (
    ("#D55E00", "o"),
    ("#0072B2", "s"),
    ("#009E73", "^"),
    ("#CC79A7", "D"),
    ("#E69F00", "v"),
    ("#56B4E9", "P"),
    ("#F0E442", "X"),
    ("#999999", "p"),
)

# Of the route that a student's own method has walked, whatever others walk beside it.
STUDENT_STYLE = ("#F0E442", "X")


def route_style(index: int) -> tuple[str, str]:
    """(colour, marker) of the route with that number; they repeat after eight."""
    return ROUTE_STYLES[index % len(ROUTE_STYLES)]


def colours(ax: Axes, theme: str | None) -> Theme:
    """The colours of what is drawn on axes.

    theme: a name of THEMES, or None for what goes with the axes as they are: as rcParams or their
        owner have made them.
    """
    return _colours_of(ax) if theme is None else THEMES[theme]


def paint_axes(ax: Axes, theme: str | None) -> None:
    """Give axes, flat or 3-D, and the figure around them the colours of a theme; None changes none.

    What is written on the figure itself is changed only where it could not be read any more.
    """
    if theme is None:
        return
    chosen = THEMES[theme]
    ax.figure.set_facecolor(chosen.face)
    for text in ax.figure.texts:
        if _too_near(text.get_color(), chosen.face):
            text.set_color(chosen.text)
    ax.set_facecolor(chosen.face)
    for title in _titles(ax):
        title.set_color(chosen.text)
    for axis in (ax.xaxis, ax.yaxis):
        axis.label.set_color(chosen.text)
    ax.tick_params(colors=chosen.text)
    for spine in ax.spines.values():
        spine.set_color(chosen.faint)


def is_of_rcparams(ax: Axes) -> bool:
    """Whether axes have the face that new axes would have now."""
    from matplotlib import rcParams
    from matplotlib.colors import same_color

    return same_color(ax.get_facecolor(), rcParams["axes.facecolor"])


def viridis(colours: Theme, colour_count: int = 256) -> Colormap:
    """The viridis colour map without the end that a theme's background would swallow."""
    import matplotlib
    from matplotlib.colors import LinearSegmentedColormap

    whole, start = matplotlib.colormaps["viridis"], colours.darkest
    part = [whole(start + (1 - start) * i / (colour_count - 1)) for i in range(colour_count)]
    return LinearSegmentedColormap.from_list(f"viridis from {start}", part)


def _colours_of(ax: Axes) -> Theme:
    """What is seen on the face of axes, and in the colour of their labels if that is seen there."""
    from matplotlib.colors import to_hex, to_rgba

    faces = ax.get_facecolor(), ax.figure.get_facecolor(), "white"
    face = next(face for face in faces if to_rgba(face)[3] > 0)
    is_dark = _luminance(face) < 0.5
    words = ax.xaxis.label.get_color(), "white" if is_dark else "black"
    text = next(word for word in words if not _too_near(word, face))
    darkest = THEMES["dark" if is_dark else "light"].darkest
    return Theme(
        to_hex(face), to_hex(text), _mixed(face, text, 0.2), _mixed(face, text, 0.8), darkest
    )


def _titles(ax: Axes) -> list[Text]:
    """The titles in the middle and at both sides."""
    from matplotlib.text import Text

    texts = [child for child in ax.get_children() if isinstance(child, Text)]
    return [text for text in texts if text not in ax.texts]


def _mixed(one: ColorType, other: ColorType, part: float) -> str:
    from matplotlib.colors import to_hex, to_rgb

    red, green, blue = (a + part * (b - a) for a, b in zip(to_rgb(one), to_rgb(other), strict=True))
    return to_hex((red, green, blue))


def _too_near(one: ColorType, other: ColorType) -> bool:
    return abs(_luminance(one) - _luminance(other)) < 0.3


def _luminance(colour: ColorType) -> float:
    """From 0, black, to 1, white. Source of the weights: ITU-R BT.709."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
