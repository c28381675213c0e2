"""Brings the state back when the page opens, and writes it down: storage, session, address."""

import asyncio

from js import history, location
from pyscript import document, window

from page.state import actions, link, storage
from page.state.link import BadLink
from page.state.reading import shared
from page.state.store import Change, Store
from page.state.table import BY_NAME, ENTRIES, checked

# Writing the address at every movement of a pointer would be too often for browsers.
PAUSE = 300  # milliseconds

KEPT = [entry.name for entry in ENTRIES if entry.kept]
LINKED = [entry.name for entry in ENTRIES if entry.linked]
# What a tab needs to be again what it was before a reload; the rest is kept between visits.
SESSION = [entry.name for entry in ENTRIES if entry.name not in ("guesses", "codes", "solved")]

# Actions that bring in what was stored or sent: there is nothing new to write down.
READING = (actions.restore, actions.visit, actions.hear_other_tab)
# Actions after which the state is not what the visitor has made.
ARRIVING = READING + (actions.leave, actions.begin_anew)


class Keeper:
    """Writes down what the visitor does, a moment after they did it.

    store: the page's state.
    private: store nothing (for kiosks).
    """

    def __init__(self, store: Store, private: bool = False) -> None:
        self.store, self.private = store, private
        self._timer = None
        self._unsaved: dict = {}
        store.subscribe(self._changed, *[entry.name for entry in ENTRIES])
        # The js module's own functions have no "this", which PyScript's addEventListener needs.
        page = document.defaultView
        page.addEventListener("storage", self._heard)
        page.addEventListener("pagehide", lambda event: self._save())
        document.addEventListener("visibilitychange", lambda event: self._save())

    async def restore(self) -> bool:
        """Bring back what this tab was, or show what a link carries; False if it is unreadable."""
        if not self.private:
            self.store.act(actions.restore, found=self._kept())
        fragment = location.hash[1:]
        session = storage.load_session()
        if fragment and not self.private and session.get("fragment") == fragment:
            try:
                found = checked(session["state"], self.store.catalogue, SESSION)
            except (KeyError, ValueError):
                found = {}
            self.store.act(actions.restore, found=found)
            return True
        return await self.open_link(fragment)

    async def open_link(self, fragment: str) -> bool:
        """Show what a link carries; False if it cannot be read. Without a fragment leave it."""
        if not fragment:
            if self.store["visit"] or self.store["held"]:
                self.store.act(actions.leave)
            return True
        try:
            raw = await link.read(fragment)
            if isinstance(raw, dict):
                raw.pop("solved", None)
            found = checked(raw, self.store.catalogue, LINKED)
        except (BadLink, ValueError):
            return False
        self.store.act(actions.visit, found=found)
        return True

    def _kept(self) -> dict:
        """What was kept between visits; a bad item is left out, the others stay."""
        found: dict = {}
        for name, value in storage.load().items():
            items = [{key: item} for key, item in value.items()] if _is_itemized(name) else [value]
            for one in items:
                try:
                    good = checked({name: one}, self.store.catalogue, KEPT)[name]
                except ValueError:
                    continue
                if _is_itemized(name):
                    found.setdefault(name, {}).update(good)
                else:
                    found[name] = good
        return found

    def _changed(self, change: Change) -> None:
        if change.action in READING:
            return
        if change.action not in ARRIVING and not self.private:
            self._note(change)
        window.clearTimeout(self._timer)
        self._timer = window.setTimeout(self._write, PAUSE)

    def _note(self, change: Change) -> None:
        """Remember which kept items the visitor has changed."""
        for name in change.names:
            if name not in KEPT:
                continue
            new, old = self.store[name], change.before[name]
            if not _is_itemized(name):
                self._unsaved[(name, None)] = new
                continue
            for key in set(new) | set(old):
                if new.get(key) != old.get(key):
                    self._unsaved[(name, key)] = new.get(key)

    def _save(self) -> None:
        for (name, key), value in self._unsaved.items():
            storage.save(name, key, value)
        self._unsaved = {}
        if not self.private:
            state = {name: self.store[name] for name in SESSION}
            storage.save_session({"fragment": location.hash[1:], "state": state})

    def _write(self) -> None:
        asyncio.create_task(self._write_address())

    async def _write_address(self) -> None:
        fragment = await link.write(shared(self.store.state, self.store.catalogue))
        history.replaceState(None, "", "#" + fragment)
        self._save()

    def _heard(self, event: object) -> None:
        """Another tab has stored something."""
        name, key = storage.parse_name(event.key)
        if self.private or not key or (name, key) in self._unsaved:
            return
        value = storage.load().get(name, {}).get(key)
        try:
            if value is not None:
                checked({name: {key: value}}, self.store.catalogue, KEPT)
        except ValueError:
            return
        self.store.act(actions.hear_other_tab, entry=name, key=key, value=value)


def _is_itemized(name: str) -> bool:
    return isinstance(BY_NAME[name].fresh(), dict) if name in BY_NAME else False
