"""Walking by a method that a student wrote."""

from sandbox import Guard, execute
from visualizer import Adventurer

# The page stops a worker that is silent for two seconds; the guard is to be faster.
SECONDS = 1.2
NAME = "You"


def walk_own(field, request):
    """(Route or None, Fault or None) of a student's class.

    request: {"code", "class": name, "hyper": {…}, "start": [x, y], "steps": n}. When the code fails
    on the way, the route holds the steps before.
    """
    guard, namespace = Guard(SECONDS), {}
    made = guard.call(_make, request, namespace)
    if made.fault:
        return None, made.fault
    adventurer = Adventurer(*request["start"])
    walked = guard.call(adventurer.optimize, field, made.value, request["steps"], NAME)
    route = adventurer.route
    route.name = NAME
    return route, walked.fault


def _make(request, namespace):
    execute(request["code"], namespace)
    return namespace[request["class"]](**request["hyper"])
