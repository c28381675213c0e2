"""All that the library and the lesson offer, for the page to know before either is loaded."""

from typing import Any

from lesson import EXERCISES, FREE_PROGRAM, SECTIONS
from visualizer.figures.style import STUDENT_STYLE
from visualizer.landscapes import LANDSCAPE_INFO, LandscapeInfo
from visualizer.optimizers import OPTIMIZER_INFO, OptimizerInfo


def offered() -> dict[str, Any]:
    """Everything as plain data, in the order in which it is taught."""
    return {
        "landscapes": [_landscape(info) for info in LANDSCAPE_INFO.values()],
        "methods": [_method(info) for info in OPTIMIZER_INFO.values()],
        "student": _style(*STUDENT_STYLE),
        "sections": [section.to_dict() for section in SECTIONS.values()],
        "exercises": {key: exercise.to_dict() for key, exercise in EXERCISES.items()},
        "programs": _programs(),
    }


def _programs() -> dict[str, str]:
    """{key: what the code in an editor is in the beginning}."""
    programs = [section.program for section in SECTIONS.values() if section.program]
    return {"free": FREE_PROGRAM, **{program.key: program.sample for program in programs}}


def _landscape(info: LandscapeInfo) -> dict[str, Any]:
    landscape = info.landscape
    return {
        "key": landscape.key,
        "title": info.title,
        "formula": landscape.formula,
        "xlim": list(landscape.xlim),
        "ylim": list(landscape.ylim),
        "minima": [list(point) for point in landscape.minima],
        "start": list(landscape.start),
        "rates": dict(info.rates),
    }


def _method(info: OptimizerInfo) -> dict[str, Any]:
    return {
        "name": info.name,
        "label": info.label,
        "formula": info.formula,
        **_style(info.colour, info.marker),
        "hyperparameters": [
            {
                "name": hyper.name,
                "label": hyper.label,
                "default": info.defaults[hyper.name],
                "low": hyper.low,
                "high": hyper.high,
            }
            for hyper in info.hyperparameters
        ],
    }


def _style(colour: str, marker: str) -> dict[str, str]:
    return {"colour": colour, "marker": marker}
