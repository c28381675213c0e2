"""From the page's request to the routes it asks for."""

from protocol.answers import route_answer, walk_answer
from protocol.names import STUDENT
from sandbox import Fault
from visualizer import Adventurer, Field, Route
from visualizer.figures.style import STUDENT_STYLE
from visualizer.landscapes import Landscape
from visualizer.optimizers import OPTIMIZER_INFO, OPTIMIZERS
from worker.fields import field_of
from worker.student import walk_student


class Walks:
    """The last walk asked for, so that playing it or turning the field does not walk again.

    routes: what was walked.
    answer: what the page is told of it, None if nobody walked.
    """

    def __init__(self) -> None:
        self._request: dict | None = None
        self.routes: list[Route] = []
        self.answer: dict | None = None

    @property
    def styled(self) -> list[tuple[Route, str, str]]:
        """[(route, colour, marker), …]."""
        return [(route, *_style(route.name)) for route in self.routes]

    def take(self, request: dict | None) -> None:
        """Walk what a request asks for, unless that is what was walked before.

        request: see protocol.requests.walk_request; None for nothing.
        """
        if request == self._request:
            return
        self._request, self.routes, self.answer = None, [], None
        if request:
            self._walk(request)
        # Only now: of a walk that failed nothing is to be remembered.
        self._request = request

    def _walk(self, request: dict) -> None:
        field, start, fault = field_of(request["field"]), request["start"], None
        self.routes = [_walk(field, request, method) for method in request["methods"]]
        if request["student"]:
            asked = {**request["student"], "start": start, "steps": request["steps"]}
            route, fault = walk_student(field, asked)
            self.routes += [route] if route else []
        self.answer = _answer(field, start, self.routes, fault)


def _walk(field: Field | Landscape, request: dict, method: dict) -> Route:
    adventurer = Adventurer(*request["start"])
    optimizer = OPTIMIZERS[method["name"]](**method["hyper"])
    return adventurer.optimize(field, optimizer, steps=request["steps"], name=method["name"])


def _answer(
    field: Field | Landscape, start: list, routes: list[Route], fault: Fault | None
) -> dict:
    answers = [
        route_answer(
            str(route.name),
            route.points.tolist(),
            route.losses.tolist(),
            route.reason or "finished",
        )
        for route in routes
    ]
    gradient = [float(part) for part in field.gradient(*start)]
    return walk_answer(answers, float(field(*start)), gradient, fault.to_dict() if fault else None)


def _style(name: str | None) -> tuple[str, str]:
    if name == STUDENT:
        return STUDENT_STYLE
    info = OPTIMIZER_INFO[str(name)]
    return info.colour, info.marker
