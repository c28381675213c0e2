"""Brings the state back when the page opens, and writes it down: storage, session, address."""

import asyncio

from js import location
from pyscript import document, window
from pyscript.js_modules import browser

from page.state import actions, link, storage
from page.state.link import BadLink
from page.state.reading import shared
from page.state.store import Change, Store
from page.state.table import BY_NAME, ENTRIES, checked

# Writing the address at every movement of a pointer would be too often for browsers.
PAUSE = 300  # milliseconds

# Fragments that lead to a place in the page: the skip link's.
PLACES = ("plane",)

KEPT = [entry.name for entry in ENTRIES if entry.kept]
LINKED = [entry.name for entry in ENTRIES if entry.linked]
# What a tab needs to be again what it was before a reload; the rest is kept between visits.
SESSION = [e.name for e in ENTRIES if not (e.kept and isinstance(e.fresh(), dict))]

# Actions that bring in what was stored or sent: there is nothing new to write down.
READING = (actions.restore, actions.visit, actions.hear_other_tab)
# Actions after which the state is not what the visitor has made.
ARRIVING = READING + (actions.leave, actions.begin_anew)


class Keeper:
    """Writes down what the visitor does, a moment after they did it.

    store: the page's state.
    private: store nothing (for kiosks).
    on_refusal(): called when the browser does not keep what the visitor has made.
    """

    def __init__(self, store: Store, private: bool = False) -> None:
        self.store, self.private, self.on_refusal = store, private, lambda: None
        self._timer = None
        self._unsaved: dict = {}
        self._leaving = False
        # The fragment that this page has written or shown last; another one is a link to be shown.
        self._known: str | None = None
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
            self._known = fragment
            self.store.act(actions.restore, found=self._of_session(session))
            return True
        return await self.open_link(fragment)

    async def open_link(self, fragment: str) -> bool:
        """Show what a link carries; False if it cannot be read. Without a fragment leave it."""
        if fragment in PLACES:
            self._known = fragment
            self._write()
            return True
        if not fragment:
            self._known = fragment
            if self.store["visit"]:
                self.store.act(actions.leave)
            return True
        # What was to be written there is about the state before.
        window.clearTimeout(self._timer)
        readable = await self._visit(fragment)
        if location.hash[1:] == fragment:
            self._known = fragment
        self._save()
        return readable

    async def write_address(self) -> None:
        """Write the state into the address, now rather than after a pause."""
        window.clearTimeout(self._timer)
        self._save()
        state, leaving = self.store.state, self._leaving
        fragment = await link.write(shared(state, self.store.catalogue))
        if not fragment or self._known != location.hash[1:]:
            return  # a link is to be shown
        if self.store.state is not state:
            return self._write()
        self._leaving = False
        # What a link showed can be gone back to; everything else is one entry of the history.
        browser.writeAddress(fragment, leaving)
        self._known = location.hash[1:]
        self._save()

    async def _visit(self, fragment: str) -> bool:
        try:
            found = self._of_link(await link.read(fragment))
        except (BadLink, ValueError):
            return location.hash[1:] != fragment
        # While it was read, the reader may have gone elsewhere.
        if location.hash[1:] == fragment:
            self.store.act(actions.visit, found=found)
        return True

    def _of_link(self, raw: object) -> dict:
        if isinstance(raw, dict):
            raw.pop("solved", None)
        return checked(raw, self.store.catalogue, LINKED)

    def _of_session(self, session: dict) -> dict:
        try:
            return checked(session.get("state"), self.store.catalogue, SESSION)
        except ValueError:
            return {}

    def _kept(self) -> dict:
        """What was kept between visits; a bad item is left out, the others stay."""
        found: dict = {}
        for name, value in storage.load().items():
            if not _is_itemized(name):
                found.update(self._checked_item({name: value}))
                continue
            items: dict = {}
            for key, item in (value if isinstance(value, dict) else {}).items():
                items.update(self._checked_item({name: {key: item}}).get(name, {}))
            found[name] = items
        return found

    def _checked_item(self, entries: dict) -> dict:
        """The entries, or {} if they are none of this page's."""
        try:
            return checked(entries, self.store.catalogue, KEPT)
        except ValueError:
            return {}

    def _changed(self, change: Change) -> None:
        if change.action in READING:
            return
        self._leaving = self._leaving or change.action is actions.leave
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
        unsaved, self._unsaved = self._unsaved, {}
        kept = {item: storage.save(*item, value) for item, value in unsaved.items()}
        # A language or a section, which have no key, are soon chosen again.
        if not all(done for (_, key), done in kept.items() if key):
            self.on_refusal()
        if not self.private:
            state = {name: self.store[name] for name in SESSION}
            storage.save_session({"fragment": location.hash[1:], "state": state})

    def _write(self) -> None:
        asyncio.create_task(self.write_address())

    def _heard(self, event: object) -> None:
        """Another tab has stored something."""
        name, key = storage.parse_name(event.key)
        if self.private or not key or (name, key) in self._unsaved:
            return
        value = storage.load_item(name, key)
        if value is None or self._checked_item({name: {key: value}}):
            self.store.act(actions.hear_other_tab, entry=name, key=key, value=value)


def _is_itemized(name: str) -> bool:
    return isinstance(BY_NAME[name].fresh(), dict) if name in BY_NAME else False
