"""From the page's request to the routes it asks for."""

from protocol.answers import route_answer, walk_answer
from protocol.names import STUDENT
from sandbox import Fault
from visualizer import Adventurer, Route
from visualizer.figures.style import STUDENT_STYLE
from visualizer.optimizers import OPTIMIZER_INFO, OPTIMIZERS
from worker.fields import field_of
from worker.student import walk_student


class Walks:
    """The last walk asked for, so that playing it or turning the field does not walk again.

    routes: what was walked.
    fault: what stopped a student's own method, or None.
    answer: what the page is told of it, None if nobody walked.
    """

    def __init__(self) -> None:
        self.request: dict | None = None
        self._forget()

    @property
    def styled(self) -> list[tuple[Route, str, str]]:
        """[(route, colour, marker), …]."""
        return [(route, *_style(route.name)) for route in self.routes]

    def take(self, request: dict | None) -> None:
        """Walk what a request asks for, unless that is what was walked before.

        request: see protocol.requests.walk_request; None for nothing.
        """
        if request == self.request:
            return
        self._forget()
        if request:
            self._walk(request)
        self.request = request

    def _forget(self) -> None:
        self.request, self.fault, self.answer = None, None, None
        self.routes: list[Route] = []

    def _walk(self, request: dict) -> None:
        field = field_of(request["field"])
        self.routes = [_walk(field, request, method) for method in request["methods"]]
        self.fault: Fault | None = None
        if request["student"]:
            asked = {**request["student"], "start": request["start"], "steps": request["steps"]}
            route, self.fault = walk_student(field, asked)
            self.routes += [route] if route else []
        start = request["start"]
        self.answer = walk_answer(
            [_told(route) for route in self.routes],
            float(field(*start)),
            [float(part) for part in field.gradient(*start)],
            self.fault.to_dict() if self.fault else None,
        )


def _walk(field, request: dict, method: dict) -> Route:
    adventurer = Adventurer(*request["start"])
    optimizer = OPTIMIZERS[method["name"]](**method["hyper"])
    return adventurer.optimize(field, optimizer, steps=request["steps"], name=method["name"])


def _told(route: Route) -> dict:
    return route_answer(
        route.name, route.points.tolist(), route.losses.tolist(), route.reason or "finished"
    )


def _style(name: str) -> tuple[str, str]:
    if name == STUDENT:
        return STUDENT_STYLE
    info = OPTIMIZER_INFO[name]
    return info.colour, info.marker
