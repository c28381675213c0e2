"""The named landscapes: their minima, bounds, suggested starts and rates."""

import copy
import inspect
import re

import numpy as np
import pytest
from matplotlib.figure import Figure

from visualizer import Adventurer, Field, VisualizerError
from visualizer.landscapes import LANDSCAPE_INFO, LANDSCAPES, Landscape, LandscapeInfo
from visualizer.optimizers import OPTIMIZERS

EACH = pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES)


def within(landscape, points):
    (x0, x1), (y0, y1) = landscape.xlim, landscape.ylim
    x, y = np.reshape(points, (-1, 2)).T
    return ((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)).all()


def test_they_stand_in_the_order_in_which_they_are_taught():
    taught = [
        "valley",
        "bowl",
        "neuron",
        "saddle",
        "rosenbrock",
        "himmelblau",
        "beale",
        "rastrigin",
        "ackley",
    ]
    assert [key for key in LANDSCAPES if key in taught] == taught
    assert all(key == landscape.key for key, landscape in LANDSCAPES.items())


def test_the_slides_valley():
    valley = LANDSCAPES["valley"]
    assert (valley.xlim, valley.ylim, valley.start) == ((-10, 10), (-5, 5), (-7, 2))
    assert valley(-7, 2) == 49 / 20 + 4
    assert valley.gradient(-7, 2) == (-0.7, 4)


@EACH
def test_the_formula_that_is_shown_is_the_function(landscape):
    names = {"x": landscape.start[0], "y": landscape.start[1], "pi": np.pi, "e": np.e}
    names.update((name, getattr(np, name)) for name in ("sqrt", "exp", *BARE))
    shown = eval(as_python(landscape.formula), names)
    assert shown == pytest.approx(landscape(*landscape.start), rel=1e-12)


WORDS = {"−": "-", "²": "**2", "³": "**3", "⁴": "**4", "√": "sqrt", "π": "pi"}
# Functions that are printed without brackets.
BARE = ("cos", "sin", "tan", "log")
TOKEN = re.compile(rf"\d+(?:\.\d+)?|exp|{'|'.join(BARE)}|\S")


def as_python(formula):
    """A printed formula in Python: 2xy is 2*x*y, and cos 2πx is cos(2*pi*x)."""
    code, before, open_cosine = [], "", False
    for token in TOKEN.findall(formula):
        if open_cosine and token in "+−)":
            code.append(")")
            open_cosine = False
        if (
            re.match(r"[\dxyeπ²³⁴)]", before)
            and before not in ("exp", *BARE)
            and re.match(r"[\w(√]", token)
        ):
            code.append("*" if token not in WORDS or token in "√π" else "")
        if before in BARE:
            code.append("(")
            open_cosine = True
        code.append(WORDS.get(token, token))
        before = token
    return "".join(code) + ")" * open_cosine


@EACH
def test_the_minima_are_flat_and_nothing_near_is_lower(landscape):
    rng = np.random.default_rng(3)
    scale = np.subtract(landscape.xlim[1], landscape.xlim[0])
    for x, y in landscape.minima:
        assert np.hypot(*landscape.gradient(x, y)) < 1e-9
        for reach in (1e-3, 1e-2, 1e-1):
            around = landscape(*(np.array([[x], [y]]) + reach * scale * rng.normal(size=(2, 500))))
            assert (around > landscape(x, y)).all()


@EACH
def test_the_minima_are_the_lowest_of_the_whole_field(landscape):
    x, y = np.linspace(*landscape.xlim, 401), np.linspace(*landscape.ylim, 401)
    lowest = max((landscape(*minimum) for minimum in landscape.minima), default=-np.inf)
    assert lowest <= landscape(*np.meshgrid(x, y)).min() + 1e-12
    assert within(landscape, landscape.minima)


@pytest.mark.parametrize("info", LANDSCAPE_INFO.values(), ids=LANDSCAPE_INFO)
def test_titles_are_in_both_languages(info):
    assert info.title["ja"] and info.title["en"]
    assert info.title["ja"] != info.title["en"]


@EACH
def test_the_start_lies_within_the_bounds(landscape):
    assert within(landscape, [landscape.start]), (
        f"move the start of {landscape.key} into its bounds"
    )


@EACH
def test_what_belongs_to_the_page_stands_beside_the_landscape(landscape):
    assert LANDSCAPE_INFO[landscape.key].landscape is landscape
    assert not hasattr(landscape, "title") and not hasattr(landscape, "rates")


@EACH
def test_each_lives_in_the_file_of_its_name(landscape):
    assert inspect.getmodule(landscape.f).__name__ == f"visualizer.landscapes.{landscape.key}"


SUGGESTED = [(info, name) for info in LANDSCAPE_INFO.values() for name in info.rates]


@pytest.mark.parametrize(
    ("info", "name"), SUGGESTED, ids=[f"{each.key}-{name}" for each, name in SUGGESTED]
)
def test_the_suggested_rates_walk_down_within_the_bounds(info, name):
    assert name in OPTIMIZERS, f"rates of {info.key}: there is no optimizer {name}"
    landscape, method = info.landscape, OPTIMIZERS[name](lr=info.rates[name])
    route = Adventurer(*landscape.start).optimize(landscape, method, steps=30)
    assert route.reason in ("finished", "converged")
    assert within(landscape, route.points)
    assert route.losses[-1] < route.losses[0]
    lengths = np.hypot(*np.diff(route.points, axis=0).T)
    for minimum in landscape.minima[:1]:
        assert lengths.sum() > 0.1 * np.hypot(*np.subtract(landscape.start, minimum))


@EACH
def test_it_answers_as_the_field_of_its_function(landscape):
    field = Field(landscape.f, landscape.xlim, landscape.ylim, grad=landscape.grad)
    rng = np.random.default_rng(7)
    x, y = rng.uniform(*landscape.xlim, (3, 4)), rng.uniform(*landscape.ylim, (3, 4))
    assert np.array_equal(landscape(x, y), field(x, y))
    assert np.array_equal(landscape.gradient(x, y), field.gradient(x, y))
    for point in zip(x.flat, y.flat, strict=True):
        for at in (point, tuple(map(float, point))):
            assert landscape(*at) == field(*at) and type(landscape(*at)) is float
            assert landscape.gradient(*at) == field.gradient(*at)


@EACH
def test_far_outside_it_has_no_value_as_a_field_has_none(landscape):
    for x, y in [(1e200, 1e200), (1e308, -1e308), (float("inf"), 0.0), (float("nan"), 0.0)]:
        assert np.array_equal(landscape(x, y), landscape.field(x, y), equal_nan=True)
        slope = landscape.field.gradient(x, y)
        assert np.array_equal(landscape.gradient(x, y), slope, equal_nan=True)


def test_its_field_is_made_once_and_only_when_it_is_needed(monkeypatch):
    made = []
    monkeypatch.setattr(
        "visualizer.field.Field", lambda *parts, grad: made.append(parts) or len(made)
    )
    landscape = copy.copy(LANDSCAPES["bowl"])
    landscape._field = None
    assert landscape(0.5, 0.5) == 0.5 and landscape.gradient(0.5, 0.5) == (1, 1)
    assert not made
    assert landscape.field is landscape.field and len(made) == 1


def test_other_bounds_leave_the_landscape_alone():
    bowl = LANDSCAPES["bowl"]
    wider = bowl.with_limits((-3, 3), [0, 2])
    assert (wider.xlim, wider.ylim, wider(2, 1)) == ((-3, 3), (0, 2), 5)
    assert (wider.key, wider.minima, wider.start) == (bowl.key, bowl.minima, bowl.start)
    assert (bowl.xlim, bowl.ylim) == ((-1, 1), (-1, 1))
    with pytest.raises(VisualizerError):
        bowl.with_limits((1, 0), (0, 1))


def test_it_is_plotted_as_a_field_with_its_minima():
    bowl = LANDSCAPES["bowl"]
    flat, solid = Figure().add_subplot(), Figure().add_subplot(projection="3d")
    assert bowl.plot([(0, 0), (1, 1)], ax=flat, arrows=True, theme="dark") is flat
    assert bowl.plot_surface([(0, 0), (1, 1)], ax=solid) is solid
    assert flat.lines and solid.collections


def test_rates_may_be_left_out():
    info = LandscapeInfo(LANDSCAPES["bowl"], title={"ja": "おわん", "en": "Bowl"})
    assert info.rates == {}


def test_minima_may_be_none():
    slope = Landscape(
        key="slope",
        formula="x",
        f=lambda x, y: x,
        grad=lambda x, y: (1.0, 0.0),
        xlim=(0, 1),
        ylim=(0, 1),
        minima=[],
        start=(1, 0),
    )
    assert within(slope, slope.minima)
    assert slope.plot(ax=Figure().add_subplot()).get_xlim() == (0, 1)


def test_a_landscape_is_found_by_its_name():
    from visualizer import landscapes

    for key, landscape in LANDSCAPES.items():
        if key in landscapes.__all__:
            assert getattr(landscapes, key) is landscape
    assert {"valley", "rosenbrock", "ackley"} <= set(landscapes.__all__)
    assert repr(landscapes.bowl) == "<Landscape bowl: x² + y²>"
