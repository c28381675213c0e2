"""A setup: what a stage shows, as a plain dict that is never changed in place."""

from page.state.catalogue import Catalogue
from protocol.names import CONTOUR
from protocol.requests import walk_request

STEPS = (0, 2000)
# The value of "landscape" that stands for the reader's own formula.
TYPED_FIELD = "typed"
LONGEST_CODE = 100_000
# Beyond this no number of a field is worth drawing, and sums of it would overflow.
LARGEST = 1e9


def fresh_setup() -> dict:
    """The slides' valley, SGD and Momentum, no start yet.

    landscape: a landscape's key, or TYPED_FIELD.
    formula: the reader's own field, {"text", "xlim", "ylim"}.
    view: one of protocol.names.VIEWS.
    methods: names of the optimizers that walk.
    hyper: {landscape: {method: {name: value}}}, only what the reader entered.
    steps: how many they walk at most.
    start: the point [x, y], or None.
    moment: the step shown; None for the last.
    student: a student's method, {"code", "class", "hyper"}, or None.
    turn: elevation and azimuth of the surface, in degrees.
    """
    return {
        "landscape": "valley",
        "formula": {"text": "x**2/20 + y**2", "xlim": [-10, 10], "ylim": [-5, 5]},
        "view": CONTOUR,
        "methods": ["SGD", "Momentum"],
        "hyper": {},
        "steps": 30,
        "start": None,
        "moment": None,
        "student": None,
        "turn": [30.0, -60.0],
    }


def merged(*dicts: dict, **changes: object) -> dict:
    """A new dict of several; later ones win. (MicroPython has no {**a, **b}.)"""
    whole: dict = {}
    for one in dicts:
        whole.update(one)
    whole.update(changes)
    return whole


def are_bounds(low: float, high: float) -> bool:
    """Whether two numbers can be the bounds of a field."""
    return -LARGEST <= low < high <= LARGEST and high - low >= 1 / LARGEST


def landscape_of(setup: dict, catalogue: Catalogue) -> dict:
    """The setup's landscape, as in the catalogue, or the typed field in that form."""
    if setup["landscape"] != TYPED_FIELD:
        return catalogue.landscape(setup["landscape"])
    formula = setup["formula"]
    (x0, x1), (y0, y1) = formula["xlim"], formula["ylim"]
    return {
        "formula": formula["text"],
        "xlim": formula["xlim"],
        "ylim": formula["ylim"],
        "start": [x0 + 0.15 * (x1 - x0), y0 + 0.7 * (y1 - y0)],
        "rates": {},
    }


def field_request(setup: dict) -> str | dict:
    """What the worker needs to know of the setup's field."""
    return setup["formula"] if setup["landscape"] == TYPED_FIELD else setup["landscape"]


def settings(setup: dict, catalogue: Catalogue, method: str) -> dict:
    """Hyper-parameters of a method on the setup's landscape.

    They are the method's own defaults, then the rate that suits the landscape, then what the
    reader entered there.
    """
    chosen = {h["name"]: h["default"] for h in catalogue.method(method)["hyperparameters"]}
    rate = landscape_of(setup, catalogue)["rates"].get(method)
    if rate is not None:
        chosen["lr"] = rate
    chosen.update(setup["hyper"].get(setup["landscape"], {}).get(method, {}))
    return chosen


def with_setting(setup: dict, method: str, name: str, value: float) -> dict:
    """The setup with a hyper-parameter that the reader entered, for the landscape that it shows."""
    landscape = setup["landscape"]
    here = setup["hyper"].get(landscape, {})
    entered = merged(here.get(method, {}), {name: value})
    return merged(setup, hyper=merged(setup["hyper"], {landscape: merged(here, {method: entered})}))


def walk_of(setup: dict, catalogue: Catalogue) -> dict | None:
    """What the worker needs to walk; None while there is no start."""
    if setup["start"] is None:
        return None
    return walk_request(
        field_request(setup),
        setup["start"],
        setup["steps"],
        [{"name": name, "hyper": settings(setup, catalogue, name)} for name in setup["methods"]],
        setup["student"],
    )
