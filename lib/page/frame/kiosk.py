"""Kiosk mode (?kiosk): a demonstration until somebody touches the screen, and again when idle."""

from time import time

from js import URLSearchParams, location, matchMedia
from pyscript import document, window

from page.frame.dom import by_id

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
    """Begins anew when nobody has touched anything for a while, and demonstrates until they do.

    seconds: of idling until then.
    start_at(x, y): begins a walk.
    play(): plays the walk that has just begun.
    reset(): begins anew.
    """

    def __init__(self, seconds: float, start_at: object, play: object, reset: object) -> None:
        self.idle_seconds, self.reset = seconds, reset
        self.start_at, self.play = start_at, play
        self.demonstrating = False
        self.last = self.shown = time()
        self.next = 0
        # Its links lead away, and nobody would come back.
        by_id("footer").hidden = True
        for kind in ("pointerdown", "keydown", "wheel", "input"):
            document.addEventListener(kind, self._touched, True)
        window.setInterval(self._tick, 500)
        self._demonstrate()

    def _touched(self, event: object) -> None:
        self.last = time()
        if self.demonstrating:
            self.demonstrating = False
            by_id("invitation").hidden = True
            self.reset()

    def _tick(self) -> None:
        now = time()
        if not self.demonstrating and now - self.last > self.idle_seconds:
            self.reset()
            self._demonstrate()
        elif self.demonstrating and now - self.shown > DEMONSTRATION_SECONDS:
            self._show_next()

    def _demonstrate(self) -> None:
        self.demonstrating = True
        by_id("invitation").hidden = False
        self._show_next()

    def _show_next(self) -> None:
        self.shown = time()
        start = STARTS[self.next % len(STARTS)]
        self.next += 1
        still = matchMedia("(prefers-reduced-motion: reduce)").matches
        self.start_at(*start)
        if not still:
            self.play()
