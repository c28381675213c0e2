"""Everything that can be chosen on the page, as plain dicts, and what follows from it.

The page's state is a dict; its "lab" and "lesson" are pictures: what the stage shows in each tab.
"""

STEPS = (0, 2000)
VIEWS = ("contour", "arrows", "surface")
TABS = ("lesson", "lab", "code")
LONGEST_CODE = 20_000


def fresh(language="ja"):
    """The state of a page that nobody has touched."""
    return {
        "language": language,
        "tab": "lab",
        "section": "parameter",
        "lab": fresh_picture(),
        "lesson": fresh_picture(),
        "guesses": {},
        "codes": {},
        "solved": [],
    }


def fresh_picture():
    """The slides' valley, SGD and Momentum, no start yet.

    hyper: {landscape: {method: {name: value}}}, only what the reader entered. moment: the step
    shown, None for the last. own: a student's method, {"code", "class", "hyper"}. turn: elevation
    and azimuth of the surface, degrees.
    """
    return {
        "landscape": "valley",
        "view": "contour",
        "methods": ["SGD", "Momentum"],
        "hyper": {},
        "steps": 30,
        "start": None,
        "moment": None,
        "own": None,
        "turn": [30.0, -60.0],
    }


def settings(picture, catalogue, method):
    """Hyper-parameters of a method on the picture's landscape.

    They are the method's own defaults, then the rate that suits the landscape, then what the
    reader entered there.
    """
    landscape = picture["landscape"]
    chosen = {h["name"]: h["default"] for h in catalogue.method(method)["hyperparameters"]}
    rate = catalogue.landscape(landscape)["rates"].get(method)
    if rate is not None:
        chosen["lr"] = rate
    chosen.update(picture["hyper"].get(landscape, {}).get(method, {}))
    return chosen


def enter(picture, method, name, value):
    """Keep a hyper-parameter that the reader entered, for the current landscape."""
    edits = picture["hyper"].setdefault(picture["landscape"], {})
    edits.setdefault(method, {})[name] = value


def walk_request(picture, catalogue):
    """What the worker needs to walk, or None while there is no start."""
    if picture["start"] is None:
        return None
    return {
        "landscape": picture["landscape"],
        "start": picture["start"],
        "steps": picture["steps"],
        "own": picture["own"],
        "methods": [
            {"name": name, "hyper": settings(picture, catalogue, name)}
            for name in picture["methods"]
        ],
    }
