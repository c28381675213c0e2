"""Whether a state of unknown origin, from a link or the browser's store, is one of this page's."""

from page.state import (
    LONGEST_CODE,
    LONGEST_FORMULA,
    OWN_FIELD,
    STEPS,
    TABS,
    VIEWS,
    fresh,
    fresh_picture,
)


def checked(raw, catalogue, sections):
    """A whole state from one of unknown origin: what is missing is fresh, what is wrong raises.

    raw: a dict of the shape of fresh(), perhaps in part. Raises ValueError.
    """
    state = fresh()
    checks = {
        "language": lambda value: value in ("ja", "en"),
        "tab": lambda value: value in TABS,
        "section": lambda value: value in sections,
        "lab": lambda value: _is_picture(value, catalogue),
        "lesson": lambda value: _is_picture(value, catalogue),
        "guesses": lambda value: _is_guesses(value, sections),
        "codes": _is_codes,
        "solved": lambda value: all(key in catalogue.exercises for key in value),
    }
    _require(isinstance(raw, dict))
    for name, value in raw.items():
        _require(name in checks and isinstance(value, type(state[name])))
        _require(_passes(checks[name], value))
        state[name] = value
    for name in ("lab", "lesson"):
        state[name] = _completed(state[name])
    return state


def _require(good):
    if not good:
        raise ValueError("not a state of this page")


def _passes(check, value):
    try:
        return check(value)
    except (AttributeError, KeyError, TypeError):  # not even of the kind that can be checked
        return False


def _completed(picture):
    whole = fresh_picture()
    whole.update(picture)
    return whole


def _is_picture(picture, catalogue):
    known = [landscape["key"] for landscape in catalogue.landscapes]
    names = [method["name"] for method in catalogue.methods]
    checks = {
        "landscape": lambda value: value in known or value == OWN_FIELD,
        "formula": _is_formula,
        "view": lambda value: value in VIEWS,
        "methods": lambda value: isinstance(value, list) and all(name in names for name in value),
        "hyper": lambda value: _is_hyper(value, known, catalogue),
        "steps": lambda value: _is_whole(value, *STEPS),
        "start": lambda value: value is None or _are_numbers(value, 2),
        "moment": lambda value: value is None or _is_whole(value, 0, STEPS[1]),
        "own": lambda value: value is None or _is_own(value),
        "turn": lambda value: _are_numbers(value, 2),
    }
    return all(name in checks and checks[name](value) for name, value in picture.items())


def _is_hyper(hyper, landscapes, catalogue):
    """Whether it is {landscape: {method: {name: number within its limits}}}."""
    for landscape, methods in hyper.items():
        for method, values in methods.items():
            limits = {h["name"]: h for h in catalogue.method(method)["hyperparameters"]}
            for name, value in values.items():
                limit = limits.get(name)
                if not (limit and _is_number(value) and limit["low"] <= value <= limit["high"]):
                    return False
        if landscape not in landscapes and landscape != OWN_FIELD:
            return False
    return True


def _is_formula(formula):
    limits = [formula["xlim"], formula["ylim"]]
    return (
        isinstance(formula["text"], str)
        and len(formula["text"]) <= LONGEST_FORMULA
        and all(_are_numbers(pair, 2) and pair[0] < pair[1] for pair in limits)
    )


def _is_own(own):
    numbers = isinstance(own.get("hyper"), dict) and all(map(_is_number, own["hyper"].values()))
    return numbers and own.get("class") in ("SGD", "Momentum") and _is_code(own.get("code"))


def _is_guesses(guesses, sections):
    return all(
        section in sections
        and isinstance(guess, dict)
        and (
            _are_numbers(guess.get("direction"), 2)
            or isinstance(guess.get("choice"), str)
            or (isinstance(guess.get("sketch"), list) and _is_sketch(guess["sketch"]))
        )
        for section, guess in guesses.items()
    )


def _is_sketch(points):
    return all(_are_numbers(point, 2) for point in points)


def _is_codes(codes):
    return all(isinstance(key, str) and _is_code(code) for key, code in codes.items())


def _is_code(code):
    return isinstance(code, str) and len(code) <= LONGEST_CODE


def _is_whole(value, low, high):
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_number(value):
    real = isinstance(value, (int, float)) and not isinstance(value, bool)
    return real and value - value == 0


def _are_numbers(values, count):
    listed = isinstance(values, (list, tuple)) and len(values) == count
    return listed and all(map(_is_number, values))
