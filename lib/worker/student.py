"""Walking by a method that a student wrote."""

from functools import partial

from lesson.imports import IMPORTS
from protocol.names import STUDENT
from sandbox import Fault, Guard, execute
from visualizer import Adventurer, Field, Route
from visualizer.landscapes import Landscape

# The page stops a worker that is silent for two seconds; the guard is to be faster.
SECONDS = 1.2


def walk_student(field: Field | Landscape, request: dict) -> tuple[Route | None, Fault | None]:
    """The route of a student's class, and what stopped it.

    field: on which it walks.
    request: {"code", "class": name, "hyper": {…}, "start": [x, y], "steps": n}.

    Returns (None, fault) if the class cannot even be made. When it fails on the way, the route
    holds the steps before.
    """
    guard = Guard(SECONDS, imports=IMPORTS)
    namespace: dict = {}
    made = guard.call(_make, request, namespace)
    if made.fault:
        return None, made.fault
    adventurer = Adventurer(*request["start"])
    optimize = partial(adventurer.optimize, field, made.value, steps=request["steps"])
    walked, route = guard.call(optimize), adventurer.route
    parts = route.points, route.losses, route.gradients
    return Route(*parts, reason=route.reason, name=STUDENT), walked.fault


def _make(request: dict, namespace: dict) -> object:
    execute(request["code"], namespace)
    return namespace[request["class"]](**request["hyper"])
