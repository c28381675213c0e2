"""Contour lines of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualizer.figures import ground, sampling, style
from visualizer.figures.look import AS_EVER, LEVELS, Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.contour import QuadContourSet
    from matplotlib.lines import Line2D

    from visualizer.figures.ground import AnyField
    from visualizer.figures.sampling import Grid


COLUMNS, ROWS = 161, 121
# Levels are chosen for a picture whose sides have this ratio.
ASPECT = 4 / 3
# So many lines are all labelled.
FEW = 10


def heights_of(field: AnyField, look: Look = AS_EVER) -> Grid:
    """(X, Y, Z) over the field's bounds, as contour lines are drawn by them."""
    return sampling.grid(field, look, COLUMNS, ROWS)


def draw_contours(
    ax: Axes,
    field: AnyField,
    theme: str | None = None,
    look: Look = AS_EVER,
    heights: Grid | None = None,
) -> QuadContourSet:
    """Draw contour lines over the field's bounds. Returns the contour set.

    ax: flat axes.
    field: a Field or a Landscape.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    look: levels, colours and words.
    heights: what heights_of gives, if it is known.
    """
    X, Y, Z = heights or heights_of(field, look)
    levels = ground.levels(Z, look.levels) if isinstance(look.levels, int) else look.levels
    lines = ax.contour(
        X,
        Y,
        Z,
        levels=levels,
        cmap=look.cmap or style.viridis(style.colours(ax, theme)),
        norm=look.norm or ground.shade(Z),
        linewidths=1.0,
    )
    if look.labels:
        # Each second of many lines, or the numbers run into each other.
        labelled = list(lines.levels)
        labelled = labelled[:: 1 if len(labelled) <= FEW else 2]
        ax.clabel(lines, labelled, fontsize="smaller", fmt=lambda height: f"{height:.3g}")
    ax.set(xlim=field.xlim, ylim=field.ylim, xlabel=look.xlabel, ylabel=look.ylabel)
    style.paint_axes(ax, theme)
    return lines


def look_of(field: AnyField, shown: AnyField) -> Look:
    """Levels and colours of a field for a picture that shows more around it, or less of it.

    So its lines stay where they are, whatever is shown of it.

    field: over its own bounds.
    shown: the same field over the bounds that are shown.
    """
    heights = ground.grid(_roomier(field), COLUMNS, ROWS)[2]
    levels = ground.levels_beyond(heights, ground.grid(shown, COLUMNS, ROWS)[2], LEVELS)
    return Look(levels=levels.tolist(), norm=ground.shade(heights))


def _roomier(field: AnyField) -> AnyField:
    """The field over bounds that are not longer or higher than pictures mostly are."""
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    width, height = max(x1 - x0, ASPECT * (y1 - y0)), max(y1 - y0, (x1 - x0) / ASPECT)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return field.with_limits((x - width / 2, x + width / 2), (y - height / 2, y + height / 2))


def draw_minima(ax: Axes, minima: list[tuple[float, float]], theme: str | None = None) -> Line2D:
    """Mark known minima with small crosses. Returns the line artist.

    ax: flat axes.
    minima: [(x, y), …], at least one.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    x, y = zip(*minima, strict=True)
    colour = style.colours(ax, theme).text
    return ax.plot(x, y, "+", color=colour, markersize=9, markeredgewidth=1.4, zorder=2)[0]
