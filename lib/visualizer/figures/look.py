"""How a field is drawn, as far as its caller decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral
from typing import TYPE_CHECKING

from visualizer.messages import VisualizerError, described

if TYPE_CHECKING:
    from matplotlib.colors import Colormap, Normalize


# So many contour lines, unless somebody says how many.
LEVELS = 18


@dataclass(frozen=True)
class Look:
    """Options of contour lines and surfaces, named as matplotlib names them.

    levels: how many contour lines, or a rising sequence of their heights.
    resolution: how many points f is looked at: n × n, or a pair (columns, rows); None for as many
        as the picture can show.
    cmap: a colour map of matplotlib or its name; None for viridis.
    norm: which heights get which colours, a norm of matplotlib or its name ("log"); None for one
        that gives every band between the levels its own colour.
    colorbar: whether one is drawn beside the axes.
    labels: whether the contour lines carry their heights.
    xlabel, ylabel, zlabel: what is written at the axes.

    A resolution that is none raises VisualizerError; of all else matplotlib is the judge.
    """

    levels: int | Sequence[float] = LEVELS
    resolution: int | tuple[int, int] | None = None
    cmap: str | Colormap | None = None
    norm: str | Normalize | None = None
    colorbar: bool = False
    labels: bool = False
    xlabel: str = "x"
    ylabel: str = "y"
    zlabel: str = "z"

    def grid(self, columns: int, rows: int) -> tuple[int, int]:
        """(columns, rows) of points at which f is looked at; the given ones are the default."""
        if self.resolution is None:
            return columns, rows
        given = self.resolution
        pair = tuple(given) if isinstance(given, Sequence) else (given, given)
        if len(pair) != 2 or not all(isinstance(n, Integral) and n >= 2 for n in pair):
            raise VisualizerError("resolution", given=described(given))
        return int(pair[0]), int(pair[1])


AS_EVER = Look()
