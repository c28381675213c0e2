"""Playing a walk step by step: the button, the slider, the clock."""

from js import performance
from pyscript import window

from page.frame import words
from page.frame.dom import by_id

STEPS_PER_SECOND = 12
LONGEST_SECONDS = 6


class Playback:
    """Shows one step of a walk after another.

    on_moment(step): called for each step while it plays.
    on_rest(step): called when it comes to rest at a step, or the reader chose one; None at the end.
    """

    def __init__(self, on_moment: object, on_rest: object) -> None:
        self._on_moment, self._on_rest = on_moment, on_rest
        self._button, self._slider = by_id("play"), by_id("moment")
        self._text = by_id("moment-text")
        self._steps = self._from = self._shown = 0
        self._began = 0.0
        self.playing = False
        self._button.addEventListener("click", lambda event: self._toggle())
        self._slider.addEventListener("input", lambda event: self._chosen())

    def load(self, steps: int, moment: int | None) -> None:
        """Offer a walk of that many steps, showing the given one (None: the last)."""
        self._steps = steps
        self._slider.max = str(steps)
        self._slider.disabled = self._button.disabled = steps == 0
        self._show(steps if moment is None else min(moment, steps))

    def play(self) -> None:
        self._from = 0 if self._shown >= self._steps else self._shown
        self._began = performance.now()
        self._set_playing(True)
        window.requestAnimationFrame(self._tick)

    def stop(self) -> None:
        """Stop without coming to rest anywhere: there is another walk to show."""
        if self.playing:
            self._set_playing(False)
            self._on_moment(None)

    def translate(self) -> None:
        self._button.setAttribute("aria-label", words.say("pause" if self.playing else "play"))
        self._show(self._shown)

    def _show(self, moment: int) -> None:
        self._shown = moment
        self._slider.value = str(moment)
        text = words.say("moment", step=moment, steps=self._steps) if self._steps else ""
        self._text.textContent = text

    def _toggle(self) -> None:
        if self.playing:
            self._rest()
        else:
            self.play()

    def _set_playing(self, playing: bool) -> None:
        self.playing = playing
        self._button.setAttribute("data-playing", "true" if playing else "false")
        self.translate()

    def _tick(self, now: float) -> None:
        if not self.playing:
            return
        pace = max(STEPS_PER_SECOND, self._steps / LONGEST_SECONDS)
        passed = max(now - self._began, 0) / 1000
        moment = min(self._steps, self._from + int(passed * pace))
        if moment != self._shown or moment == self._from:
            self._show(moment)
            self._on_moment(moment)
        if moment >= self._steps:
            self._rest()
        else:
            window.requestAnimationFrame(self._tick)

    def _chosen(self) -> None:
        self._show(int(self._slider.value))
        self._rest()

    def _rest(self) -> None:
        self._set_playing(False)
        self._on_rest(None if self._shown >= self._steps else self._shown)
