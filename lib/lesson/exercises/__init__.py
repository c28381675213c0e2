"""The exercises, one file each. A new file here with an Exercise is all that one needs."""

import importlib
import pkgutil

from lesson.exercises.exercise import Exercise

__all__ = ["EXERCISES", "Exercise"]


def _found():
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for item in vars(importlib.import_module(module.name)).values():
            if isinstance(item, Exercise):
                yield item


EXERCISES = {
    exercise.key: exercise
    for exercise in sorted(_found(), key=lambda exercise: exercise.reference.teaching_order)
}
"""Key → exercise, in the order in which they are taught."""
