"""What is seen of a setup: the stage's layout and gestures, the player, and the status in words."""

from page.frame import words
from page.frame.dom import by_id, every, press, set_text, show_problem
from page.stage.gestures import Gesture, Placing, Turning
from page.stage.live_figure import LiveFigure
from page.stage.marks import StartMark
from page.stage.playback import Playback
from page.state import actions
from page.state.reading import setup_name, setup_on_view
from page.state.setup import TYPED_FIELD, field_request, landscape_of
from page.state.store import Store
from protocol.names import STUDENT, SURFACE


class Viewer:
    """Keeps stage, player and status in line with the state and with what is known of its walk.

    guessing: the gesture that answers a section's question, in place of the usual ones, or None.
    """

    def __init__(self, store: Store, live_figure: LiveFigure) -> None:
        self.store, self.live_figure, self.stage = store, live_figure, live_figure.stage
        self.guessing: Gesture | None = None
        self._placing = Placing(self.start_at, self._show_cursor)
        self._turning = Turning(self._turn)
        self._playback = Playback(live_figure.show_moment, live_figure.rest_at)
        self._laid_out: tuple | None = None
        self._walk: dict | None = None
        self._plays_next = False
        for button in every("button[data-view]"):
            button.addEventListener("click", self._choose_view)
        store.subscribe(lambda change: self.show(), "tab", "section", "lab", "lesson", "held")
        store.subscribe(lambda change: self.translate(), "language")
        live_figure.subscribe(self._show_news)
        self.show()

    def start_at(self, x: float, y: float) -> None:
        self.store.act(actions.start_at, x=x, y=y)

    def play_next_walk(self) -> None:
        """Play the walk on view from its start as soon as it is known."""
        self._plays_next = True
        self._show_news()

    def guess_by(self, gesture: Gesture | None) -> None:
        """Let a gesture answer a question; None: the usual ones again."""
        self.guessing = gesture
        self._use_gesture()

    def show(self) -> None:
        """Bring everything in line with the state."""
        setup = setup_on_view(self.store.state)
        place = (setup_name(self.store.state), field_request(setup), setup["view"])
        if place != self._laid_out:
            self._laid_out = place
            self._placing.crosshair = None
            self._lay_out(setup)
        if self.live_figure.walks.on_view != self._walk:
            self._walk = self.live_figure.walks.on_view
            self._playback.stop()
        if self._walk is None:
            self._plays_next = False
        self._show_walk()

    def translate(self) -> None:
        self._playback.translate()
        self._show_walk()

    def _lay_out(self, setup: dict) -> None:
        views = every("button[data-view]")
        for button in views:
            if button.getAttribute("data-view") == setup["view"]:
                press(views, button)
        drawn_before = setup["landscape"] != TYPED_FIELD and setup["view"] != SURFACE
        self.stage.show_ground(setup["landscape"] if drawn_before else None)
        landscape = landscape_of(setup, self.store.catalogue)
        self.stage.show_bounds(landscape["xlim"], landscape["ylim"])
        self._use_gesture()

    def _use_gesture(self) -> None:
        view = setup_on_view(self.store.state)["view"]
        usual = self._turning if view == SURFACE else self._placing
        self.stage.use(self.guessing or usual)

    def _show_news(self) -> None:
        self._show_walk()
        if self._plays_next and self.live_figure.walks.result:
            self._plays_next = False
            self._playback.play()

    def _show_walk(self) -> None:
        """Show what is known of the walk: player, status, problems, and where it will start."""
        if self.live_figure.catching_up:
            return
        start, result = setup_on_view(self.store.state)["start"], self.live_figure.walks.result
        waits = start is not None and result is None
        self.stage.set_marks("start", [StartMark(*start)] if waits else [])
        if not self._playback.playing:
            routes = result["routes"] if result else []
            steps = max([len(route["points"]) - 1 for route in routes] or [0])
            self._playback.load(steps, self.live_figure.moment_shown)
        set_text(by_id("status"), self._status(start, result))
        self._show_problem(result)

    def _status(self, start: list | None, result: dict | None) -> str:
        if start is None:
            return words.say("status.waiting")
        x, y = (words.number(value) for value in start)
        if result is None:
            return words.say("status.early", x=x, y=y)
        if not result["routes"]:
            return words.say("status.loss", x=x, y=y, loss=words.number(result["loss"]))
        routes = words.gap().join([_route_in_words(route) for route in result["routes"]])
        return words.say("status.walked", x=x, y=y, routes=routes)

    def _show_problem(self, result: dict | None) -> None:
        problem, detail = self.live_figure.problem, self.live_figure.detail
        if isinstance(problem, dict):
            text = problem[words.language()]
        elif problem:
            text = words.say(problem, detail=detail)
        else:
            text = _fault(result)
        show_problem(by_id("problem"), text)

    def _turn(self, d_azim: float, d_elev: float) -> None:
        self.store.act(actions.turn_surface, d_azim=d_azim, d_elev=d_elev)

    def _choose_view(self, event: object) -> None:
        view = event.currentTarget.getAttribute("data-view")
        self.store.act(actions.choose_view, view=view)

    def _show_cursor(self, x: float, y: float) -> None:
        by_id("cursor").textContent = words.say("cursor", x=words.number(x), y=words.number(y))


def _route_in_words(route: dict) -> str:
    return words.say(
        "status.route",
        name=words.route_name(route["name"]),
        steps=len(route["points"]) - 1,
        loss=words.number(route["losses"][-1], 3) if route["losses"] else "—",
        reason=words.say("reason." + route["reason"]),
    )


def _fault(result: dict | None) -> str | None:
    """What stopped a student's method on its way, in words."""
    fault = result and result["fault"]
    if not fault:
        return None
    steps = [len(r["points"]) - 1 for r in result["routes"] if r["name"] == STUDENT]
    where = words.say("editor.line", line=fault["line"]) if fault["line"] else ""
    sentence = where + fault["sentence"][words.language()]
    said = words.say("status.fault", step=(steps or [0])[0] + 1, sentence=sentence)
    return said + " " + fault["detail"] if fault["detail"] else said
