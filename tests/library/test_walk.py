"""The stepping core: floats and arrays of any names, what is recorded, what is refused."""

import numpy as np
import pytest

from visualizer import SGD, Adam, Field, Momentum, VisualizerError
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS
from visualizer.walk import has_left, length, walk, walk_field

START = {"x": -1.0, "y": 0.5}
NETWORK = {"W": np.linspace(-1, 1, 6).reshape(2, 3), "b": np.array([0.5, -0.5]), "c": 2.0}


def evaluate(params):
    """Half the sum of squares, whose gradient is the point itself."""
    loss = sum(np.sum(np.square(value)) for value in params.values()) / 2
    return float(loss), {key: 1.0 * value for key, value in params.items()}


class Own:
    """A method made of one function that changes params."""

    def __init__(self, change):
        self.change = change

    def update(self, params, grads):
        return self.change(params, grads)


def test_the_start_is_the_first_step():
    start, *others = walk(SGD(lr=0.5), START, evaluate, 2)
    assert (start.params, start.loss, start.grads, start.state) == (START, 0.625, START, {})
    assert [step.params for step in others] == [{"x": -0.5, "y": 0.25}, {"x": -0.25, "y": 0.125}]


def test_no_steps_are_only_the_start():
    assert len(list(walk(SGD(), START, evaluate, 0))) == 1


def test_each_step_is_made_when_it_is_asked_for():
    made = []
    steps = walk(Own(lambda params, grads: made.append(1)), START, evaluate, 5)
    assert not made
    next(steps), next(steps)
    assert len(made) == 1


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
@pytest.mark.parametrize("start", [START, NETWORK], ids=["floats", "network"])
def test_each_step_is_what_update_makes_of_the_gradient(optimizer, start):
    method = optimizer()
    params = {key: np.copy(value) if np.ndim(value) else value for key, value in start.items()}
    for step in walk(optimizer(), start, evaluate, 5):
        assert step.params.keys() == start.keys()
        for key, value in step.params.items():
            np.testing.assert_array_equal(value, params[key])
            assert type(value) is type(start[key])
        method.update(params, evaluate(params)[1])


def test_steps_are_copies_that_nothing_changes_afterwards():
    def change(params, grads):
        params["W"] -= 0.1
        grads["W"][:] = 99

    steps = list(walk(Own(change), {"W": np.zeros(2)}, evaluate, 3))
    np.testing.assert_allclose([step.params["W"][0] for step in steps], [0, -0.1, -0.2, -0.3])
    np.testing.assert_allclose([step.grads["W"][0] for step in steps], [0, -0.1, -0.2, -0.3])


def test_the_start_is_left_as_it_is():
    start = {"W": np.ones(2), "b": 1.0}
    list(walk(SGD(lr=0.5), start, evaluate, 3))
    assert start["W"].tolist() == [1, 1] and start["b"] == 1


def test_the_gradient_may_be_that_of_another_point():
    beside = list(walk(SGD(lr=0.5), {"x": 8.0}, evaluate, 3))
    asked = []

    def evaluate_beside(params):
        asked.append(params)
        return None, evaluate(beside[len(asked) - 1].params)[1]

    steps = list(walk(SGD(lr=0.5), {"x": 1.0}, evaluate_beside, 3))
    assert [step.params["x"] for step in steps] == [1, -3, -5, -6]
    assert [step.grads["x"] for step in steps] == [8, 4, 2, 1]
    assert [params["x"] for params in asked] == [1, -3, -5, -6]
    assert all(step.loss is None for step in steps)


def test_the_state_is_the_methods_velocity_step_by_step():
    start, one, two = walk(Momentum(lr=0.1, momentum=0.5), {"x": 1.0}, evaluate, 2)
    assert start.state == {}
    assert one.state == {"v": {"x": pytest.approx(-0.1)}}
    assert two.state == {"v": {"x": pytest.approx(-0.05 - 0.1 * 0.9)}}


def test_the_state_of_arrays_is_copied():
    steps = list(walk(Adam(lr=0.1), {"W": np.ones(2)}, evaluate, 3))
    assert [sorted(step.state) for step in steps[1:]] == [["m", "step", "v"]] * 3
    assert [step.state["step"] for step in steps[1:]] == [1, 2, 3]
    moments = [step.state["m"]["W"] for step in steps[1:]]
    assert moments[0][0] != moments[1][0] != moments[2][0]


def test_the_state_of_a_method_with_single_numbers_is_what_it_has_changed():
    class Plain:
        def __init__(self):
            self.lr, self.vx, self.vy, self.name, self.seen = 0.1, 0.0, 0.0, "plain", []

        def update(self, params, grads):
            self.vx = 0.5 * self.vx - self.lr * grads["x"]
            self.vy = 0.5 * self.vy - self.lr * grads["y"]
            self.seen.append(grads)
            params["x"] += self.vx
            params["y"] += self.vy

    start, one = walk(Plain(), START, evaluate, 1)
    assert (start.state, one.state) == ({}, {"vx": 0.1, "vy": -0.05})


def test_the_state_in_arrays_changed_in_place_stays_apart():
    class InPlace:
        def __init__(self):
            self.v = {"W": np.zeros(2)}

        def update(self, params, grads):
            self.v["W"] -= 1
            params["W"] += self.v["W"]

    steps = list(walk(InPlace(), {"W": np.zeros(2)}, evaluate, 2))
    assert [step.state["v"]["W"][0] for step in steps] == [0, -1, -2]


def test_a_method_without_attributes_walks_too():
    class Bare:
        __slots__ = ()

        def update(self, params, grads):
            params["x"] -= 1.0

    assert [step.params["x"] for step in walk(Bare(), START, evaluate, 2)] == [-1, -2, -3]


@pytest.mark.parametrize(
    "value", [2, np.int64(2), np.float32(2), np.float64(2), np.array(2.0), np.array([2])]
)
def test_a_number_of_any_kind_becomes_a_float(value):
    _, step = walk(Own(lambda params, grads: params.update(x=value)), START, evaluate, 1)
    assert step.params["x"] == 2 and type(step.params["x"]) is float


FLOATS = [None, "1", 1j, True, [1.0], np.zeros(2), np.array([None]), np.bool_(True), 10**400]
ARRAYS = [None, 1.0, [1.0, 1.0], np.zeros(3), np.zeros((1, 2)), np.array(["a", "b"])]


@pytest.mark.parametrize(
    ("start", "value"),
    [(1.0, value) for value in FLOATS] + [(np.ones(2), value) for value in ARRAYS],
)
def test_what_is_no_number_of_that_shape_is_refused(start, value):
    method = Own(lambda params, grads: params.update(W=value))
    with pytest.raises(VisualizerError) as caught:
        list(walk(method, {"W": start}, evaluate, 1))
    assert caught.value.key == "update.value" and caught.value.values["name"] == "W"


def test_a_dropped_parameter_is_missed_by_its_name():
    with pytest.raises(VisualizerError) as caught:
        list(walk(Own(lambda params, grads: params.pop("b")), NETWORK, evaluate, 1))
    assert (caught.value.key, caught.value.values) == ("update.dropped", {"name": "b"})


@pytest.mark.parametrize("start", [START, NETWORK], ids=["floats", "network"])
def test_new_values_that_are_returned_instead_are_refused(start):
    with pytest.raises(VisualizerError) as caught:
        list(walk(Own(lambda params, grads: dict(params)), start, evaluate, 1))
    assert caught.value.key == "update.returned"


@pytest.mark.parametrize("start", [{"x": 0.0}, {"W": np.zeros(2)}], ids=["floats", "arrays"])
def test_returned_values_do_no_harm_where_all_is_flat(start):
    assert len(list(walk(Own(lambda params, grads: dict(params)), start, evaluate, 2))) == 3


class Warming:
    """Its rate grows from 0, and it hands it back."""

    def __init__(self):
        self.rate = 0.0

    def update(self, params, grads):
        for key in params:
            params[key] -= self.rate * grads[key]
        self.rate += 0.1
        return self.rate


@pytest.mark.parametrize("start", [START, NETWORK], ids=["floats", "network"])
def test_a_method_that_returns_its_rate_may_stand_still_at_first(start):
    assert len(list(walk(Warming(), start, evaluate, 3))) == 4
    assert len(list(walk_field(LANDSCAPES["bowl"], Warming(), 1.0, 0.5, 3))) == 4


def to_infinity(params, grads):
    params["x"] -= float("inf")


def test_a_walk_over_a_field_ends_with_its_reason():
    ends = {
        "finished": walk_field(LANDSCAPES["valley"], SGD(lr=0.9), -7.0, 2.0, 30),
        "converged": walk_field(LANDSCAPES["bowl"], SGD(lr=0.25), 0.5, 0.5, 500),
        "left": walk_field(LANDSCAPES["bowl"], SGD(lr=1.5), 0.5, 0.0, 500),
        "not finite": walk_field(LANDSCAPES["bowl"], Own(to_infinity), 0.5, 0.0, 500),
    }
    for reason, steps in ends.items():
        assert steps.reason is None
        points = [step.params for step in steps]
        assert steps.reason == reason
        assert np.isfinite([list(point.values()) for point in points]).all()


def test_a_walk_that_raises_says_so_and_lets_the_error_out():
    def change(params, grads):
        params["x"] -= 0.1
        if params["x"] < 0.75:
            raise KeyError("velocity")

    steps, seen = walk_field(LANDSCAPES["bowl"], Own(change), 1.0, 0.0, 9), []
    with pytest.raises(KeyError):
        for step in steps:
            seen.append((step.params["x"], steps.reason))
    assert seen == [(1.0, None), (0.9, None), (0.9 - 0.1, None)]
    assert steps.reason == "raised"


def test_a_walk_that_is_left_off_has_no_reason():
    steps = walk_field(LANDSCAPES["bowl"], SGD(), 1.0, 0.0, 9)
    for _ in steps:
        break
    assert steps.reason is None


def test_the_field_is_not_asked_where_there_is_no_point():
    asked = []

    class Ground:
        xlim = ylim = (-1.0, 1.0)

        def __call__(self, x, y):
            asked.append((x, y))
            return x

        def gradient(self, x, y):
            return 1.0, 0.0

    steps = walk_field(Ground(), Own(to_infinity), 0.5, 0.5, 9)
    assert (len(list(steps)), steps.reason, asked) == (1, "not finite", [(0.5, 0.5)])


def test_any_field_will_do():
    field = Field(lambda x, y: x**2 + y**2, (-1, 1), (-1, 1))
    on_field = [step.loss for step in walk_field(field, SGD(lr=0.1), 0.5, 0.2, 5)]
    on_landscape = [s.loss for s in walk_field(LANDSCAPES["bowl"], SGD(lr=0.1), 0.5, 0.2, 5)]
    assert on_field == pytest.approx(on_landscape, rel=1e-8)


def test_left_is_ten_field_sizes_off_the_middle():
    bowl = LANDSCAPES["bowl"]
    assert [has_left(bowl, x, 0.0) for x in (19.9, 20.1, -19.9, -20.1)] == [0, 1, 0, 1]
    assert [has_left(bowl, 0.0, y) for y in (19.9, 20.1, -19.9, -20.1)] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("x", "y"), [(3, 4), (0, 0), (-5, 0), (0, -2), (1e200, -1e200), (1e-200, 2e-200), (7, 1e-9)]
)
def test_lengths_do_not_overflow(x, y):
    assert length(x, y) == pytest.approx(np.hypot(x, y), rel=1e-15)
