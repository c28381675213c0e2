"""Taking things away: the link, the picture, and a Python script that draws the same."""

import asyncio

from js import URL, Blob, location, navigator

from page import words
from page.dom import by_id, make
from page.script import script


class Sharing:
    """The buttons below the stage."""

    def __init__(self, viewer, catalogue):
        self.viewer, self.catalogue = viewer, catalogue
        by_id("copy-link").addEventListener(
            "click", lambda event: asyncio.create_task(self._copy())
        )
        by_id("save-script").addEventListener("click", self._save_script)
        by_id("save-picture").addEventListener("click", self._save_picture)

    async def _copy(self):
        try:
            await navigator.clipboard.writeText(location.href)
            self._tell("link.copied")
        except Exception:  # a browser may not allow it, each in its own way
            self._tell("link.not_copied")

    def _save_script(self, event):
        if self.viewer.picture["start"] is None:
            self._tell("script.no_start")
            return
        text = script(self.viewer.picture, self.catalogue)
        address = URL.createObjectURL(Blob.new([text]))
        _download(address, "optimization.py")
        URL.revokeObjectURL(address)
        by_id("told").textContent = ""

    def _save_picture(self, event):
        _download(self.viewer.stage.figure.toDataURL("image/png"), "optimization.png")

    def _tell(self, key):
        by_id("told").textContent = words.say(key)


def _download(address, name):
    anchor = make("a", href=address, download=name)
    anchor.click()
