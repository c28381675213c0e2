"""Contour lines of a field."""

from visualizer.figures import ground, style

COLUMNS, ROWS, LEVELS = 161, 121, 18


def draw_contours(ax, field, theme="light"):
    """Draw contour lines over the field's bounds. Returns the contour set."""
    X, Y, Z = ground.grid(field, COLUMNS, ROWS)
    lines = ax.contour(
        X,
        Y,
        Z,
        levels=ground.levels(Z, LEVELS),
        cmap=style.viridis(theme),
        norm=ground.shade(Z),
        linewidths=1.0,
    )
    ax.set(xlim=field.xlim, ylim=field.ylim, xlabel="x", ylabel="y")
    style.paint_axes(ax, theme)
    return lines


def draw_minima(ax, minima, theme="light"):
    """Mark known minima [(x, y), …] with small crosses. Returns the line artist."""
    x, y = zip(*minima, strict=True)
    colour = style.THEMES[theme].text
    return ax.plot(x, y, "+", color=colour, markersize=9, markeredgewidth=1.4, zorder=2)[0]
