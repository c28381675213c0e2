"""From the page's request to the routes it asks for."""

from visualizer import Adventurer
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS


def walk(request):
    """Routes of every method asked for.

    request: {"landscape": key, "start": [x, y], "steps": n,
    "methods": [{"name": name, "hyper": {name: value}}, …]}.
    """
    field = LANDSCAPES[request["landscape"]]
    return [_walk(field, request, method) for method in request["methods"]]


def _walk(field, request, method):
    adventurer = Adventurer(*request["start"])
    optimizer = OPTIMIZERS[method["name"]](**method["hyper"])
    return adventurer.optimize(field, optimizer, steps=request["steps"], name=method["name"])


def underfoot(request):
    """Loss and gradient at the start of a walk, as plain data."""
    field, start = LANDSCAPES[request["landscape"]], request["start"]
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
        "reason": route.reason,
    }


def _finite(number):
    """JSON has no word for infinity or NaN."""
    return number if number - number == 0 else None
