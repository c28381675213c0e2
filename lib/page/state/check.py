"""Whether data of unknown origin, from a link or the browser's storage, is a state of this page."""

from page.state.catalogue import Catalogue
from page.state.reading import CHOICES
from page.state.setup import (
    LARGEST,
    LONGEST_CODE,
    STEPS,
    TYPED_FIELD,
    are_bounds,
    fresh_setup,
    merged,
)
from protocol.names import VIEWS


def passes(accepts: object, value: object, catalogue: Catalogue) -> bool:
    """Whether a check accepts a value; what is not even of the kind to be checked is refused."""
    try:
        return bool(accepts(value, catalogue))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def completed(setup: dict) -> dict:
    """A whole setup of one that has passed and may lack parts."""
    return merged(fresh_setup(), setup)


def is_section(value: object, catalogue: Catalogue) -> bool:
    return any(value == section["key"] for section in catalogue.sections)


def is_lesson_setup(value: object, catalogue: Catalogue) -> bool:
    return value is None or is_setup(value, catalogue)


def is_setup(setup: dict, catalogue: Catalogue) -> bool:
    known = [landscape["key"] for landscape in catalogue.landscapes]
    names = [method["name"] for method in catalogue.methods]
    checks = {
        "landscape": lambda value: value in known or value == TYPED_FIELD,
        "formula": _is_formula,
        "view": lambda value: value in VIEWS,
        "methods": lambda value: _are_methods(value, names),
        "hyper": lambda value: _is_hyper(value, known, catalogue),
        "steps": lambda value: _is_whole(value, *STEPS),
        "start": lambda value: value is None or _are_numbers(value, 2),
        "moment": lambda value: value is None or _is_whole(value, 0, STEPS[1]),
        "student": lambda value: value is None or _is_student_method(value, catalogue),
        "turn": lambda value: _are_numbers(value, 2),
    }
    return all(name in checks and checks[name](value) for name, value in setup.items())


def is_guesses(guesses: dict, catalogue: Catalogue) -> bool:
    return all(
        isinstance(guess, dict) and _is_guess(guess, catalogue.section(section)["question"])
        for section, guess in guesses.items()
    )


def is_codes(codes: dict, catalogue: Catalogue) -> bool:
    known = list(catalogue.exercises) + list(catalogue.programs)
    return all(key in known and _is_code(code) for key, code in codes.items())


def is_solved(solved: dict, catalogue: Catalogue) -> bool:
    return all(key in catalogue.exercises and value is True for key, value in solved.items())


def is_visit(visit: object, catalogue: Catalogue) -> bool:
    return visit is None or (
        set(visit) == {"codes", "guesses"}
        and is_codes(_present(visit["codes"]), catalogue)
        and is_guesses(_present(visit["guesses"]), catalogue)
    )


def _present(items: dict) -> dict:
    """The items that have not been taken away."""
    return {key: item for key, item in items.items() if item is not None}


def _is_hyper(hyper: dict, landscapes: list, catalogue: Catalogue) -> bool:
    """Whether it is {landscape: {method: {name: number within its limits}}}."""
    return all(
        (landscape in landscapes or landscape == TYPED_FIELD)
        and _are_settings(values, catalogue.method(method)["hyperparameters"])
        for landscape, methods in hyper.items()
        for method, values in methods.items()
    )


def _are_settings(values: dict, hyperparameters: list) -> bool:
    limits = {hyper["name"]: hyper for hyper in hyperparameters}
    return all(
        name in limits
        and _is_number(value)
        and limits[name]["low"] <= value <= limits[name]["high"]
        for name, value in values.items()
    )


def _are_methods(methods: object, names: list) -> bool:
    listed = isinstance(methods, list) and all(name in names for name in methods)
    return listed and len(set(methods)) == len(methods)


def _is_formula(formula: dict) -> bool:
    # Read only where there is one: formulae are the largest part of the library.
    from visualizer.formula.grammar import LONGEST

    limits = [formula["xlim"], formula["ylim"]]
    return (
        isinstance(formula["text"], str)
        and len(formula["text"]) <= LONGEST
        and all(_are_numbers(pair, 2) and are_bounds(*pair) for pair in limits)
    )


def _is_student_method(student: dict, catalogue: Catalogue) -> bool:
    return _is_code(student["code"]) and any(
        student["class"] == exercise["class"]
        and all(
            name in exercise["hyperparameters"] and _is_number(value)
            for name, value in student["hyper"].items()
        )
        for exercise in catalogue.exercises.values()
    )


def _is_guess(guess: dict, question: dict) -> bool:
    ((kind, value),) = guess.items()
    if kind == "choice":
        return value in CHOICES.get(question["kind"], ())
    if kind != question["kind"]:
        return False
    return _is_point(value) if kind == "direction" else all(map(_is_point, value))


def _is_point(value: object) -> bool:
    return _are_numbers(value, 2)


def _is_code(code: object) -> bool:
    return isinstance(code, str) and len(code) <= LONGEST_CODE


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_number(value: object) -> bool:
    real = isinstance(value, (int, float)) and not isinstance(value, bool)
    return real and -LARGEST <= value <= LARGEST


def _are_numbers(values: object, count: int) -> bool:
    listed = isinstance(values, (list, tuple)) and len(values) == count
    return listed and all(map(_is_number, values))
