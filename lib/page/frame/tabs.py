"""The three parts of the page beside the stage: lesson, lab, code."""

from page.frame.dom import by_id, every, press
from page.state import actions
from page.state.store import Store
from page.state.table import TABS


class Tabs:
    """Buttons in the masthead, and the panel that belongs to the one pressed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._buttons = every("button[data-tab]")
        for button in self._buttons:
            button.addEventListener("click", self._choose)
        store.subscribe(lambda change: self.show(), "tab")
        self.show()

    def show(self) -> None:
        tab = self.store["tab"]
        for button in self._buttons:
            if button.getAttribute("data-tab") == tab:
                press(self._buttons, button)
        for name in TABS:
            by_id(name).hidden = name != tab

    def _choose(self, event: object) -> None:
        tab = event.currentTarget.getAttribute("data-tab")
        self.store.act(actions.open_tab, tab=tab)
