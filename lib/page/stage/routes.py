"""Routes as the page draws them itself, until matplotlib's figure has them: the same look.

Sizes are those of visualizer.figures.routes, in CSS pixels; there they are in points.
"""

from pyscript import window

from page.stage.dots import DOT, EDGELESS, POINT, SIZES, Dots
from page.stage.joints import Joints
from page.stage.symbols import outline

DOT_EDGE = 0.8 * POINT
START, START_EDGE = 9 * POINT, 2.2 * POINT
END, END_EDGE = 9.5 * POINT, 0.8 * POINT
LINE = 1.8 * POINT
FEW = 50  # steps that are found on a plane in no time


class RouteMark:
    """A route: arrows or a line from step to step, a dot at each, start and end set apart.

    points: [[x, y], …] of the field, the start first.
    colour, marker: as matplotlib names them.

    moment: up to which step it is drawn; None for its end.
    """

    def __init__(self, points: list, colour: str, marker: str) -> None:
        self.points, self.colour = points, colour
        self.moment: int | None = None
        self._symbol = window.Path2D.new(outline(marker))
        self._plane: object = None
        self._places: list = []

    def is_laid_out(self, plane: object) -> bool:
        """Whether it is known, but for a few, where its steps are on a plane."""
        return plane is self._plane and self._count - len(self._places) < FEW

    def lay_out(self, plane: object) -> None:
        """Find out where its steps are; what a moment adds is added to what is known."""
        if plane is not self._plane:
            self._plane = plane
            self._places = [plane.to_pixel(*self.points[0])]
            self._dots, self._joints = Dots(self._places), Joints(self._places)
        count, places = self._count, self._places
        for x, y in self.points[len(places) : count]:
            places.append(plane.to_pixel(x, y))
        self._dots.grow(count)
        self._joints.grow(count)

    def draw(self, context: object, stage: object) -> None:
        self.lay_out(stage.plane)
        face, text = stage.colour("--card"), stage.colour("--text")
        first, last, ratio = self._places[0], self._places[self._count - 1], stage.ratio
        context.save()
        _clip(context, stage.plane)
        self._draw_joints(context)
        for i, places in enumerate(self._dots.by_size(self._count)):
            edge = DOT_EDGE if SIZES[i] > EDGELESS else 0
            self._draw_symbols(context, ratio, places, DOT * SIZES[i], self.colour, face, edge)
        self._draw_symbols(context, ratio, [first], START, face, self.colour, START_EDGE)
        if len(self.points) > 1 and self.moment != 0:
            self._draw_symbols(context, ratio, [last], END, self.colour, text, END_EDGE)
        context.restore()

    @property
    def _count(self) -> int:
        """How many points are shown."""
        whole = len(self.points)
        return whole if self.moment is None else min(self.moment + 1, whole)

    def _draw_joints(self, context: object) -> None:
        path = self._joints.path(self._count)
        if self._joints.are_line:
            context.lineWidth, context.strokeStyle = LINE, self.colour
            context.stroke(path)
        elif self._count > 1:
            context.fillStyle = self.colour
            context.fill(path)

    def _draw_symbols(
        self,
        context: object,
        ratio: float,
        places: list,
        size: float,
        fill: str,
        edge: str,
        edge_width: float,
    ) -> None:
        pixels, symbol = size * ratio, self._symbol
        context.fillStyle, context.strokeStyle = fill, edge
        context.lineWidth = edge_width / size
        for x, y in places:
            context.setTransform(pixels, 0, 0, pixels, x * ratio, y * ratio)
            context.fill(symbol)
            if edge_width:
                context.stroke(symbol)


def _clip(context: object, plane: object) -> None:
    context.beginPath()
    context.rect(plane.left, plane.top, plane.inner_width, plane.inner_height)
    context.clip()
