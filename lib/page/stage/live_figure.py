"""The figure on view: drawn on the page at once, then by the worker, as matplotlib draws it."""

import asyncio
import gc

from js import matchMedia
from pyscript.js_modules import mailbox

from page.engine import Engine, Overtime, Stopped
from page.stage.quick_figure import QuickFigure
from page.stage.stage import Stage
from page.stage.walks import Walks
from page.state import actions
from page.state.reading import setup_name, setup_on_view
from page.state.setup import field_request, landscape_of
from page.state.store import Change, Store
from protocol.names import DRAW, SURFACE
from protocol.questions import Question, Questions
from protocol.requests import DrawRequests, scene_request

# Seconds after which a walk by a student's own method is given up.
STUDENT_LIMIT = 2


class LiveFigure:
    """Keeps the figure in line with the state; of many changes while it is drawn the last counts.

    Routes that are known are drawn here and now over the ground, the figure without routes, which
    the worker has sent before; or over the stage's own while there is no worker. The worker's
    figure takes their place as soon as it comes.

    problem: why there is no figure or no walk, one of PROBLEMS or {"ja", "en"}, or None.
    moment: the step that a playback is showing; None when the setup's own is shown.
    has_figure: whether there is one of the worker's on the canvas, be it of before or without
        routes.
    """

    OVERTIME, UNEXPECTED = PROBLEMS = ("editor.overtime", "problem.unexpected")

    def __init__(self, store: Store, engine: Engine, stage: Stage, questions: Questions) -> None:
        self.store, self.engine, self.stage = store, engine, stage
        self.walks = Walks(store)
        self.problem: str | dict | None = None
        self.detail = ""
        self.moment: int | None = None
        self._questions, self._requests = questions, DrawRequests()
        self._quick = QuickFigure(stage, self.walks, store.catalogue)
        # What the figure on the canvas shows; None where it is the page's own.
        self._painted: tuple | None = None
        self._published: tuple | None = None
        self.has_figure = self._waiting = self._busy = False
        self._listeners: list = []
        self._dark = matchMedia("(prefers-color-scheme: dark)")
        self._dark.addEventListener("change", lambda event: self.refresh())
        self.walks.on_news = self._walked
        stage.on_resize = self.refresh
        store.subscribe(self._changed, "tab", "section", "lab", "lesson", "held")

    def subscribe(self, listener: object) -> None:
        """Have listener() called when something new is known: a figure, routes, a problem."""
        self._listeners.append(listener)

    @property
    def catching_up(self) -> bool:
        """Whether words and tables may stay as they are, for in a moment there will be new ones.

        So they do not flicker at every click, and screen readers speak once.
        """
        waits = self.walks.on_view is not None and self.walks.result is None and self.engine.ready
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
        if self._draw_here():
            self._publish(self.problem, self.detail)
        else:
            self._have_drawn()

    def rest_at(self, moment: int | None) -> None:
        """A playback rests at a step: the state shows it from now on."""
        self.moment = None
        self.store.act(actions.show_moment, moment=moment)
        self.refresh()

    def refresh(self) -> None:
        """Have the figure drawn anew."""
        self._draw_here()
        self._have_drawn()

    def _have_drawn(self) -> None:
        self._waiting = True
        if self.engine.ready and not self._busy:
            self._busy = True
            asyncio.create_task(self._draw_until_current())

    def _changed(self, change: Change) -> None:
        self.problem, self.detail = None, ""
        self._questions.turn_to("figure", self._subject())
        self.refresh()

    def _walked(self) -> None:
        """A long walk has come to its end, or the worker has to walk."""
        if self.walks.result is None:
            self._have_drawn()
        elif self._draw_here() or not self.engine.ready:
            self._publish(self.problem, self.detail)

    def _draw_here(self) -> bool:
        """Draw the routes on the page if they are known and there is a ground for them.

        Returns whether all is on view now; else it stays as it was until the worker answers.
        """
        wanted = scene, walk, moment = self._wanted()
        if wanted == self._painted:
            self._quick.clear()
            return True
        known = walk is None or self.walks.result is not None
        if known and self._quick.draw_over_ground(scene, moment):
            self._painted, self.has_figure = None, True
        elif not (self.engine.ready and self.has_figure):
            self._quick.draw_alone(scene, self._minima(), moment)
            self._painted, self.has_figure = None, False
        else:
            self._quick.leave(scene)
            return False
        return known and scene["view"] != SURFACE

    def _minima(self) -> list:
        landscape = landscape_of(setup_on_view(self.store.state), self.store.catalogue)
        return landscape.get("minima", [])

    def _wanted(self) -> tuple:
        """What is to be on the canvas: scene, walk and moment."""
        return self._scene(), self.walks.on_view, self.moment_shown

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
        wanted = scene, walk, moment = self._wanted()
        name = setup_name(self.store.state)
        question = self._questions.ask("figure", self._subject())
        # Reading a long walk takes more than a frame: none is asked for that is walked here.
        known = self.walks.result is not None or self.walks.is_walking
        request = self._requests.build(question, scene, walk, moment, known)
        limit = STUDENT_LIMIT if walk and walk["student"] else None
        try:
            answer = await self.engine.ask(DRAW, request, limit)
            if "scene" in request:
                self._quick.has_ground(question.number, scene)
            self._take(question, wanted, answer)
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

    def _take(self, question: Question, wanted: tuple, answer: dict) -> None:
        if answer["walk"]:
            self.walks.learn(wanted[1], answer["walk"])
        if not answer["problem"] and self._questions.wants(question) and self._paints(wanted):
            mailbox.paint(question.number, 0, self.stage.figure)
            self._painted, self.has_figure = wanted, True
            self._quick.clear()
        if answer["problem"] or not self.walks.is_walking:
            self._publish_if_wanted(question, answer["problem"])

    def _paints(self, wanted: tuple) -> bool:
        """Whether a figure may be painted: not one of before, over routes drawn here since."""
        return wanted == self._wanted() or not self._draw_here()

    def _publish_if_wanted(
        self, question: Question, problem: str | dict | None, detail: str = ""
    ) -> None:
        if self._questions.wants(question):
            self._publish(problem, detail)

    def _publish(self, problem: str | dict | None, detail: str = "") -> None:
        self.problem, self.detail = problem, detail
        self._published = self._subject() if self.walks.result else None
        for listener in self._listeners:
            listener()
