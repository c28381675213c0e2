"""The page: events in, questions to the worker, pixels out. Runs in MicroPython, main thread."""

import asyncio

from pyscript import document

from page import state as states
from page import words
from page.boot import Boot
from page.catalogue import Catalogue
from page.controls import Controls
from page.dom import by_id, every
from page.editors import Editors
from page.engine import Engine
from page.lesson import Lesson
from page.tabs import Tabs
from page.viewer import Viewer


class Page:
    """Puts the parts of the page together."""

    def __init__(self):
        self.catalogue = Catalogue()
        self.state = states.fresh()
        self.boot = Boot()
        self.engine = Engine(self.boot.reach, self._ready, self.boot.fail)
        self.viewer = Viewer(
            self.state["lab"], self.catalogue, self.engine, self._start_chosen, self.boot.finish
        )
        self.controls = Controls(self.state["lab"], self.catalogue, self.viewer)
        self.editors = Editors(self.state, self.catalogue, self.viewer, self._changed, self._solved)
        self.lesson = Lesson(self.state, self.viewer, self.editors.open_in)
        self.tabs = Tabs(self.open_tab)
        for button in every("[data-language]"):
            button.addEventListener("click", self._choose_language)
        self.translate()

    def open_tab(self, tab):
        """Show the lesson, the lab or the free editor, each with its own picture."""
        self.state["tab"] = tab
        self.tabs.show(tab)
        if tab == "lesson":
            self.lesson.open(self.state["section"])
        else:
            self.viewer.stage.marks.clear()
            self.viewer.load(self.state["lab"])
        if tab == "code":
            self.editors.open_free()
        self.translate()

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
        for part in (self.boot, self.controls, self.lesson, self.editors):
            part.translate()
        self.viewer.tell()

    def _ready(self):
        self.boot.reach("figure")
        self.viewer.refresh()

    def _start_chosen(self):
        if self.viewer.picture is self.state["lab"]:
            self.controls.show_start()

    def _changed(self):
        """The reader changed something that is worth keeping."""

    def _solved(self, key):
        if key not in self.state["solved"]:
            self.state["solved"].append(key)

    def _choose_language(self, event):
        self.state["language"] = event.currentTarget.getAttribute("data-language")
        self.translate()


page = Page()
asyncio.create_task(page.engine.start())
