"""Playing a walk step by step: the button, the slider, the clock."""

from js import performance
from pyscript import window

from page import words
from page.dom import by_id

STEPS_PER_SECOND = 12
LONGEST_SECONDS = 6


class Playback:
    """Shows one moment of a walk after another. on_moment(step) is called for each one."""

    def __init__(self, on_moment):
        self.on_moment = on_moment
        self.button, self.slider, self.text = by_id("play"), by_id("moment"), by_id("moment-text")
        self.steps = 0
        self.playing = False
        self.button.addEventListener("click", lambda event: self.toggle())
        self.slider.addEventListener("input", lambda event: self._slid())

    def load(self, steps, moment):
        """Offer a walk of that many steps, showing the given moment (None: the end)."""
        self.steps = steps
        self.slider.max = str(steps)
        self.slider.disabled = self.button.disabled = steps == 0
        self.show(steps if moment is None else min(moment, steps))

    def show(self, moment):
        self.slider.value = str(moment)
        self.text.textContent = words.say("moment", step=moment, steps=self.steps)

    def toggle(self):
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self):
        moment = int(self.slider.value)
        self._from = 0 if moment >= self.steps else moment
        self._began = performance.now()
        self._set_playing(True)
        window.requestAnimationFrame(self._tick)

    def pause(self):
        self._set_playing(False)

    def translate(self):
        self.button.setAttribute("aria-label", words.say("pause" if self.playing else "play"))
        if self.steps:
            self.show(int(self.slider.value))

    def _set_playing(self, playing):
        self.playing = playing
        self.button.setAttribute("data-playing", "true" if playing else "false")
        self.translate()

    def _tick(self, now):
        if not self.playing:
            return
        pace = max(STEPS_PER_SECOND, self.steps / LONGEST_SECONDS)
        moment = min(self.steps, self._from + int(max(now - self._began, 0) / 1000 * pace))
        if moment != int(self.slider.value) or moment == self._from:
            self.show(moment)
            self.on_moment(moment)
        if moment >= self.steps:
            self._set_playing(False)
        else:
            window.requestAnimationFrame(self._tick)

    def _slid(self):
        self.pause()
        moment = int(self.slider.value)
        self.show(moment)
        self.on_moment(moment)
