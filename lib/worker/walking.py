"""From the page's request to the routes it asks for."""

from visualizer import Adventurer
from visualizer.optimizers import OPTIMIZERS
from worker.fields import field_of
from worker.own import walk_own


class Walks:
    """The last walk asked for, so that playing it or turning the field does not walk again.

    routes: what was walked; fault: what stopped a student's own method, or None.
    """

    def __init__(self):
        self.request, self.routes, self.fault = None, [], None

    def take(self, request):
        """Walk what a request asks for, None for nothing; returns whether it is a new one.

        request: {"landscape": what field_of takes, "start": [x, y], "steps": n,
        "methods": [{"name", "hyper"}, …], "own": None or what worker.own.walk_own wants}.
        """
        if request == self.request:
            return False
        self.request, self.routes, self.fault = request, [], None
        if request:
            self._walk(request)
        return True

    def _walk(self, request):
        field = field_of(request["landscape"])
        if request.get("own"):
            asked = {**request["own"], "start": request["start"], "steps": request["steps"]}
            route, self.fault = walk_own(field, asked)
            self.routes = [route] if route else []
        self.routes = [_walk(field, request, method) for method in request["methods"]] + self.routes


def _walk(field, request, method):
    adventurer = Adventurer(*request["start"])
    optimizer = OPTIMIZERS[method["name"]](**method["hyper"])
    return adventurer.optimize(field, optimizer, steps=request["steps"], name=method["name"])


def underfoot(request):
    """Loss and gradient at the start of a walk, as plain data."""
    field, start = field_of(request["landscape"]), request["start"]
    return {
        "loss": _finite(float(field(*start))),
        "gradient": [_finite(float(part)) for part in field.gradient(*start)],
    }


def tell(route):
    """A route as plain data for the page."""
    return {
        "name": route.name,
        "points": route.points.tolist(),
        "losses": [_finite(loss) for loss in route.losses.tolist()],
        "reason": route.reason or "finished",
    }


def _finite(number):
    """JSON has no word for infinity or NaN."""
    return number if number - number == 0 else None
