"""The page: puts its rooms together. Runs in MicroPython, on the main thread.

page/state    what is chosen and kept      page/stage   what is seen and touched
page/lab      controls, results, sharing   page/lesson  sections, questions, exercises
page/code     editors                      page/frame   tabs, language, notices, modes
page/engine   the worker that runs the library
"""

import asyncio

from js import location
from pyscript import document

from page.code.code import Code
from page.engine import Engine, Stopped
from page.frame.boot import Boot
from page.frame.kiosk import Kiosk, idle_seconds
from page.frame.language import Language
from page.frame.notices import Notices
from page.frame.presenter import Presenter
from page.frame.tabs import Tabs
from page.lab.controls import Controls
from page.lab.results import Results
from page.lab.sharing import Sharing
from page.lesson.lesson import Lesson
from page.stage.live_figure import LiveFigure
from page.stage.stage import Stage
from page.stage.viewer import Viewer
from page.state import actions
from page.state.catalogue import Catalogue
from page.state.keeper import Keeper
from page.state.store import Store
from protocol.questions import Questions


class Page:
    """Makes every part, in the order in which they hear of changes."""

    def __init__(self) -> None:
        self.store = store = Store(Catalogue())
        idle = idle_seconds()
        # First of all: whatever else goes wrong, what the visitor makes is kept.
        self.keeper = Keeper(store, private=idle is not None)
        questions = Questions()
        Language(store)
        self.boot = Boot(store)
        self.engine = engine = Engine(self.boot.reach, self._worker_ready, self.boot.fail)
        Tabs(store)
        self.live_figure = LiveFigure(store, engine, Stage(), questions)
        viewer = Viewer(store, self.live_figure)
        self.live_figure.subscribe(self._figure_seen)
        self.live_figure.refresh()
        Controls(store, self.live_figure)
        Results(store, self.live_figure)
        Sharing(store, self.live_figure.stage, self.keeper.write_address)
        self.lesson = Lesson(store, viewer, engine, questions)
        self.code = Code(store, engine, questions)
        self.notices = Notices(store)
        Presenter(lambda: store.act(actions.open_tab, tab="lesson"), self.lesson.step)
        if idle is not None:
            Kiosk(idle, viewer.start_at, viewer.play_next_walk, self._begin_anew)
        # The js module's own functions have no "this", which PyScript's addEventListener needs.
        document.defaultView.addEventListener("hashchange", self._address_changed)

    async def start(self) -> None:
        """Bring the state back, then wait for the worker."""
        readable = await self.keeper.restore()
        self.notices.show_unreadable(not readable)

    def _worker_ready(self) -> None:
        self.boot.reach("figure")
        self.live_figure.worker_is_new()

    def _figure_seen(self) -> None:
        seen = self.live_figure.has_figure or self.live_figure.problem
        if self.engine.ready and seen and not self.boot.over:
            self.boot.finish()
            asyncio.create_task(self._complete())

    async def _complete(self) -> None:
        try:
            await self.engine.complete()
        except Stopped:  # the next worker does it when it is asked to
            return

    def _begin_anew(self) -> None:
        """The page as nobody has touched it, in the language it is in."""
        self.lesson.forget()
        self.code.forget()
        self.store.act(actions.begin_anew, language=self.store["language"])

    def _address_changed(self, event: object) -> None:
        asyncio.create_task(self._open_link())

    async def _open_link(self) -> None:
        readable = await self.keeper.open_link(location.hash[1:])
        self.notices.show_unreadable(not readable)


page = Page()
asyncio.create_task(page.engine.start())
asyncio.create_task(page.start())
