"""Why a walk ends, on fields where the truth is known."""

import math

import numpy as np
import pytest

from visualizer import SGD, Adam, Adventurer, Field, Momentum, RMSprop, Route
from visualizer.cycle import LONGEST, ROUNDS, goes_round
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS
from visualizer.place import kind_of_place
from visualizer.walk import walk_field

SIZE = (-10, 10)


def over(f, xlim=SIZE, ylim=SIZE, grad=None):
    return Field(f, xlim, ylim, grad=grad)


def walked(f, start, method, steps=100, **field):
    return Adventurer(*start).optimize(over(f, **field), method, steps=steps)


def ravine(x, y):
    return x**2 + 1e10 * y**2


def turned_ravine(x, y):
    return ravine(0.9 * x + math.sqrt(0.19) * y, 0.9 * y - math.sqrt(0.19) * x)


def wall(x, y):
    return math.exp(20 * y) + x**2


def hole(x, y):
    return -np.exp(-10 * (x * x + y * y))


@pytest.mark.parametrize("f", [ravine, turned_ravine])
def test_on_the_floor_of_a_ravine_but_far_from_its_end_it_has_not_converged(f):
    route = walked(f, (-1, 9), SGD(lr=5e-11))
    assert (route.reason, len(route)) == ("finished", 101)


def test_behind_a_steep_wall_it_has_not_converged():
    route = walked(wall, (-1, 1), SGD(lr=1e-13), grad=lambda x, y: (2 * x, 20 * wall(0, y)))
    assert (route.reason, len(route)) == ("finished", 101)


def test_beyond_a_wall_that_has_no_foot_the_ground_is_flat():
    assert walked(wall, (0, -5), SGD(lr=0.1)).reason == "flat"


@pytest.mark.parametrize("start", [(7, 7), (2, 2), (1.5, 1.5)])
@pytest.mark.parametrize("method", [SGD, Momentum])
def test_on_a_plateau_it_stops_on_flat_ground(start, method):
    assert walked(hole, start, method(lr=0.1)).reason == "flat"


@pytest.mark.parametrize(
    "f", [lambda x, y: np.floor(x), lambda x, y: 3.0, lambda x, y: round(x) + round(y)]
)
def test_on_a_step_it_stops_on_flat_ground(f):
    assert walked(f, (0.3, 0.2), SGD(lr=0.1)).reason == "flat"


@pytest.mark.parametrize(
    ("f", "start"),
    [
        (lambda x, y: x**2 - y**2, (1, 0)),
        (lambda x, y: x * y, (1, 1)),
        (lambda x, y: x**3 - 3 * x * y**2, (0, 0)),
        (lambda x, y: (2 * x - 3 * y) * (3 * x - 4 * y), (0, 0)),
        (lambda x, y: x**2 - y**4, (1, 0)),
    ],
)
def test_at_a_saddle_it_stops_at_a_saddle(f, start):
    assert walked(f, start, SGD(lr=0.2), steps=500).reason == "saddle"


@pytest.mark.parametrize(
    "f", [lambda x, y: -(x**2) - y**2, lambda x, y: -(x**2), lambda x, y: np.cos(x) - y**4]
)
def test_on_a_summit_or_a_ridge_it_stops_at_a_maximum(f):
    assert walked(f, (0, 0), SGD(lr=0.1)).reason == "maximum"


@pytest.mark.parametrize(
    ("f", "rate"),
    [
        (lambda x, y: x**2 + y**2, 0.3),
        (lambda x, y: 1e6 + x**2 + y**2, 0.3),
        (lambda x, y: x**2, 0.3),
        (lambda x, y: 1e-9 * (x**2 + y**2), 3e8),
        (lambda x, y: x**2 + 30 * y**2 + 2 * x * y, 0.03),
        (lambda x, y: 1 - np.cos(x) * np.cos(y), 0.7),
    ],
)
def test_at_a_minimum_it_has_converged(f, rate):
    route = walked(f, (1, 0.5), SGD(lr=rate), steps=2000)
    assert route.reason == "converged"
    assert np.hypot(*route.gradients[-1]) < 1e-8 * np.hypot(*route.gradients[0])


@pytest.mark.parametrize("scale", [1e-300, 1e-200, 1e-150, 1.0, 1e150, 1e152, 1e200, 1e300])
def test_the_steepest_slope_is_known_however_steep(scale):
    field = over(lambda x, y: scale * x**2, grad=lambda x, y: (2 * scale * x, 0.0))
    walk = walk_field(field, SGD(lr=-0.25 / scale), 0.01, 0.0, 9)
    steps = list(walk)
    assert walk.steepest == max(abs(step.grads["x"]) for step in steps) > 0.3 * scale


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
@pytest.mark.parametrize("slope", [float("inf"), float("nan")])
def test_a_slope_that_is_not_finite_ends_a_walk_however_steep_it_was_before(scale, slope):
    class Ground:
        xlim = ylim = SIZE

        def __call__(self, x, y):
            return scale * x

        def gradient(self, x, y):
            return (scale, 0.0) if x > 0.5 else (slope, 0.0)

    walk = walk_field(Ground(), SGD(lr=0.2 / scale), 1.0, 0.0, 9)
    assert (len(list(walk)), walk.reason) == (3, "not finite")


def test_where_it_starts_at_the_minimum_it_has_converged_too():
    assert walked(lambda x, y: x**2 + y**2, (1e-13, 0), SGD(lr=0.1)).reason == "converged"


def test_the_bottom_of_a_ravine_is_a_minimum():
    field = over(ravine, grad=lambda x, y: (2 * x, 2e10 * y))
    assert Adventurer(0, 9).optimize(field, SGD(lr=5e-11)).reason == "converged"
    assert kind_of_place(over(turned_ravine), 0.0, 0.0) == "minimum"


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES)
def test_the_minima_of_the_landscapes_are_minima(landscape):
    for x, y in landscape.minima:
        assert kind_of_place(landscape, float(x), float(y)) == "minimum"


def test_a_walk_that_jumps_to_and_fro_is_cycling():
    route = walked(lambda x, y: x**2 + y**2, (1, 0.5), SGD(lr=1.0), steps=30)
    assert (route.reason, len(route)) == ("cycling", 31)


def test_steps_of_one_size_end_in_a_circle_around_the_minimum():
    sign_descent = RMSprop(lr=0.25, decay_rate=0.0, eps=0.0)
    assert walked(lambda x, y: x**2 + y**2, (0.9, 0.6), sign_descent).reason == "cycling"


class Turning:
    """Goes round in a circle of n steps, in one that grows by a factor each step."""

    def __init__(self, n, growth=1.0):
        self.turn = growth * np.exp(2j * np.pi / n)

    def update(self, params, grads):
        there = complex(params["x"], params["y"]) * self.turn
        params["x"], params["y"] = there.real, there.imag


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        (Turning(3), "cycling"),
        (Turning(32), "cycling"),
        (Turning(6, 1.0001), "finished"),
        (Turning(6, 0.9999), "finished"),
        (Turning(np.e), "finished"),
        (Turning(2, 0.999), "finished"),
    ],
)
def test_a_circle_is_a_circle_when_it_closes(method, reason):
    assert walked(lambda x, y: x + y, (1, 0), method, steps=120).reason == reason


@pytest.mark.parametrize("period", range(2, LONGEST + 1))
def test_a_circle_is_found_whatever_its_length(period):
    circle = np.random.default_rng(period).uniform(-1, 1, (period, 2))
    rounds = [tuple(point) for point in np.tile(circle, (ROUNDS, 1)).tolist()]
    assert goes_round([(9.0, 9.0), *rounds])
    for at in (-1, 0, -2 * period):
        (x, y), others = rounds[at], list(rounds)
        others[at] = (x, y + 1e-6)
        assert not goes_round(others)


def test_a_circle_that_was_walked_twice_only_may_be_none():
    f = over(lambda x, y: x + y)
    reasons = [Adventurer(1, 0).optimize(f, Turning(4), steps=n).reason for n in (7, 10, 11)]
    assert reasons == ["finished", "finished", "cycling"]


def test_standing_still_on_a_slope_is_none_of_these():
    route = walked(lambda x, y: x**2 + y**2, (1, 0.5), SGD(lr=1e-30), steps=200)
    assert (route.reason, len(route)) == ("finished", 201)


def test_small_steps_against_a_large_height_are_decided_coordinate_by_coordinate():
    field = over(lambda x, y: x**2 + 1e-3 * y**2, ylim=(-1000, 1000))
    route = Adventurer(1, 900).optimize(field, SGD(lr=0.5), steps=500)
    assert route.reason == "finished"


def test_out_of_the_field_and_not_finite():
    assert walked(lambda x, y: -(x**2), (1, 0), SGD(lr=1.0)).reason == "left"
    assert walked(lambda x, y: np.sqrt(x), (1, 0), SGD(lr=9.0)).reason == "not finite"


def test_what_fails_beside_the_place_of_rest_is_no_fault_of_the_walk():
    def f(x, y):
        if x != 0.0:
            raise KeyError("nobody walks here")
        return y**2

    field = over(lambda x, y: y**2, grad=lambda x, y: (0.0, 2 * y))
    field.__class__ = type("Elsewhere", (Field,), {"__call__": lambda self, x, y: f(x, y)})
    walk = walk_field(field, SGD(lr=0.5), 0.0, 1.0, 9)
    assert [step.params["y"] for step in walk] == [1, 0, 0]
    assert walk.reason == "converged"


def test_the_places_are_looked_at_only_where_a_walk_stands_still():
    asked = []

    def f(x, y):
        asked.append(1)
        return x**2 + 1e10 * y**2

    field = over(f, grad=lambda x, y: (2 * x, 2e10 * y))
    asked.clear()
    for step in walk_field(field, SGD(lr=5e-11), -1.0, 9.0, 1000):
        assert step.loss > 0
    assert len(asked) < 1001 + 300


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_every_reason_of_every_method_is_known(optimizer):
    for landscape in LANDSCAPES.values():
        route = Adventurer(*landscape.start).optimize(landscape, optimizer(), steps=60)
        assert route.reason in Route.REASONS


def test_adam_comes_to_rest_at_a_minimum():
    route = walked(lambda x, y: x**2 + y**2, (1, 0.5), Adam(lr=0.1), steps=5000)
    assert route.reason == "converged"
