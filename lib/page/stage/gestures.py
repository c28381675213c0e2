"""What pointer and keys do on the canvas: place a start, turn the surface, point, sketch."""

from math import sqrt

from pyscript.js_modules import browser

ARROWS = {
    "ArrowLeft": (-1, 0),
    "ArrowRight": (1, 0),
    "ArrowUp": (0, 1),
    "ArrowDown": (0, -1),
}
DEGREES_PER_PIXEL = 0.5
DEGREES_PER_KEY = 5
SHORTEST_SKETCH = 12  # pixels
SKETCH_SPACING = 3  # pixels


class Gesture:
    """Answers to nothing; the others say what they answer to."""

    cursor = "default"
    touch_action = "pan-y pinch-zoom"

    def down(self, event: object, stage: object) -> None: ...

    def move(self, event: object, stage: object) -> None: ...

    def up(self, event: object, stage: object) -> None: ...

    def cancel(self, stage: object) -> None: ...

    def key(self, event: object, stage: object) -> None: ...

    def draw(self, context: object, stage: object) -> None: ...


class Placing(Gesture):
    """Choose a start: a click, a tap, a drag of the mouse, or the crosshair and Enter.

    on_start(x, y) gets field coordinates; on_move(x, y) hears where pointer or crosshair are.
    """

    cursor = "crosshair"

    def __init__(self, on_start: object, on_move: object) -> None:
        self.on_start, self.on_move = on_start, on_move
        self.crosshair = None
        self.pressed = self.by_keyboard = False

    def down(self, event: object, stage: object) -> None:
        self.pressed, self.by_keyboard = True, False
        if event.pointerType == "mouse":
            browser.capturePointer(stage.top, event.pointerId)
            self._place(event, stage)

    def move(self, event: object, stage: object) -> None:
        if self.pressed and event.pointerType == "mouse":
            self._place(event, stage)
        elif stage.plane.holds(event.offsetX, event.offsetY):
            self.on_move(*stage.plane.to_field(event.offsetX, event.offsetY))

    def up(self, event: object, stage: object) -> None:
        tapped = self.pressed and event.pointerType != "mouse"
        self.pressed = False
        if tapped:
            self._place(event, stage)

    def cancel(self, stage: object) -> None:
        self.pressed = False

    def key(self, event: object, stage: object) -> None:
        self.by_keyboard = True
        if event.key in ARROWS:
            event.preventDefault()
            self._move_crosshair(ARROWS[event.key], 5 if event.shiftKey else 1, stage)
        elif event.key in ("Enter", " "):
            event.preventDefault()
            self.on_start(*self._crosshair_of(stage))

    def draw(self, context: object, stage: object) -> None:
        if self.crosshair and self.by_keyboard and stage.focused:
            draw_crosshair(context, stage, *stage.plane.to_pixel(*self.crosshair))

    def _place(self, event: object, stage: object) -> None:
        if stage.plane.holds(event.offsetX, event.offsetY):
            self.crosshair = stage.plane.to_field(event.offsetX, event.offsetY)
            self.on_start(*self.crosshair)

    def _move_crosshair(self, direction: tuple, times: int, stage: object) -> None:
        plane, step = stage.plane, stage.plane.nudge() * times
        x, y = self._crosshair_of(stage)
        x = min(max(x + direction[0] * step, plane.xlim[0]), plane.xlim[1])
        y = min(max(y + direction[1] * step, plane.ylim[0]), plane.ylim[1])
        self.crosshair = (round(x, plane.digits) + 0.0, round(y, plane.digits) + 0.0)
        stage.draw_marks()
        self.on_move(*self.crosshair)

    def _crosshair_of(self, stage: object) -> tuple:
        if self.crosshair is None:
            (x0, x1), (y0, y1) = stage.bounds
            self.crosshair = ((x0 + x1) / 2, (y0 + y1) / 2)
        return self.crosshair


class Turning(Gesture):
    """Turn the surface by dragging or with the arrow keys: on_turn(d_azim, d_elev), degrees."""

    cursor = "grab"

    def __init__(self, on_turn: object) -> None:
        self.on_turn = on_turn
        self.last = None

    def down(self, event: object, stage: object) -> None:
        self.last = (event.offsetX, event.offsetY)
        browser.capturePointer(stage.top, event.pointerId)

    def move(self, event: object, stage: object) -> None:
        if self.last:
            dx, dy = event.offsetX - self.last[0], event.offsetY - self.last[1]
            self.last = (event.offsetX, event.offsetY)
            self.on_turn(-dx * DEGREES_PER_PIXEL, dy * DEGREES_PER_PIXEL)

    def up(self, event: object, stage: object) -> None:
        self.last = None

    def cancel(self, stage: object) -> None:
        self.last = None

    def key(self, event: object, stage: object) -> None:
        if event.key in ARROWS:
            event.preventDefault()
            dx, dy = ARROWS[event.key]
            self.on_turn(-dx * DEGREES_PER_KEY, -dy * DEGREES_PER_KEY)


class Pointing(Gesture):
    """Point out a direction from where the adventurer stands: on_direction(dx, dy)."""

    cursor = "pointer"

    def __init__(self, origin: list, on_direction: object) -> None:
        self.origin, self.on_direction = origin, on_direction

    def up(self, event: object, stage: object) -> None:
        px, py = stage.plane.to_pixel(*self.origin)
        dx, dy = event.offsetX - px, py - event.offsetY
        if distance(dx, dy) > 4:
            self.on_direction(dx, dy)


class Sketching(Gesture):
    """Draw a route by hand: on_sketch(points) gets it in field coordinates."""

    cursor = "crosshair"
    touch_action = "none"

    def __init__(self, on_sketch: object) -> None:
        self.on_sketch = on_sketch
        self.pixels = []
        self.pressed = False

    def down(self, event: object, stage: object) -> None:
        browser.capturePointer(stage.top, event.pointerId)
        self.pressed = True
        self.pixels = [(event.offsetX, event.offsetY)]

    def move(self, event: object, stage: object) -> None:
        if not self.pressed:
            return
        px, py = self.pixels[-1]
        if distance(event.offsetX - px, event.offsetY - py) >= SKETCH_SPACING:
            self.pixels.append((event.offsetX, event.offsetY))
            stage.draw_marks()

    def up(self, event: object, stage: object) -> None:
        drawn, self.pixels, self.pressed = self.pixels, [], False
        if len(drawn) * SKETCH_SPACING >= SHORTEST_SKETCH:
            self.on_sketch([stage.plane.to_field(px, py) for px, py in drawn])

    def cancel(self, stage: object) -> None:
        self.pixels, self.pressed = [], False

    def draw(self, context: object, stage: object) -> None:
        draw_sketch(context, stage, self.pixels)


def draw_crosshair(context: object, stage: object, px: float, py: float) -> None:
    plane = stage.plane
    context.setLineDash([6, 4])
    context.lineWidth = 1.5
    context.strokeStyle = stage.colour("--text")
    context.beginPath()
    context.moveTo(plane.left, py)
    context.lineTo(plane.left + plane.inner_width, py)
    context.moveTo(px, plane.top)
    context.lineTo(px, plane.top + plane.inner_height)
    context.stroke()
    context.setLineDash([])


def draw_sketch(context: object, stage: object, pixels: list) -> None:
    if len(pixels) < 2:
        return
    context.beginPath()
    context.lineWidth = 4
    context.lineJoin = context.lineCap = "round"
    context.strokeStyle = stage.colour("--sketch")
    context.moveTo(*pixels[0])
    for px, py in pixels[1:]:
        context.lineTo(px, py)
    context.stroke()


def distance(dx: float, dy: float) -> float:
    """MicroPython's math has no hypot."""
    return sqrt(dx * dx + dy * dy)
