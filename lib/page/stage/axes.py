"""Axes as the page draws them itself until there is a figure: frame, ticks and names.

Ticks stand where matplotlib puts them, so that nothing moves when its figure comes. Sizes are its
own, in CSS pixels; there they are in points.
"""

from math import ceil, floor, log10

from page.stage.dots import POINT

FONT_SIZE, TICK, PAD, WIDTH = 10 * POINT, 3.5 * POINT, 3.5 * POINT, 0.8 * POINT
NAME_PAD = 4 * POINT
CROSS, CROSS_WIDTH = 9 * POINT, 1.4 * POINT
FONT = "{}px 'DejaVu Sans', Verdana, sans-serif".format(FONT_SIZE)
# A label along x needs so many font sizes, one along y so many; more ticks than nine are too many.
ROOM_X, ROOM_Y, MOST_TICKS = 3, 2, 9
FEWEST_TICKS, STEPS = 2, (0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20)
ROUNDING = 1e-9


class AxesMark:
    """The frame of the stage's plane, with ticks and the names x and y, and the known minima.

    minima: [[x, y], …].
    """

    def __init__(self, minima: list) -> None:
        self.minima = minima

    def draw(self, context: object, stage: object) -> None:
        plane = stage.plane
        bottom = plane.top + plane.inner_height
        text = stage.colour("--text")
        context.font, context.fillStyle = FONT, text
        context.lineWidth = WIDTH
        context.strokeStyle = stage.colour("--line")
        context.strokeRect(plane.left, plane.top, plane.inner_width, plane.inner_height)
        context.strokeStyle = text
        context.beginPath()
        context.textAlign, context.textBaseline = "center", "top"
        for x, label in ticks(*plane.xlim, plane.inner_width / (ROOM_X * FONT_SIZE)):
            px = plane.to_pixel(x, 0)[0]
            context.moveTo(px, bottom)
            context.lineTo(px, bottom + TICK)
            context.fillText(label, px, bottom + TICK + PAD)
        name_at = bottom + TICK + PAD + FONT_SIZE + NAME_PAD
        context.fillText("x", plane.left + plane.inner_width / 2, name_at)
        context.textAlign, context.textBaseline = "right", "middle"
        widest = 0
        for y, label in ticks(*plane.ylim, plane.inner_height / (ROOM_Y * FONT_SIZE)):
            py = plane.to_pixel(0, y)[1]
            context.moveTo(plane.left, py)
            context.lineTo(plane.left - TICK, py)
            context.fillText(label, plane.left - TICK - PAD, py)
            widest = max(widest, context.measureText(label).width)
        context.stroke()
        name_at = plane.left - TICK - PAD - widest - NAME_PAD
        context.save()
        context.translate(name_at, plane.top + plane.inner_height / 2)
        context.rotate(-1.5707963)
        context.textAlign, context.textBaseline = "center", "bottom"
        context.fillText("y", 0, 0)
        context.restore()
        context.lineWidth = CROSS_WIDTH
        context.beginPath()
        for x, y in self.minima:
            px, py = plane.to_pixel(x, y)
            context.moveTo(px - CROSS / 2, py)
            context.lineTo(px + CROSS / 2, py)
            context.moveTo(px, py - CROSS / 2)
            context.lineTo(px, py + CROSS / 2)
        context.stroke()


def ticks(low: float, high: float, room: float) -> list:
    """[(place, label), …] where matplotlib's AutoLocator puts ticks between low and high.

    room: for how many labels there is room.
    """
    most = min(max(floor(room), 1), MOST_TICKS)
    scale = 10 ** floor(log10((high - low) / most))
    steps = [part * scale for part in STEPS]
    enough = [step >= (high - low) / most for step in steps].index(True)
    found: list = []
    while len(found) < FEWEST_TICKS:
        step = steps[enough]
        found = list(range(ceil(low / step - ROUNDING), floor(high / step + ROUNDING) + 1))
        enough -= 1
    digits = _digits(step)
    return [(n * step, _label(n * step, digits)) for n in found]


def _digits(step: float) -> int:
    """How many decimals tell multiples of a step apart."""
    digits, scaled = 0, step
    while abs(scaled - round(scaled)) > ROUNDING * scaled:
        digits, scaled = digits + 1, scaled * 10
    return digits


def _label(value: float, digits: int) -> str:
    return "{:.{}f}".format(value + 0.0, digits).replace("-", "\u2212")
