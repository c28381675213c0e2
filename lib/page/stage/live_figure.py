"""Asks the worker for the figure of what is on view, and keeps what it tells of the walks."""

import asyncio
import gc

from js import matchMedia
from pyscript.js_modules import mailbox

from page.engine import Engine, Overtime, Stopped
from page.stage.stage import Stage
from page.state import actions
from page.state.reading import setup_name, setup_on_view, walk_on_view
from page.state.setup import field_request
from page.state.store import Change, Store
from protocol.names import DRAW
from protocol.questions import Question, Questions
from protocol.requests import DrawRequests, scene_request

# Seconds after which a walk by a student's own method is given up.
STUDENT_LIMIT = 2
# Of so many walks the routes are remembered, so that going to and fro need not ask again.
REMEMBERED = 6


class LiveFigure:
    """Keeps the figure in line with the state; of many changes while it is drawn the last counts.

    result: what is known of the walk on view (protocol.answers.walk_answer), or None so far.
    problem: why there is no figure or no walk, one of PROBLEMS or {"ja", "en"}, or None.
    moment: the step that a playback is showing; None when the setup's own is shown.
    """

    OVERTIME, UNEXPECTED = PROBLEMS = ("editor.overtime", "problem.unexpected")

    def __init__(self, store: Store, engine: Engine, stage: Stage, questions: Questions) -> None:
        self.store, self.engine, self.stage = store, engine, stage
        self.problem: str | dict | None = None
        self.detail = ""
        self.moment: int | None = None
        self._questions, self._requests = questions, DrawRequests()
        self._results: list = []
        self._walk_of = self._walk = None
        self._published: tuple | None = None
        self._waiting = self._busy = False
        self._listeners: list = []
        self._dark = matchMedia("(prefers-color-scheme: dark)")
        self._dark.addEventListener("change", lambda event: self.refresh())
        stage.on_resize = self.refresh
        store.subscribe(self._changed, "tab", "section", "lab", "lesson", "held")

    def subscribe(self, listener: object) -> None:
        """Have listener() called when something new is known: a figure, routes, a problem."""
        self._listeners.append(listener)

    @property
    def walk(self) -> dict | None:
        """The walk on view; made once for each state, since many ask for it."""
        if self._walk_of is not self.store.state:
            self._walk_of = self.store.state
            self._walk = walk_on_view(self.store.state, self.store.catalogue)
        return self._walk

    @property
    def result(self) -> dict | None:
        return self._result_of(self.walk)

    @property
    def catching_up(self) -> bool:
        """Whether words and tables may stay as they are, for in a moment there will be new ones.

        So they do not flicker at every click, and screen readers speak once.
        """
        waits = self.walk is not None and self.result is None and self.engine.ready
        return waits and not self.problem and self._published == self._subject()

    @property
    def moment_shown(self) -> int | None:
        """The step up to which routes are shown; None for their ends."""
        return setup_on_view(self.store.state)["moment"] if self.moment is None else self.moment

    def worker_is_new(self) -> None:
        """Another worker answers from now on."""
        self._requests.forget()
        self.refresh()

    def show_moment(self, moment: int | None) -> None:
        """Show a step of a playback; this changes nothing in the state."""
        self.moment = moment
        self.refresh()

    def refresh(self) -> None:
        """Have the figure drawn anew."""
        self._waiting = True
        if self.engine.ready and not self._busy:
            self._busy = True
            asyncio.create_task(self._draw_until_current())

    def _changed(self, change: Change) -> None:
        self.problem, self.detail = None, ""
        self._questions.turn_to("figure", self._subject())
        self.refresh()

    def _subject(self) -> tuple:
        """What the figure is about; an answer about something else comes too late."""
        state = self.store.state
        return setup_name(state), state["section"], field_request(setup_on_view(state))

    async def _draw_until_current(self) -> None:
        try:
            while self._waiting and self.engine.ready:
                self._waiting = False
                await self._draw()
                # Now rather than at the next click: it takes time, and a frame has just been drawn.
                gc.collect()
        finally:
            self._busy = False

    async def _draw(self) -> None:
        walk, name = self.walk, setup_name(self.store.state)
        question = self._questions.ask("figure", self._subject())
        known = self._result_of(walk) is not None
        request = self._requests.build(question, self._scene(), walk, self.moment_shown, known)
        limit = STUDENT_LIMIT if walk and walk["student"] else None
        try:
            self._take(question, walk, await self.engine.ask(DRAW, request, limit))
        except Overtime:
            self.store.act(actions.give_up_student, name=name)
            self._publish_if_wanted(question, self.OVERTIME)
        except Stopped:
            self._waiting = True
            self._publish(self.problem)
        except Exception as error:
            self._requests.forget()
            self._publish_if_wanted(question, self.UNEXPECTED, str(error))
        finally:
            self.engine.forget(question)

    def _scene(self) -> dict:
        stage, setup = self.stage, setup_on_view(self.store.state)
        return scene_request(
            field_request(setup),
            setup["view"],
            setup["turn"],
            "dark" if self._dark.matches else "light",
            [stage.pixel_width, stage.pixel_height],
            stage.ratio,
            stage.plane.rectangle(),
            stage.plane.xlim,
            stage.plane.ylim,
        )

    def _take(self, question: Question, walk: dict | None, answer: dict) -> None:
        if answer["walk"]:
            self._results = [(walk, answer["walk"])] + self._results[: REMEMBERED - 1]
        if not answer["problem"] and self._questions.wants(question):
            mailbox.paint(question.number, 0, self.stage.figure)
        self._publish_if_wanted(question, answer["problem"])

    def _result_of(self, walk: dict | None) -> dict | None:
        for asked, result in self._results:
            if asked == walk:
                return result
        return None

    def _publish_if_wanted(
        self, question: Question, problem: str | dict | None, detail: str = ""
    ) -> None:
        if self._questions.wants(question):
            self._publish(problem, detail)

    def _publish(self, problem: str | dict | None, detail: str = "") -> None:
        self.problem, self.detail = problem, detail
        self._published = self._subject() if self.result else None
        for listener in self._listeners:
            listener()
