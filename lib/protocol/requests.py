"""What the page asks of the worker: plain data, ready for JSON."""

from protocol.questions import Question


def scene_request(
    field: str | dict,
    view: str,
    turn: list,
    theme: str,
    size: list,
    ratio: float,
    axes: list,
    xlim: list,
    ylim: list,
) -> dict:
    """A field as it is to be drawn, without routes.

    field: a landscape's key, or {"text", "xlim", "ylim"} of a typed formula.
    view: one of names.VIEWS.
    turn: elevation and azimuth of the surface, in degrees.
    theme: "light" or "dark".
    size: width and height in device pixels.
    ratio: device pixels per CSS pixel.
    axes: left, bottom, width and height of the axes, as parts of the figure.
    xlim, ylim: the part of the field that the axes show, as pairs.
    """
    return {
        "field": field,
        "view": view,
        "turn": list(turn),
        "theme": theme,
        "size": list(size),
        "ratio": ratio,
        "axes": list(axes),
        "xlim": list(xlim),
        "ylim": list(ylim),
    }


def walk_request(
    field: str | dict, start: list, steps: int, methods: list, student: dict | None
) -> dict:
    """Which methods are to walk where.

    field: as for scene_request.
    start: the point (x, y).
    steps: how many at most.
    methods: [{"name", "hyper": {name: value}}, …], optimizers of the library.
    student: a student's own method, {"code", "class", "hyper"}, or None.
    """
    return {
        "field": field,
        "start": list(start),
        "steps": steps,
        "methods": methods,
        "student": student,
    }


def judge_request(exercise: str, code: str, field: str | dict, start: list, hyper: dict) -> dict:
    """An answer to an exercise, and the walk on which its reader sees it.

    exercise: the exercise's key.
    code: the program as text.
    field, start: as for walk_request.
    hyper: {name: value} of the optimizer that is to be written.
    """
    return {
        "exercise": exercise,
        "code": code,
        "field": field,
        "start": list(start),
        "hyper": hyper,
    }


def run_request(question: Question, code: str, ratio: float) -> dict:
    """A program to be run as it is.

    question: its number comes back with the figures.
    code: the program as text.
    ratio: device pixels per CSS pixel of its figures.
    """
    return {"number": question.number, "code": code, "ratio": ratio}


def end_request(question: Question) -> dict:
    """The answer to a question is not wanted any more: its job may end."""
    return {"number": question.number}


class DrawRequests:
    """Requests for figures that leave out what the worker knows from the one before.

    A frame of a playback is then no more than a number and a moment.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Another worker answers from now on: it knows nothing yet."""
        self._sent: dict = {}

    def build(
        self,
        question: Question,
        scene: dict,
        walk: dict | None,
        moment: int | None,
        routes_known: bool,
    ) -> dict:
        """The next request.

        question: its number comes back with the figure.
        scene: a scene_request.
        walk: a walk_request, or None where nobody walks.
        moment: the step up to which routes are drawn; None for all.
        routes_known: whether the page has this walk's routes already.
        """
        request: dict = {"number": question.number, "moment": moment, "routes_known": routes_known}
        for part, value in (("scene", scene), ("walk", walk)):
            if part not in self._sent or self._sent[part] != value:
                request[part] = self._sent[part] = value
        return request
