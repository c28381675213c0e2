"""Notices above the stage: a bad link, what a link shows, code to be read, work not kept."""

from page.frame import words
from page.frame.dom import by_id, set_text, show_problem
from page.state import actions
from page.state.store import Change, Store


class Notices:
    """Says what a link has brought, and lets the reader go on; says what the browser refuses."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._unreadable = self._refused = False
        by_id("run-held").addEventListener("click", lambda event: store.act(actions.let_run))
        by_id("leave-visit").addEventListener("click", lambda event: store.act(actions.leave))
        store.subscribe(lambda change: self.show(), "visit", "held", "language")
        store.subscribe(self._gone_on, "tab", "section", "lab", "lesson")
        self.show()

    def show_unreadable(self, unreadable: bool) -> None:
        """Say that the link in the address could not be read, or no longer."""
        self._unreadable = unreadable
        self.show()

    def show_refusal(self) -> None:
        """Say that the browser does not keep what the visitor makes."""
        self._refused = True
        self.show()

    def _gone_on(self, change: Change) -> None:
        if self._unreadable and change.action is not actions.restore:
            self.show_unreadable(False)

    def show(self) -> None:
        held, visit = self.store["held"], bool(self.store["visit"])
        by_id("run-held").hidden, by_id("leave-visit").hidden = not held, not visit
        told = (("link.held", held), ("link.visit", visit), ("kept.not", self._refused))
        shown = [words.say(key) for key, is_so in told if is_so]
        by_id("notice").hidden = not shown
        set_text(by_id("notice-text"), words.gap().join(shown))
        problem = words.say("link.bad") if self._unreadable else None
        show_problem(by_id("link-problem"), problem)
