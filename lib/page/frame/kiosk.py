"""Kiosk mode (?kiosk): a demonstration until somebody touches the screen, and again when idle."""

from js import URLSearchParams, location, matchMedia, performance
from pyscript import document, window

from page.frame.dom import by_id
from page.stage.viewer import Viewer

IDLE_SECONDS = 180
DEMONSTRATION_SECONDS = 9
STARTS = ((-7, 2), (8, -3.5), (-4, 4), (6, 1.5), (-9, -2))


def idle_seconds() -> float | None:
    """Seconds of idling after which the kiosk begins anew (?kiosk or ?kiosk=60), or None."""
    value = URLSearchParams.new(location.search).get("kiosk")
    if value is None:
        return None
    return float(value) if value.isdigit() and int(value) else IDLE_SECONDS


class Kiosk:
    """Calls reset() when nobody has touched anything for a while, then demonstrates."""

    def __init__(self, idle_seconds, viewer, reset):
        self.idle_seconds, self.viewer, self.reset = idle_seconds, viewer, reset
        self.demonstrating = False
        self.last = self.shown = performance.now()
        self.next = 0
        for kind in ("pointerdown", "keydown", "wheel", "input"):
            document.addEventListener(kind, self._touched, True)
        window.setInterval(self._tick, 500)
        self._demonstrate()

    def _touched(self, event):
        self.last = performance.now()
        if self.demonstrating:
            self.demonstrating = False
            by_id("invitation").hidden = True
            self.reset()

    def _tick(self):
        now = performance.now()
        if not self.demonstrating and now - self.last > self.idle_seconds * 1000:
            self.reset()
            self._demonstrate()
        elif self.demonstrating and now - self.shown > DEMONSTRATION_SECONDS * 1000:
            self._show_next()

    def _demonstrate(self):
        self.demonstrating = True
        by_id("invitation").hidden = False
        self._show_next()

    def _show_next(self):
        self.shown = performance.now()
        start = STARTS[self.next % len(STARTS)]
        self.next += 1
        still = matchMedia("(prefers-reduced-motion: reduce)").matches
        self.viewer.start_at(*start)
        if not still:
            self.viewer.play_next_walk()
