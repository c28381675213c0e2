"""The figure as the page draws it itself, at once, until matplotlib's takes its place."""

from js import performance
from pyscript import window
from pyscript.js_modules import mailbox

from page.stage.axes import AxesMark
from page.stage.routes import RouteMark
from page.stage.stage import FIGURE, Stage
from page.stage.walks import Walks
from page.state.catalogue import Catalogue
from protocol.names import SURFACE

# Milliseconds of a frame for laying out long routes; the others come in the frames after it.
FRAME = 8


class QuickFigure:
    """Draws routes over a ground: the worker's figure without routes, or the stage's own picture.

    stage: where it draws.
    walks: the routes.
    catalogue: their colours and markers.
    """

    def __init__(self, stage: Stage, walks: Walks, catalogue: Catalogue) -> None:
        self._stage, self._walks, self._catalogue = stage, walks, catalogue
        # Which question brought the ground of which scene.
        self._ground: tuple = (0, None)
        # The field over which routes are drawn.
        self._field: object = None
        self._routes_of: dict | None = None
        self._marks: list = []
        # What is being drawn: marks below, and routes.
        self._drawing: tuple | None = None

    def has_ground(self, number: int, scene: dict) -> None:
        """The worker has sent the ground of a scene.

        number: of the question that it came with.
        scene: a scene_request.
        """
        self._ground = number, scene

    def draw_over_ground(self, scene: dict, moment: int | None) -> bool:
        """Draw the routes over the ground of a scene; whether there is one.

        moment: the step up to which they are drawn; None for their ends.
        """
        number, scene_of_ground = self._ground
        if scene["view"] == SURFACE or scene != scene_of_ground:
            return False
        if not mailbox.paintGround(number, self._stage.figure):
            return False
        self._field = scene["field"]
        self._draw([], self._routes(moment))
        return True

    def draw_alone(self, scene: dict, minima: list, moment: int | None) -> None:
        """Draw axes, minima and routes where there is no figure of the worker's.

        minima: [[x, y], …], those that are known.
        """
        self._stage.clear_figure()
        self._field = scene["field"]
        flat = scene["view"] != SURFACE
        if flat:
            self._draw([AxesMark(minima)], self._routes(moment))
        else:
            self.clear()

    def leave(self, scene: dict) -> None:
        """Take away what was drawn over another field: on this one it would be in wrong places."""
        if scene["field"] != self._field:
            self.clear()

    def clear(self) -> None:
        """Take away what was drawn: a figure of the worker's has it now."""
        self._drawing = None
        self._stage.set_marks(FIGURE, [])

    def _draw(self, below: list, routes: list) -> None:
        """Draw routes over other marks: at once, but for long ones that no frame has room for."""
        plane, end = self._stage.plane, performance.now() + FRAME
        ready = 0
        while ready < len(routes) and (routes[ready].is_laid_out(plane) or performance.now() < end):
            routes[ready].lay_out(plane)
            ready += 1
        self._stage.set_marks(FIGURE, below + routes[:ready])
        self._drawing = drawing = below, routes
        if ready < len(routes):
            window.requestAnimationFrame(lambda now: self._draw_on(drawing))

    def _draw_on(self, drawing: tuple) -> None:
        if self._drawing is drawing:
            self._draw(*drawing)

    def _routes(self, moment: int | None) -> list:
        result, style = self._walks.result, self._catalogue.style
        if result is not self._routes_of:
            routes = result["routes"] if result else []
            self._routes_of = result
            self._marks = [RouteMark(route["points"], *style(route["name"])) for route in routes]
        for mark in self._marks:
            mark.moment = moment
        return self._marks
