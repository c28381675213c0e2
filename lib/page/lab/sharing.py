"""Taking things away: the link, the figure, and a Python script that draws the same."""

import asyncio

from js import URL, Blob, location
from pyscript.js_modules import browser

from page.frame import words
from page.frame.dom import by_id, make
from page.lab.script import script
from page.stage.stage import Stage
from page.state.reading import setup_to_run
from page.state.store import Store
from visualizer.formula import FormulaError


class Sharing:
    """The buttons below the stage.

    stage: its layers are the picture that can be saved.
    write_address(): a coroutine that brings the address in line with the state.
    """

    def __init__(self, store: Store, stage: Stage, write_address: object) -> None:
        self.store, self.stage, self._write_address = store, stage, write_address
        by_id("copy-link").addEventListener(
            "click", lambda event: asyncio.create_task(self._copy())
        )
        by_id("save-script").addEventListener("click", self._save_script)
        by_id("save-picture").addEventListener("click", self._save_figure)

    async def _copy(self) -> None:
        await self._write_address()
        copied, field = await browser.copy(location.href), by_id("link-text")
        self._show_status("link.copied" if copied else "link.not_copied")
        field.hidden = copied
        if not copied:  # a classroom's address has no clipboard: there it is copied by hand
            field.value = location.href
            field.focus()
            field.select()

    def _save_script(self, event: object) -> None:
        setup = setup_to_run(self.store.state)
        if setup["start"] is None:
            self._show_status("script.no_start")
            return
        try:
            text = script(setup, self.store.catalogue)
        except FormulaError as error:
            by_id("sharing-status").textContent = error.message(words.language())
            return
        address = URL.createObjectURL(Blob.new([text]))
        _download(address, "optimization.py")
        URL.revokeObjectURL(address)
        by_id("sharing-status").textContent = ""

    def _save_figure(self, event: object) -> None:
        address = browser.pngOf(*self.stage.layers)
        if address:
            _download(address, "optimization.png")

    def _show_status(self, key: str) -> None:
        by_id("sharing-status").textContent = words.say(key)


def _download(address: str, name: str) -> None:
    anchor = make("a", href=address, download=name)
    anchor.click()
