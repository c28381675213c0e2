"""The page: puts its rooms together. Runs in MicroPython, on the main thread.

page/state    what is chosen and kept      page/stage   what is seen and touched
page/lab      controls, results, sharing   page/lesson  sections, questions, exercises
page/code     editors                      page/frame   tabs, language, notices, modes
page/engine   the worker that runs the library

Nothing interrupts MicroPython while it reads a module or makes a part. So both are done piece by
piece, and in the pauses between them the browser draws and hears the visitor. What it takes to walk
after a click, to draw and to tell it, comes first.
"""

import asyncio
import gc

from js import location
from pyscript import document
from pyscript.js_modules import browser


class Page:
    """Makes every part, in the order in which they hear of changes."""

    async def open(self) -> None:
        await self._bring_state_back()
        await self._set_stage()
        asyncio.create_task(self.engine.start())
        await self._open_rooms()
        # The js module's own functions have no "this", which PyScript's addEventListener needs.
        document.defaultView.addEventListener("hashchange", self._address_changed)

    async def _bring_state_back(self) -> None:
        await read("page.state.store", "page.state.keeper")
        from page.frame.kiosk import idle_seconds
        from page.state.catalogue import Catalogue
        from page.state.keeper import Keeper
        from page.state.store import Store

        self.store, self.idle = Store(Catalogue()), idle_seconds()
        # First of all: whatever else goes wrong, what the visitor makes is kept.
        self.keeper = Keeper(self.store, private=self.idle is not None)
        self.readable = await self.keeper.restore()

    async def _set_stage(self) -> None:
        await read("page.engine", "page.frame.language")
        await read("visualizer.landscapes", "visualizer.optimizers", "visualizer.walk")
        await read("page.stage.stage", "page.stage.live_figure", "page.stage.viewer")
        from page.engine import Engine
        from page.frame.boot import Boot
        from page.frame.language import Language
        from page.frame.tabs import Tabs
        from page.lab.results import Results
        from page.stage.live_figure import LiveFigure
        from page.stage.stage import Stage
        from page.stage.viewer import Viewer
        from protocol.questions import Questions

        store, self.questions = self.store, Questions()
        Language(store)
        self.boot = Boot(store)
        self.engine = Engine(self.boot.reach, self._worker_ready, self.boot.fail)
        Tabs(store)
        self.live_figure = LiveFigure(store, self.engine, Stage(), self.questions)
        self.viewer = Viewer(store, self.live_figure)
        self.live_figure.subscribe(self._figure_seen)
        await browser.pause()
        self.live_figure.refresh()
        Results(store, self.live_figure)

    async def _open_rooms(self) -> None:
        await read("visualizer.formula", "page.lab.controls", "page.lab.sharing")
        await read("page.lesson.lesson", "page.code.code", "page.frame.presenter")
        from page.code.code import Code
        from page.frame.kiosk import Kiosk
        from page.frame.notices import Notices
        from page.frame.presenter import Presenter
        from page.lab.controls import Controls
        from page.lab.sharing import Sharing
        from page.lesson.lesson import Lesson

        store, viewer = self.store, self.viewer
        Controls(store, self.live_figure)
        await browser.pause()
        Sharing(store, self.live_figure.stage, self.keeper.write_address)
        self.lesson = Lesson(store, viewer, self.engine, self.questions)
        self.code = Code(store, self.engine, self.questions)
        self.notices = Notices(store)
        self.notices.show_unreadable(not self.readable)
        self.keeper.on_refusal = self.notices.show_refusal
        Presenter(self._open_lesson, self.lesson.step)
        if self.idle is not None:
            Kiosk(self.idle, viewer.start_at, viewer.play_next_walk, self._begin_anew)

    def _worker_ready(self) -> None:
        self.boot.reach("figure")
        self.live_figure.worker_is_new()

    def _figure_seen(self) -> None:
        seen = self.live_figure.has_figure or self.live_figure.problem
        if self.engine.ready and seen and not self.boot.over:
            self.boot.finish()
            asyncio.create_task(self._complete())

    async def _complete(self) -> None:
        from page.engine import Stopped

        try:
            await self.engine.complete()
        except Stopped:  # the next worker does it when it is asked to
            return

    def _open_lesson(self) -> None:
        from page.state import actions

        self.store.act(actions.open_tab, tab="lesson")

    def _begin_anew(self) -> None:
        """The page as nobody has touched it, in the language it is in."""
        from page.state import actions

        self.lesson.forget()
        self.code.forget()
        self.store.act(actions.begin_anew, language=self.store["language"])

    def _address_changed(self, event: object) -> None:
        asyncio.create_task(self._open_link())

    async def _open_link(self) -> None:
        readable = await self.keeper.open_link(location.hash[1:])
        self.notices.show_unreadable(not readable)


async def read(*modules: str) -> None:
    """Read modules, and those that they import, with a pause after each."""
    for name in modules:
        __import__(name)
        await browser.pause()


# MicroPython's collector looks at all there is, which takes longer than a frame has where long
# walks are remembered. By itself it would do so after 16 kB, in every frame of a playback.
gc.threshold(1_000_000)
page = Page()
asyncio.create_task(page.open())
