"""The picture: asks the worker for it, puts it on the stage, and tells in words what it shows."""

import asyncio

from js import matchMedia

from page import report, words
from page.dom import by_id, every, press, show_problem
from page.engine import Overtime, Stopped
from page.gestures import Placing, Turning
from page.marks import StartMark
from page.playback import Playback
from page.stage import Stage
from page.state import field_request, landscape_of, walk_request

# Seconds after which a walk by a student's own method is given up.
OWN_LIMIT = 2


class Viewer:
    """Keeps the stage, the playback and the results in line with a picture (see page.state).

    on_start(): a start was chosen on the canvas; on_figure(): a figure arrived; on_routes(): new
    routes did; on_change(): the picture changed. routes: what was walked, as plain dicts;
    underfoot: loss and gradient at the start. Both are None until the worker has answered.
    """

    def __init__(self, picture, catalogue, engine, on_start, on_figure):
        self.picture, self.catalogue, self.engine = picture, catalogue, engine
        self.on_start, self.on_figure = on_start, on_figure
        self.on_routes = self.on_change = lambda: None
        self.play_when_walked = False
        self.routes = self.underfoot = None
        self.waiting = self.busy = False
        self.stage = Stage(self.refresh)
        report.on_steps_opened(lambda: report.show_steps(self.routes))
        self.placing = Placing(self.start_at, self._tell_cursor)
        self.turning = Turning(self.turn)
        self.playback = Playback(self._show_moment)
        self.dark = matchMedia("(prefers-color-scheme: dark)")
        self.dark.addEventListener("change", lambda event: self.refresh())
        for button in every("button[data-view]"):
            button.addEventListener("click", self._choose_view)
        self.lay_out()

    def load(self, picture):
        """Show another picture."""
        self.picture = picture
        self.routes = self.underfoot = None
        self.playback.pause()
        self.playback.load(0, None)
        self.placing.crosshair = None
        self.lay_out()
        self.refresh()
        self.tell()

    def start_at(self, x, y):
        """Walk from this point; before the worker is ready, keep it and say so."""
        self.picture["start"] = [x, y]
        self.on_start()
        self.walk_anew()
        if self.routes is None:
            self.stage.marks["waiting"] = StartMark(x, y)
            self.stage.draw_marks()
            self.tell()

    def walk_anew(self):
        """Walk again after something that decides the route has changed."""
        self.playback.pause()
        self.picture["moment"] = None
        self.refresh()

    def change_field(self):
        """Show the landscape that has just been chosen: no route yet."""
        self.picture["moment"] = None
        self.load(self.picture)

    def turn(self, d_azim, d_elev):
        elev, azim = self.picture["turn"]
        self.picture["turn"] = [min(max(elev + d_elev, -10.0), 90.0), (azim + d_azim) % 360.0]
        self.refresh()

    def lay_out(self):
        """Bring the stage in line with the landscape and the view."""
        landscape = landscape_of(self.picture, self.catalogue)
        views = every("button[data-view]")
        for button in views:
            if button.getAttribute("data-view") == self.picture["view"]:
                press(views, button)
        self.stage.show_bounds(landscape["xlim"], landscape["ylim"])
        self.stage.use(self.turning if self.picture["view"] == "surface" else self.placing)

    def tell(self):
        """Say in words what the picture shows: results, status, playback."""
        report.show_results(self.picture, self.catalogue, self.routes)
        report.show_steps(self.routes)
        self.playback.translate()
        by_id("status").textContent = self._status()

    def refresh(self):
        """Have the picture drawn anew; of many calls while the worker is busy the last counts."""
        self.waiting = True
        self.on_change()
        if self.engine.worker and not self.busy:
            self.busy = True
            asyncio.create_task(self._draw_until_current())

    async def _draw_until_current(self):
        try:
            while self.waiting:
                self.waiting = False
                await self._draw()
            show_problem(by_id("problem"), None)
        except Overtime:
            show_problem(by_id("problem"), words.say("workshop.overtime"))
        except Stopped:
            self.waiting = True
        except Exception as error:
            show_problem(by_id("problem"), words.say("problem.unexpected", detail=error))
        finally:
            self.busy = False

    async def _draw(self):
        limit = OWN_LIMIT if self.picture["own"] else None
        picture = self.picture
        try:
            answer, items = await self.engine.ask("show", self._request(), limit)
        except Overtime:
            picture["own"] = None
            raise
        problem = answer.get("problem")
        show_problem(by_id("formula-problem"), problem and problem[words.language()])
        if problem:
            return
        self.stage.paint(items[0], answer["width"], answer["height"])
        self.on_figure()
        if answer["routes"] is not None:
            self._take(answer)

    def _request(self):
        stage, picture = self.stage, self.picture
        return {
            "scene": {
                "landscape": field_request(picture),
                "view": picture["view"],
                "turn": picture["turn"],
                "theme": "dark" if self.dark.matches else "light",
                "size": [stage.pixel_width, stage.pixel_height],
                "ratio": stage.ratio,
                "axes": stage.plane.rectangle(),
                "xlim": stage.plane.xlim,
                "ylim": stage.plane.ylim,
            },
            "walk": walk_request(picture, self.catalogue),
            "moment": picture["moment"],
        }

    def _take(self, answer):
        routes = self.routes = answer["routes"]
        self.underfoot = answer["underfoot"]
        self.stage.marks.pop("waiting", None)
        self.stage.draw_marks()
        steps = max([len(route["points"]) - 1 for route in routes] or [0])
        self.playback.load(steps, self.picture["moment"])
        self.tell()
        self.on_routes()
        if self.play_when_walked:
            self.play_when_walked = False
            self.playback.play()

    def _status(self):
        start = self.picture["start"]
        if start is None:
            return words.say("status.waiting")
        x, y = (words.number(value) for value in start)
        if self.routes is None:
            return words.say("status.early", x=x, y=y)
        if not self.routes:
            loss = words.number(self.underfoot["loss"])
            return words.say("status.loss", x=x, y=y, loss=loss)
        return report.sentence(start, self.routes)

    def _show_moment(self, moment):
        last = moment >= self.playback.steps
        self.picture["moment"] = None if last else moment
        report.show_results(self.picture, self.catalogue, self.routes)
        self.refresh()

    def _choose_view(self, event):
        self.picture["view"] = event.currentTarget.getAttribute("data-view")
        self.lay_out()
        self.refresh()

    def _tell_cursor(self, x, y):
        by_id("cursor").textContent = words.say("cursor", x=words.number(x), y=words.number(y))
