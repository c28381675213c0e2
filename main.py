"""The page: events in, questions to the worker, pixels out. Runs in MicroPython, main thread."""

import asyncio

from pyscript import document

from page import state as states
from page import words
from page.boot import Boot
from page.catalogue import Catalogue
from page.controls import Controls
from page.dom import by_id, every
from page.engine import Engine
from page.viewer import Viewer


class Page:
    """Puts the parts of the page together."""

    def __init__(self):
        catalogue = Catalogue()
        self.state = states.fresh()
        self.boot = Boot()
        self.engine = Engine(self.boot.reach)
        picture = self.state["lab"]
        self.viewer = Viewer(
            picture, catalogue, self.engine, self._start_was_chosen, self.boot.finish
        )
        self.controls = Controls(picture, catalogue, self.viewer)
        for button in every("[data-language]"):
            button.addEventListener("click", self._choose_language)
        self.translate()

    async def run(self):
        """Start the worker, then answer whatever was asked meanwhile."""
        try:
            await self.engine.start()
        except Exception as error:
            self.boot.fail(error)
            return
        self.boot.reach("figure")
        self.viewer.refresh()

    def translate(self):
        """Put the whole page into the chosen language."""
        language = self.state["language"]
        words.use(language)
        document.documentElement.lang = language
        document.title = by_id("title").querySelector("[lang={}]".format(language)).textContent
        for element in every("[data-label-{}]".format(language)):
            element.setAttribute("aria-label", element.getAttribute("data-label-" + language))
        for button in every("[data-language]"):
            chosen = button.getAttribute("data-language") == language
            button.setAttribute("aria-pressed", "true" if chosen else "false")
        self.boot.translate()
        self.controls.translate()
        self.viewer.tell()

    def _start_was_chosen(self):
        self.controls.show_start()

    def _choose_language(self, event):
        self.state["language"] = event.currentTarget.getAttribute("data-language")
        self.translate()


page = Page()
asyncio.create_task(page.run())
