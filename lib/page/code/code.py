"""The code tab: a free editor."""

from page.code.notepad import Notepad
from page.engine import Engine
from page.frame.dom import by_id
from page.state.reading import FREE
from page.state.store import Store
from protocol.questions import Questions


class Code:
    """Makes the free editor when the tab is opened for the first time."""

    def __init__(self, store: Store, engine: Engine, questions: Questions) -> None:
        self.store, self.engine, self._questions = store, engine, questions
        self._notepad: Notepad | None = None
        store.subscribe(lambda change: self.show(), "tab")
        self.show()

    def show(self) -> None:
        if self.store["tab"] == "code" and not self._notepad:
            sample = self.store.catalogue.programs[FREE]
            slot = by_id("free-slot")
            self._notepad = Notepad(FREE, slot, self.store, self.engine, self._questions, sample)

    def forget(self) -> None:
        """Take the editor away with what was written and shown in it."""
        if self._notepad:
            self._notepad.close()
        self._notepad = None
