"""What the page needs to know of the library to offer it: names, limits, defaults, colours."""

from lesson import EXERCISES
from visualizer.figures.style import route_style
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS, hyperparameters


def catalogue():
    """Landscapes and methods as plain data, in the order in which they are taught."""
    return {
        "landscapes": [_landscape(field) for field in LANDSCAPES.values()],
        "methods": [
            _method(name, optimizer, index)
            for index, (name, optimizer) in enumerate(OPTIMIZERS.items())
        ],
        "own": _style(len(OPTIMIZERS)),
        "exercises": {key: _exercise(exercise) for key, exercise in EXERCISES.items()},
    }


def _landscape(field):
    return {
        "key": field.key,
        "title": field.title,
        "formula": field.formula,
        "xlim": list(field.xlim),
        "ylim": list(field.ylim),
        "minima": [list(point) for point in field.minima],
        "start": list(field.start),
        "rates": dict(field.rates),
    }


def _method(name, optimizer, index):
    return {
        "name": name,
        "formula": optimizer.formula,
        **_style(index),
        "hyperparameters": [
            {"name": key, "label": h.label, "default": default, "low": h.low, "high": h.high}
            for key, default, h in hyperparameters(optimizer)
        ],
    }


def _style(index):
    colour, marker = route_style(index)
    return {"colour": colour, "marker": marker}


def _exercise(exercise):
    return {
        "class": exercise.class_name,
        "method": exercise.reference.__name__,
        "skeleton": exercise.skeleton,
        "hints": exercise.hints,
    }
