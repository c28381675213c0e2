"""The progress bar: which stage of loading has been reached, and what failed."""

from page.frame import words
from page.frame.dom import by_id
from page.state.store import Store
from protocol.names import FAILED

# Percent of a first start's time that is over when a stage begins, as measured.
STAGES = {
    "page": 4,
    "interpreter": 10,
    "files": 62,
    "numpy": 65,
    "matplotlib": 72,
    "figure": 92,
}


class Boot:
    """Shows the stage that the worker has reached until the first figure is on the canvas."""

    def __init__(self, store: Store) -> None:
        self.box, self.bar, self.text = by_id("boot"), by_id("boot-bar"), by_id("boot-text")
        self.stage, self.detail = "page", ""
        store.subscribe(lambda change: self.translate(), "language")
        self.show()

    def reach(self, stage: str) -> None:
        """Loading has come to this stage; earlier stages that are reported late are passed over."""
        if self.box.hidden or STAGES[stage] >= STAGES[self.stage]:
            self.stage = stage
            self.box.hidden = False
            self.show()

    def show(self) -> None:
        self.bar.value = STAGES[self.stage]
        self.translate()

    def finish(self) -> None:
        self.box.hidden = True

    def fail(self, error: Exception) -> None:
        self.stage, self.detail = FAILED, " ({})".format(last_line(error))
        self.box.hidden, self.bar.hidden = False, True
        self.box.classList.add("failed")
        self.translate()

    def translate(self) -> None:
        sentence = words.say("boot." + self.stage)
        self.text.textContent = sentence + self.detail


def last_line(error: Exception) -> str:
    """The line of an error that names it; a JavaScript error brings its whole traceback."""
    text = str(error.args[2]) if len(error.args) > 2 else str(error)
    return text.strip().split("\n")[-1]
