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

    def __getitem__(self, name: str) -> object:
        return self.state[name]

    def act(self, action: object, **values: object) -> None:
        """Do an action (see page.state.actions), then notify everybody whom its changes concern.

        Subscribers may act themselves; they find the state as it is by then.
        """
        before = self.state
        changes = action(before, self.catalogue, **values)
        changed = [name for name, value in changes.items() if value != before[name]]
        if changed:
            self.state = dict(before)
            for name in changed:
                self.state[name] = changes[name]
            self._notify(Change(changed, before, action))

    def subscribe(self, listener: object, *names: str) -> object:
        """Have listener(change) called after every action that changed one of these entries.

        Returns a function that ends it.
        """
        subscriber = (listener, names)
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def _notify(self, change: "Change") -> None:
        """One that fails keeps nobody else from hearing; its error comes out afterwards."""
        failed = None
        for listener, names in list(self._subscribers):
            if any(name in change.names for name in names):
                try:
                    listener(change)
                except Exception as error:
                    failed = failed or error
        if failed:
            raise failed


class Change:
    """What an action has changed.

    names: of the entries.
    before: the whole state before.
    action: the action.
    """

    def __init__(self, names: list, before: dict, action: object) -> None:
        self.names, self.before, self.action = names, before, action
