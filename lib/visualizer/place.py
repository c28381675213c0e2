"""What kind of place it is where a walk has come to rest, told by the heights around it.

Plain Python, like walk.py, which asks it once or twice in a walk.
"""

from math import isfinite, nan, sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Ground

# East, north-east, … around a point: four lines through it, and on each two opposite neighbours.
LINES = ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (-1.0, 1.0))

# How far the neighbours are, as parts of the field's width and height: near ones decide, unless
# they are as high as the point itself but for rounding.
RADII = (1e-6, 1e-3)
ROUNDING = 8 * 2.0**-52

# The heights of a field are looked at on a grid with so many points each way.
NODES = 9


def kind_of_place(field: "Ground", x: float, y: float) -> str:
    """What lies around a point: "minimum", "maximum", "saddle", "flat" ground or a "slope".

    field: anything with field(x, y), xlim and ylim.
    x, y: the point; its height is finite.

    A minimum has higher neighbours and no lower ones: the bottom of a trough is one, too. A saddle
    has lower ones on opposite sides and higher ones, a maximum has no higher ones. Where lower ones
    lie on one side only is a slope, however gentle.
    """
    lines = _lines(field, x, y)
    heights = [side for line in lines for side in line]
    if any(before < 0 and after < 0 for before, after in lines) or _surrounded(lines):
        return "saddle" if max(heights) > 0 else "maximum"
    if min(heights) < 0:
        return "slope"
    return "minimum" if max(heights) > 0 else "flat"


def relief(field: "Ground") -> tuple:
    """(rx, ry): the largest difference in height along any row and any column of a field's grid."""
    rows = []
    for row in range(NODES):
        y = _between(field.ylim, row)
        rows.append([_height(field, _between(field.xlim, column), y) for column in range(NODES)])
    columns = [[row[column] for row in rows] for column in range(NODES)]
    return max(_range(row) for row in rows), max(_range(column) for column in columns)


def _lines(field: "Ground", x: float, y: float) -> list:
    """[(1, 0 or −1 for either neighbour: is it higher, as high or lower?), …] of five lines.

    The fifth is the one along which the field bends least: it finds the way along a narrow ravine,
    and down from a narrow ridge.
    """
    found: list = [(0, 0)] * (len(LINES) + 1)
    for radius in RADII:
        around = _Ring(field, x, y, radius)
        heights = [around.pair(*line) for line in LINES]
        heights.append(around.pair(*_softest(heights, around.height)))
        for number, pair in enumerate(heights):
            if found[number] == (0, 0):
                found[number] = _compared(pair, around.height)
    return found


class _Ring:
    """The neighbours of a point at one distance."""

    def __init__(self, field: "Ground", x: float, y: float, radius: float) -> None:
        self.field, self.x, self.y = field, x, y
        self.dx = radius * (field.xlim[1] - field.xlim[0])
        self.dy = radius * (field.ylim[1] - field.ylim[0])
        self.height = _height(field, x, y)

    def pair(self, u: float, v: float) -> tuple:
        """The heights of two opposite neighbours, in direction (u, v) and against it."""
        dx, dy = u * self.dx, v * self.dy
        after = _height(self.field, self.x + dx, self.y + dy)
        return after, _height(self.field, self.x - dx, self.y - dy)


def _softest(pairs: list, height: float) -> tuple:
    """The direction in which second differences are smallest, from those on the four lines."""
    east, rising, north, falling = [after + before - 2 * height for after, before in pairs]
    mixed = (rising - falling) / 4
    half = (east - north) / 2
    root = sqrt(half * half + mixed * mixed)
    if not isfinite(root) or root == 0:
        return LINES[0]
    # Of the two ways to write the eigenvector, the one that nothing cancels in.
    u, v = (mixed, -half - root) if half > 0 else (half - root, mixed)
    size = max(abs(u), abs(v))
    return u / size, v / size


def _compared(pair: tuple, height: float) -> tuple:
    doubt = ROUNDING * max([abs(height)] + [abs(side) for side in pair if isfinite(side)])
    return tuple([(side > height + doubt) - (side < height - doubt) for side in pair])


def _surrounded(lines: list) -> bool:
    """Whether lower neighbours lie on every side, less than half a turn from each other."""
    around = [line[0] for line in lines[: len(LINES)]] + [line[1] for line in lines[: len(LINES)]]
    half = len(LINES)
    return all(min((around + around)[start : start + half]) < 0 for start in range(2 * half))


def _between(limits: tuple, node: int) -> float:
    low, high = limits
    return low + (high - low) * node / (NODES - 1)


def _range(heights: list) -> float:
    known = [height for height in heights if isfinite(height)]
    return max(known) - min(known) if known else 0.0


def _height(field: "Ground", x: float, y: float) -> float:
    try:
        return field(x, y)
    except Exception:  # nobody has walked there: what fails there is no fault of the walk
        return nan
