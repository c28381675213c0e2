"""The canvas pair: matplotlib's pixels below, the page's own marks above."""

from js import ResizeObserver, getComputedStyle
from pyscript import document, window

from page.frame.dom import by_id
from page.stage.gestures import Gesture
from page.stage.plane import Plane

LARGEST_PIXEL_RATIO = 2
# The owner of the marks that lie below all others: what stands in for a figure.
FIGURE = "figure"
GROUNDS = "./assets/grounds/{}.svg"


class Stage:
    """Where figures are shown; hands pointer and keys to whatever gesture is in use (see gestures).

    figure: the canvas on which figures are painted (lib/page/mailbox.mjs does it).
    on_resize(): called when the canvas has a new size, and the figure should be drawn anew.
    """

    def __init__(self) -> None:
        self.figure, self.top, self._ground = by_id("figure"), by_id("plane"), by_id("ground")
        self.on_resize = lambda: None
        self.bounds = ((-1, 1), (-1, 1))
        self.gesture = Gesture()
        self._marks: dict = {}
        self._landscape: str | None = None
        self._measure()
        self._listen()

    def show_bounds(self, xlim: tuple, ylim: tuple) -> None:
        """Lay the plane out anew for a field with these bounds."""
        self.bounds = (xlim, ylim)
        self._measure()
        self.draw_marks()

    def use(self, gesture: Gesture) -> None:
        """Let this gesture answer pointer and keys from now on."""
        self.gesture = gesture
        self.top.style.cursor = gesture.cursor
        self.top.style.touchAction = gesture.touch_action
        self.draw_marks()

    def show_ground(self, landscape: str | None) -> None:
        """Show a landscape's contour lines where there is no figure; None: nothing.

        landscape: its key; its picture stands in assets/grounds.
        """
        self._landscape = landscape
        address = GROUNDS.format(landscape)
        if landscape is None or self._ground.getAttribute("src") == address:
            self._ground.hidden = landscape is None or not self._ground.complete
            return
        # A browser shows the picture of before until this one has come.
        self._ground.hidden = True
        self._ground.src = address

    def _ground_is_there(self) -> None:
        self._ground.hidden = self._landscape is None

    def clear_figure(self) -> None:
        """Show no figure, so that the ground below it is seen."""
        self.figure.width, self.figure.height = self.pixel_width, self.pixel_height

    def set_marks(self, owner: str, marks: list) -> None:
        """Show an owner's marks over the figure, in place of those that it set before."""
        if marks or self._marks.get(owner):
            self._marks[owner] = marks
            self.draw_marks()
            if owner == FIGURE:
                self.figure.setAttribute("data-quick", "true" if marks else "false")

    def draw_marks(self) -> None:
        """Redraw what lies over the figure: standing marks, then the gesture's own."""
        context = self.top.getContext("2d")
        context.setTransform(self.ratio, 0, 0, self.ratio, 0, 0)
        context.clearRect(0, 0, self.plane.width, self.plane.height)
        for owner in sorted(self._marks, key=lambda owner: owner != FIGURE):
            for mark in self._marks[owner]:
                mark.draw(context, self)
        self.gesture.draw(context, self)

    def colour(self, name: str) -> str:
        """A colour of the style sheet, by the name of its variable."""
        return getComputedStyle(document.documentElement).getPropertyValue(name)

    @property
    def layers(self) -> list:
        """Those that a picture of what is seen consists of, bottom first."""
        ground = [] if self._ground.hidden else [self._ground]
        return ground + ([self.figure, self.top] if self._marks.get(FIGURE) else [self.figure])

    @property
    def focused(self) -> bool:
        return document.activeElement is self.top

    @property
    def pixel_width(self) -> int:
        return round(self.plane.width * self.ratio)

    @property
    def pixel_height(self) -> int:
        return round(self.plane.height * self.ratio)

    def _measure(self) -> None:
        box = self.top.getBoundingClientRect()
        self.ratio = min(window.devicePixelRatio or 1, LARGEST_PIXEL_RATIO)
        self.plane = Plane(max(box.width, 120), max(box.height, 120), *self.bounds)
        self.top.width, self.top.height = self.pixel_width, self.pixel_height

    def _listen(self) -> None:
        listen = self.top.addEventListener
        listen("pointerdown", lambda event: self.gesture.down(event, self))
        listen("pointermove", lambda event: self.gesture.move(event, self))
        listen("pointerup", lambda event: self.gesture.up(event, self))
        listen("pointercancel", lambda event: self.gesture.cancel(self))
        listen("keydown", lambda event: self.gesture.key(event, self))
        listen("focus", lambda event: self.draw_marks())
        listen("blur", lambda event: self.draw_marks())
        self._ground.addEventListener("load", lambda event: self._ground_is_there())
        self._observer = ResizeObserver.new(lambda entries, observer: self._resized())
        self._observer.observe(self.top)

    def _resized(self) -> None:
        box = self.top.getBoundingClientRect()
        if box.width and (box.width != self.plane.width or box.height != self.plane.height):
            self._measure()
            self.draw_marks()
            self.on_resize()
