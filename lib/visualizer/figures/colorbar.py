"""The colour bar, which says how high the ground is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visualizer.figures import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.cm import ScalarMappable
    from matplotlib.colorbar import Colorbar
    from matplotlib.colors import PowerNorm

MARKS = 6


def draw_colorbar(ax: Axes, ground: ScalarMappable, theme: str | None = None) -> Colorbar:
    """Draw a colour bar beside axes. Returns it.

    ground: what draw_contours or draw_surface has drawn on them.
    theme: "light" or "dark"; None for what goes with the axes as they are.
    """
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import PowerNorm

    # Of its own: contour lines would be lines in the bar, too, a surface pale.
    colours = ScalarMappable(ground.norm, ground.get_cmap())
    is_solid = hasattr(ax, "get_zlim")
    bar = ax.figure.colorbar(colours, ax=ax, pad=0.12 if is_solid else 0.04, shrink=0.8)
    if isinstance(ground.norm, PowerNorm):
        _mark_evenly(bar, ground.norm)
    style.paint_axes(bar.ax, theme)
    if theme is not None:
        bar.outline.set_edgecolor(style.THEMES[theme].faint)
    return bar


def _mark_evenly(bar: Colorbar, norm: PowerNorm) -> None:
    """Round heights at about equal distances; matplotlib's would run into each other at the top."""
    heights = [f"{height:.2g}" for height in norm.inverse(np.linspace(0, 1, MARKS))]
    bar.set_ticks(
        [float(height) for height in heights], labels=[f"{float(height):g}" for height in heights]
    )
    bar.minorticks_off()
