"""Keeps the state in the address and in the browser, and brings it back when the page opens."""

import asyncio

from js import history, location
from pyscript import window

from page import link, store
from page.check import checked
from page.dom import by_id
from page.link import BadLink

# Writing the address at every movement of a pointer would be too often for browsers.
PAUSE = 300  # milliseconds


class Keeper:
    """Writes the state a moment after it changed. private: keep nothing (for kiosks).

    A student's method that came by a link is taken out of the picture and held until the reader
    lets it run: held is [(picture, own), …].
    """

    def __init__(self, state, catalogue, sections, private=False):
        self.state, self.catalogue, self.sections = state, catalogue, sections
        self.private = private
        self.timer = None
        self.held = []

    async def restore(self):
        """The state to begin with: from the address, else from the last visit, else fresh.

        Returns (state or None, whether the address was unreadable).
        """
        kept = {} if self.private else self._kept()
        fragment = location.hash[1:]
        if not fragment:
            return (kept or None), False
        try:
            found = checked(await link.read(fragment), self.catalogue, self.sections)
        except (BadLink, ValueError):
            return (kept or None), True
        self._hold_foreign_code(found, kept)
        found["solved"] = kept.get("solved", [])
        return found, False

    def changed(self):
        """Something changed: write it down soon."""
        window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self._write, PAUSE)

    def _kept(self):
        try:
            return checked(store.load(), self.catalogue, self.sections)
        except ValueError:
            return {}

    def _hold_foreign_code(self, found, kept):
        own_codes = kept.get("codes", {}).values()
        self.held = []
        for name in ("lab", "lesson"):
            own = found[name]["own"]
            if own and own["code"] not in own_codes:
                self.held.append((name, own))
                found[name]["own"] = None
        by_id("held").hidden = not self.held

    def release(self):
        """Put the held code back into its pictures, since the reader said so."""
        for name, own in self.held:
            self.state[name]["own"] = own
        self.held = []
        by_id("held").hidden = True

    def _write(self):
        if not self.private:
            store.save(self.state)
        asyncio.create_task(self._write_address())

    async def _write_address(self):
        shared = {name: value for name, value in self.state.items() if name != "solved"}
        history.replaceState(None, "", "#" + await link.write(shared))
