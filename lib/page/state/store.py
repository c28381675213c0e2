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
        self._pending: list = []
        self._notifying = False

    def __getitem__(self, name: str) -> object:
        return self.state[name]

    def act(self, action: object, **values: object) -> None:
        """Do an action (see page.state.actions), then notify everybody whom its changes concern.

        A subscriber's own action is done at once; its changes follow those of the one before.
        """
        before = self.state
        changes = action(before, self.catalogue, **values)
        changed = [name for name, value in changes.items() if value != before[name]]
        if changed:
            self.state = dict(before)
            for name in changed:
                self.state[name] = changes[name]
            self._pending.append((changed, before, action))
            self._notify()

    def subscribe(self, listener: object, *names: str) -> None:
        """Have listener(change) called after every action that changed one of these entries."""
        self._subscribers.append((listener, names))

    def _notify(self) -> None:
        if self._notifying:
            return
        self._notifying = True
        try:
            while self._pending:
                changed, before, action = self._pending.pop(0)
                change = Change(changed, before, action)
                for listener, names in self._subscribers:
                    if any(name in changed for name in names):
                        listener(change)
        finally:
            self._notifying = False


class Change:
    """What an action has changed.

    names: of the entries.
    before: the whole state before.
    action: the action.
    """

    def __init__(self, names: list, before: dict, action: object) -> None:
        self.names, self.before, self.action = names, before, action
