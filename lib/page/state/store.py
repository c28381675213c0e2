"""The only owner of the page's state."""

from page.state.catalogue import Catalogue
from page.state.table import fresh


class Store:
    """Holds the state; actions change it, and subscribers hear what has changed.

        store.act(actions.start_at, x=-7, y=2)
        store.subscribe(redraw, "lab", "lesson")

    state: {entry: value}, to be read only. Values are replaced, never changed in place, so whoever
    keeps one keeps what it was.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.state = fresh()
        self._subscribers: list = []
        self._waiting: list = []
        self._telling = False

    def __getitem__(self, name: str) -> object:
        return self.state[name]

    def act(self, action: object, **values: object) -> None:
        """Do an action (see page.state.actions), then tell everybody whom its changes concern.

        A subscriber's own action is done at once, and told after the one before has been.
        """
        before = self.state
        changes = action(before, self.catalogue, **values)
        changed = [name for name, value in changes.items() if value != before[name]]
        if changed:
            self.state = dict(before)
            for name in changed:
                self.state[name] = changes[name]
            self._waiting.append((changed, before, action))
            self._tell()

    def subscribe(self, listener: object, *names: str) -> None:
        """Have listener(change) called after every action that changed one of these entries."""
        self._subscribers.append((listener, names))

    def _tell(self) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                changed, before, action = self._waiting.pop(0)
                change = Change(changed, before, action)
                for listener, names in self._subscribers:
                    if any(name in changed for name in names):
                        listener(change)
        finally:
            self._telling = False


class Change:
    """What an action has changed.

    names: of the entries.
    before: the whole state before.
    action: the action.
    """

    def __init__(self, names: list, before: dict, action: object) -> None:
        self.names, self.before, self.action = names, before, action
