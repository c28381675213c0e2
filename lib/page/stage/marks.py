"""Marks that stand over the figure: where the adventurer is, arrows, a reader's sketch."""

from math import atan2, cos, sin

from page.stage.gestures import distance, draw_sketch

ARROW_LENGTH = 90  # pixels


class StartMark:
    """A ring around a point of the field."""

    def __init__(self, x: float, y: float) -> None:
        self.point = (x, y)

    def draw(self, context: object, stage: object) -> None:
        px, py = stage.plane.to_pixel(*self.point)
        for width, colour in ((6, "--card"), (3, "--accent")):
            context.beginPath()
            context.arc(px, py, 8, 0, 6.2832)
            context.lineWidth = width
            context.strokeStyle = stage.colour(colour)
            context.stroke()


class ArrowMark:
    """An arrow from a point of the field in a direction (dx to the right, dy up)."""

    def __init__(self, point: list, direction: list, colour: str) -> None:
        self.point, self.direction, self.colour = point, direction, colour

    def draw(self, context: object, stage: object) -> None:
        dx, dy = self.direction
        length = distance(dx, dy) or 1
        px, py = stage.plane.to_pixel(*self.point)
        qx, qy = px + ARROW_LENGTH * dx / length, py - ARROW_LENGTH * dy / length
        context.lineWidth = 4
        context.lineCap = "round"
        context.strokeStyle = stage.colour(self.colour)
        context.beginPath()
        context.moveTo(px, py)
        context.lineTo(qx, qy)
        angle = atan2(qy - py, qx - px)
        for side in (2.6, -2.6):
            context.moveTo(qx, qy)
            context.lineTo(qx + 16 * cos(angle + side), qy + 16 * sin(angle + side))
        context.stroke()


class SketchMark:
    """The route that the reader drew, in field coordinates."""

    def __init__(self, points: list) -> None:
        self.points = points

    def draw(self, context: object, stage: object) -> None:
        draw_sketch(context, stage, [stage.plane.to_pixel(x, y) for x, y in self.points])
