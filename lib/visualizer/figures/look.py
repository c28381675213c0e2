"""How a field is drawn, as far as its caller decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from numbers import Integral
from typing import TYPE_CHECKING, Any

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

    What is none of these raises VisualizerError.
    """

    levels: int | Sequence[float] = LEVELS
    resolution: int | Sequence[int] | None = None
    cmap: str | Colormap | None = None
    norm: str | Normalize | None = None
    colorbar: bool = False
    labels: bool = False
    xlabel: str = "x"
    ylabel: str = "y"
    zlabel: str = "z"

    def __post_init__(self) -> None:
        object.__setattr__(self, "levels", _levels(self.levels))
        if self.resolution is not None:
            object.__setattr__(self, "resolution", _resolution(self.resolution))
        if self.cmap is not None:
            _check_cmap(self.cmap)
        if self.norm is not None:
            _check_norm(self.norm)

    def grid(self, columns: int, rows: int) -> tuple[int, int]:
        """(columns, rows) of points at which f is looked at; the given ones are the default."""
        return (columns, rows) if self.resolution is None else _resolution(self.resolution)


def _levels(given: Any) -> int | tuple[float, ...]:
    if isinstance(given, Integral) and not isinstance(given, bool) and int(given) > 0:
        return int(given)
    try:
        heights = tuple(float(height) for height in given)
    except (TypeError, ValueError):
        heights = ()
    if not heights or not all(low < high for low, high in pairwise((-inf, *heights, inf))):
        raise VisualizerError("levels", given=described(given))
    return heights


def _resolution(given: Any) -> tuple[int, int]:
    pair = (given, given) if isinstance(given, Integral) else given
    try:
        columns, rows = pair
    except (TypeError, ValueError):
        columns = rows = 0
    if not all(isinstance(count, Integral) and int(count) >= 2 for count in (columns, rows)):
        raise VisualizerError("resolution", given=described(given))
    return int(columns), int(rows)


def _check_cmap(given: Any) -> None:
    import matplotlib
    from matplotlib.colors import Colormap

    is_name = isinstance(given, str) and given in matplotlib.colormaps
    if not (is_name or isinstance(given, Colormap)):
        raise VisualizerError("cmap", given=described(given))


def _check_norm(given: Any) -> None:
    from matplotlib.colors import Normalize
    from matplotlib.scale import get_scale_names

    is_name = isinstance(given, str) and given in get_scale_names()
    # There are norms that are no Normalize, in matplotlib of late.
    if not (is_name or isinstance(given, Normalize) or hasattr(given, "autoscale_None")):
        raise VisualizerError("norm", given=described(given))


AS_EVER = Look()
