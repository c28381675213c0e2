"""Everything that can be chosen on the page, as plain dicts, and what follows from it.

The page's state is a dict; its "lab" and "lesson" are pictures: what the stage shows in each tab.
"""

STEPS = (0, 2000)
VIEWS = ("contour", "arrows", "surface")
TABS = ("lesson", "lab", "code")
OWN_FIELD = "own"
LONGEST_FORMULA = 200
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

    formula: the reader's own field, shown when landscape is OWN_FIELD. hyper: {landscape: {method:
    {name: value}}}, only what the reader entered. moment: the step shown, None for the last. own:
    a student's method, {"code", "class", "hyper"}. turn: elevation and azimuth of the surface.
    """
    return {
        "landscape": "valley",
        "formula": {"text": "x**2/20 + y**2", "xlim": [-10, 10], "ylim": [-5, 5]},
        "view": "contour",
        "methods": ["SGD", "Momentum"],
        "hyper": {},
        "steps": 30,
        "start": None,
        "moment": None,
        "own": None,
        "turn": [30.0, -60.0],
    }


def landscape_of(picture, catalogue):
    """The landscape that a picture shows, as in the catalogue, or the reader's own in that form."""
    if picture["landscape"] != OWN_FIELD:
        return catalogue.landscape(picture["landscape"])
    formula = picture["formula"]
    (x0, x1), (y0, y1) = formula["xlim"], formula["ylim"]
    return {
        "formula": formula["text"],
        "xlim": formula["xlim"],
        "ylim": formula["ylim"],
        "start": [x0 + 0.15 * (x1 - x0), y0 + 0.7 * (y1 - y0)],
        "rates": {},
    }


def field_request(picture):
    """What the worker needs to know of a picture's field."""
    own = picture["landscape"] == OWN_FIELD
    return picture["formula"] if own else picture["landscape"]


def settings(picture, catalogue, method):
    """Hyper-parameters of a method on the picture's landscape.

    They are the method's own defaults, then the rate that suits the landscape, then what the
    reader entered there.
    """
    landscape = picture["landscape"]
    chosen = {h["name"]: h["default"] for h in catalogue.method(method)["hyperparameters"]}
    rate = landscape_of(picture, catalogue)["rates"].get(method)
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
        "landscape": field_request(picture),
        "start": picture["start"],
        "steps": picture["steps"],
        "own": picture["own"],
        "methods": [
            {"name": name, "hyper": settings(picture, catalogue, name)}
            for name in picture["methods"]
        ],
    }
