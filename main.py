"""The page: events in, questions to the worker, pixels out. Runs in MicroPython, main thread."""

import asyncio

from pyscript import document

from page import kiosk, words
from page import state as states
from page.boot import Boot
from page.catalogue import Catalogue
from page.controls import Controls
from page.dom import by_id, every, show_problem
from page.editors import Editors
from page.engine import Engine
from page.keeper import Keeper
from page.lesson import Lesson
from page.presenter import Presenter
from page.sharing import Sharing
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
        self.editors = Editors(self.state, self.catalogue, self.viewer, self._edited, self._solved)
        self.lesson = Lesson(self.state, self.viewer, self.editors.open_in)
        self.tabs = Tabs(self.open_tab)
        self.sharing = Sharing(self.viewer, self.catalogue)
        self.presenter = Presenter(lambda: self.open_tab("lesson"), self.lesson.step)
        idle_seconds = kiosk.wanted()
        self.keeper = Keeper(
            self.state, self.catalogue, self.lesson.names, private=idle_seconds is not None
        )
        self.viewer.on_change = self.keeper.changed
        by_id("run-held").addEventListener("click", self._run_held)
        # The js module's own functions have no "this", which PyScript's addEventListener needs.
        document.defaultView.addEventListener("hashchange", self._address_changed)
        for button in every("[data-language]"):
            button.addEventListener("click", self._choose_language)
        self.translate()
        if idle_seconds is not None:
            self.kiosk = kiosk.Kiosk(idle_seconds, self.viewer, self.begin_anew)

    async def restore(self):
        """Go back to what the address or the last visit says; a bad address gets a sentence."""
        state, unreadable = await self.keeper.restore()
        if state:
            self._take(state)
        if unreadable:
            show_problem(by_id("link-problem"), words.say("link.bad"))

    def begin_anew(self):
        """The page as nobody has touched it, in the language it is in."""
        self._take(states.fresh(self.state["language"]))
        self.editors.forget()

    def open_tab(self, tab):
        """Show the lesson, the lab or the free editor, each with its own picture."""
        self.state["tab"] = tab
        if tab == "lesson" and self.state["lesson"] == states.fresh_picture():
            self.lesson.choose(self.state["section"])
        self._show()

    def _take(self, state):
        """Make another state the page's own; the parts keep their references to it."""
        lab = self.state["lab"]
        lab.update(state["lab"])
        self.state.update(state)
        self.state["lab"] = lab
        self.controls.show()
        self._show()

    def _show(self):
        """Show the tab that the state names, with the picture that the state holds."""
        tab = self.state["tab"]
        self.tabs.show(tab)
        if tab == "lesson":
            self.lesson.show()
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

    def _address_changed(self, event):
        asyncio.create_task(self.restore())

    def _run_held(self, event):
        self.keeper.release()
        self._show()

    def _edited(self):
        self.keeper.changed()

    def _solved(self, key):
        if key not in self.state["solved"]:
            self.state["solved"].append(key)
        self.lesson.mark_solved()
        self.keeper.changed()

    def _choose_language(self, event):
        self.state["language"] = event.currentTarget.getAttribute("data-language")
        self.translate()
        self.keeper.changed()


page = Page()
asyncio.create_task(page.engine.start())
asyncio.create_task(page.restore())
