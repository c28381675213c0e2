"""What the page may ask of the worker. A request is JSON; an answer is a list, first item JSON."""

import json

from lesson import EXERCISES, diagnose
from visualizer.figures.style import route_style
from visualizer.optimizers import OPTIMIZERS
from worker import pixels
from worker.fields import FormulaError, field_of
from worker.free import run_freely
from worker.scene import scene_of
from worker.walking import Walks, tell, underfoot

_walks = Walks()


def show(text):
    """A picture of the field with its routes, and the routes themselves if they are new.

    A formula that cannot be drawn gets a "problem" instead: a sentence in both languages.
    """
    request = json.loads(text)
    try:
        return _picture(request)
    except FormulaError as error:
        return [json.dumps({"problem": error.sentence})]


def _picture(request):
    walk = request["walk"]
    new = _walks.take(walk) and walk is not None
    scene = _scene(request["scene"])
    answer = {
        "width": scene.size[0],
        "height": scene.size[1],
        "routes": [tell(route) for route in _walks.routes] if new else None,
        "underfoot": underfoot(walk) if new else None,
        "fault": _walks.fault.to_dict() if new and _walks.fault else None,
    }
    styled = [(route, *_style(route)) for route in _walks.routes]
    return [json.dumps(answer), pixels.to_page(scene.pixels(styled, request["moment"]))]


def judge(text):
    """The diagnosis of a student's answer to an exercise, on the field and from the start seen.

    request: {"exercise": key, "code", "landscape": key, "start": [x, y], "hyper": {…}}.
    """
    request = json.loads(text)
    diagnosis = diagnose(
        request["code"],
        EXERCISES[request["exercise"]],
        field=field_of(request["landscape"]),
        start=tuple(request["start"]),
        hyperparameters=request["hyper"],
    )
    return [json.dumps(diagnosis.to_dict())]


def run(text):
    """Run any code with the library; what it printed, what went wrong, and its figures.

    request: {"code", "ratio"}. The figures' pixels follow the JSON item, in order.
    """
    request = json.loads(text)
    outcome, figures = run_freely(request["code"], request["ratio"])
    answer = {
        "output": outcome.output,
        "fault": outcome.fault.to_dict() if outcome.fault else None,
        "figures": [{"width": canvas.width, "height": canvas.height} for canvas in figures],
    }
    return [json.dumps(answer), *(pixels.to_page(canvas.pixels) for canvas in figures)]


def _scene(asked):
    return scene_of(
        field=field_of(asked["landscape"]),
        view=asked["view"],
        size=tuple(asked["size"]),
        ratio=asked["ratio"],
        axes=tuple(asked["axes"]),
        theme=asked["theme"],
        turn=tuple(asked["turn"]),
        xlim=tuple(asked["xlim"]),
        ylim=tuple(asked["ylim"]),
    )


def _style(route):
    """A method's own colour and marker; the student's come after all of them."""
    names = list(OPTIMIZERS)
    return route_style(names.index(route.name) if route.name in names else len(names))
