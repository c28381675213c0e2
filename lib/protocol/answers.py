"""What the worker answers: plain data, ready for JSON."""


def route_answer(name: str, points: list, losses: list, reason: str) -> dict:
    """A route.

    name: of the method; names.STUDENT for a student's own.
    points: [[x, y], …], the start first.
    losses: f at the points; None where it is not finite.
    reason: why the walk ended, one of visualizer's Route.REASONS.
    """
    return {
        "name": name,
        "points": [list(point) for point in points],
        "losses": [finite(loss) for loss in losses],
        "reason": reason,
    }


def walk_answer(routes: list, loss: float, gradient: list, fault: dict | None) -> dict:
    """What is known of a walk.

    routes: [route_answer, …].
    loss, gradient: at the start; None where they are not finite.
    fault: what stopped a student's own method (sandbox.Fault as a dict), or None.
    """
    return {
        "routes": routes,
        "loss": finite(loss),
        "gradient": [finite(part) for part in gradient],
        "fault": fault,
    }


def draw_answer(walk: dict | None = None, problem: dict | None = None) -> dict:
    """The answer that comes after a figure, or in its place.

    walk: the walk_answer, None if nobody walked or the page knows the routes.
    problem: why there is no figure, {"ja", "en"}, or None.
    """
    return {"walk": walk, "problem": problem}


def run_answer(output: str, fault: dict | None, figures: list) -> dict:
    """What a program printed, what stopped it (a Fault as a dict), and [(width, height), …]."""
    return {"output": output, "fault": fault, "figures": [list(size) for size in figures]}


def finite(number: float) -> float | None:
    """The number, or None where it is not finite: JSON has no word for infinity or NaN."""
    return number if number - number == 0 else None
