"""The progress bar: which phase of loading has been reached, and what failed."""

from pyscript.js_modules import browser

from page.frame import words
from page.frame.dom import by_id
from page.state.store import Store
from protocol.names import FAILED

# Percent of a first start's time that is over when a phase begins, as measured.
PERCENT = {
    "page": 4,
    "interpreter": 10,
    "files": 62,
    "numpy": 65,
    "matplotlib": 72,
    "figure": 92,
}


class Boot:
    """Shows the phase that the worker has reached until the first figure is on the canvas.

    over: whether there is nothing to wait for.
    """

    def __init__(self, store: Store) -> None:
        self.box, self.bar, self.text = by_id("boot"), by_id("boot-bar"), by_id("boot-text")
        self.phase, self.detail = "page", ""
        store.subscribe(lambda change: self.translate(), "language")
        self.show()

    @property
    def over(self) -> bool:
        return self.box.hidden

    def reach(self, phase: str) -> None:
        """Loading has come to this phase; earlier phases that are reported late are passed over."""
        if self.phase == FAILED:
            return
        if self.over or PERCENT[phase] >= PERCENT[self.phase]:
            self.phase = phase
            self.box.hidden = False
            self.show()

    def show(self) -> None:
        self.bar.value = PERCENT[self.phase]
        self.translate()

    def finish(self) -> None:
        self.box.hidden = True

    def fail(self, reason: str) -> None:
        self.phase, self.detail = FAILED, " ({})".format(reason)
        self.box.hidden, self.bar.hidden = False, True
        self.box.classList.add("failed")
        self.translate()

    def translate(self) -> None:
        if self.phase == FAILED and browser.refusesStorage():
            self.text.textContent = words.say("boot.refused")
            return
        self.text.textContent = words.say("boot." + self.phase) + self.detail
