"""What can be seen of a student's class before it has taken a step."""

import inspect
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from lesson.exercise import Exercise
from sandbox.program import FILENAME

# A mistake's key and what fills the blanks of its sentence.
Mistake = tuple[str, dict[str, str]]


def structural_mistake(namespace: dict[str, Any], exercise: Exercise) -> Mistake | None:
    """(mistake, values) if the exercise's class is not there or not usable, else None."""
    cls = namespace.get(exercise.class_name)
    if not inspect.isclass(cls):
        return "class_missing", {"name": exercise.class_name}
    return _constructor_mistake(cls, exercise) or _update_mistake(cls, namespace)


def _constructor_mistake(cls: Any, exercise: Exercise) -> Mistake | None:
    call = f"{exercise.class_name}({', '.join(f'{n}=…' for n in exercise.hyperparameters)})"
    if _accepts(cls, **exercise.hyperparameters):
        return None
    similar = get_close_matches("__init__", vars(cls), n=1)
    if similar and similar[0] != "__init__":
        return "init_misspelled", {"name": similar[0]}
    return "constructor", {"call": call}


def _update_mistake(cls: Any, namespace: dict[str, Any]) -> Mistake | None:
    update = inspect.getattr_static(cls, "update", None)
    if update is None:
        outside = inspect.isfunction(namespace.get("update"))
        return "update_outside" if outside else "update_missing", {}
    if not _is_own(update):
        return "update_imported", {}
    # Bound to an object it must take two more arguments; a static one has no self to begin with.
    arguments: tuple[Any, ...] = (None, {}, {})
    if isinstance(update, staticmethod | classmethod):
        arguments = {}, {}
    if _accepts(cls.update, *arguments):
        return None
    return "update_arguments" if _first_is_self(cls.update) else "self_missing", {}


def _is_own(update: Any) -> bool:
    """Whether it was written by the student, and not by the library's authors."""
    return not inspect.isfunction(update) or update.__code__.co_filename == FILENAME


def _first_is_self(update: Any) -> bool:
    return not inspect.isfunction(update) or [*inspect.signature(update).parameters][:1] == ["self"]


def _accepts(function: Callable[..., Any], *arguments: object, **named: object) -> bool:
    try:
        inspect.signature(function).bind(*arguments, **named)
    except (TypeError, ValueError):
        return False
    return True
