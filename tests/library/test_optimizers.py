"""Optimizers against other forms of the same mathematics, on floats and on arrays."""

import inspect

import numpy as np
import pytest

import visualizer
from visualizer import AdaGrad, Adam, Momentum, Nesterov, RMSprop
from visualizer.figures.style import STUDENT_STYLE
from visualizer.optimizers import OPTIMIZER_INFO, OPTIMIZERS
from visualizer.walk import walk as walk_steps

each_record = pytest.mark.parametrize("info", OPTIMIZER_INFO.values(), ids=OPTIMIZER_INFO)


def slope(params):
    """Gradient of x⁴/4 + xy + y²."""
    x, y = params["x"], params["y"]
    return {"x": x**3 + y, "y": x + 2 * y}


def walk(optimizer, x, y, steps):
    """Points (x, y) of a walk, copied so that arrays changed in place stay apart."""
    params = {"x": x, "y": y}
    points = [np.array([x, y])]
    for _ in range(steps):
        optimizer.update(params, slope(params))
        points.append(np.array([params["x"], params["y"]]))
    return np.array(points)


def gradient(point):
    return np.array(list(slope({"x": point[0], "y": point[1]}).values()))


def test_they_stand_in_the_order_in_which_they_are_taught():
    taught = [name for name in OPTIMIZERS if name in DEFAULTS]
    assert taught == ["SGD", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"]
    assert all(getattr(visualizer, name) is OPTIMIZERS[name] for name in taught)


def test_records_and_classes_are_in_one_order():
    assert list(OPTIMIZER_INFO) == list(OPTIMIZERS)
    for name, info in OPTIMIZER_INFO.items():
        assert (info.name, info.optimizer) == (name, OPTIMIZERS[name])


DEFAULTS = {
    "SGD": {"lr": 0.1},
    "Momentum": {"lr": 0.01, "momentum": 0.9},
    "Nesterov": {"lr": 0.01, "momentum": 0.9},
    "AdaGrad": {"lr": 0.01, "eps": 1e-7},
    "RMSprop": {"lr": 0.01, "decay_rate": 0.99, "eps": 1e-7},
    "Adam": {"lr": 0.001, "beta1": 0.9, "beta2": 0.999, "eps": 1e-7},
}


@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults_are_those_of_the_slides_and_the_book(name):
    assert OPTIMIZER_INFO[name].defaults == DEFAULTS[name]


@each_record
def test_a_record_names_every_argument_of_its_class_in_order(info):
    arguments = inspect.signature(info.optimizer).parameters
    assert [h.name for h in info.hyperparameters] == list(arguments), (
        f"the hyperparameters of {info.name}'s record are to be its constructor's arguments"
    )
    assert list(info.defaults) == list(arguments)
    assert all(info.defaults[name] == given.default for name, given in arguments.items())


@each_record
def test_a_record_has_limits_and_labels_in_both_languages(info):
    for hyperparameter in info.hyperparameters:
        assert hyperparameter.low <= info.defaults[hyperparameter.name] <= hyperparameter.high
        assert hyperparameter.label["ja"] and hyperparameter.label["en"]
    assert info.formula in (info.optimizer.__doc__ or ""), (
        f"the formula of {info.name}'s record is to stand in its docstring as it is"
    )


@each_record
def test_a_record_names_the_inner_state_that_a_walk_finds(info):
    *_, last = walk_steps(info.optimizer(), {"x": -1.0, "y": 0.7}, evaluate, 3)
    held = [name for name, value in last.state.items() if isinstance(value, dict)]
    assert sorted(held) == sorted(info.state), (
        f"state, in {info.name}'s record, is to name the attributes that hold its inner state"
    )


@each_record
def test_a_record_has_a_style_that_is_not_the_students(info):
    taken = "{} has the {} of a student's own route, STUDENT_STYLE: choose another"
    for part, own, students in zip(
        ("colour", "marker"), (info.colour, info.marker), STUDENT_STYLE, strict=True
    ):
        assert own.lower() != students.lower(), taken.format(info.name, part)


def test_routes_are_told_apart_by_colour_and_by_marker():
    records = OPTIMIZER_INFO.values()
    assert len({info.colour.lower() for info in records}) == len(records)
    assert len({info.marker for info in records}) == len(records)


def evaluate(params):
    return 0.0, slope(params)


def test_momentum_is_polyaks_heavy_ball():
    points = walk(Momentum(lr=0.05, momentum=0.8), -1.0, 0.7, 40)
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        assert after == pytest.approx(here + 0.8 * (here - before) - 0.05 * gradient(here))


def test_nesterov_stands_where_sutskevers_form_looks_ahead():
    lr, momentum = 0.05, 0.8
    points = walk(Nesterov(lr, momentum), -1.0, 0.7, 40)
    here, v = np.array([-1.0, 0.7]), np.zeros(2)
    for point in points:
        ahead = here + momentum * v
        assert point == pytest.approx(ahead)
        v = momentum * v - lr * gradient(ahead)
        here = here + v


def test_adagrad_divides_by_the_length_of_all_gradients_so_far():
    points = walk(AdaGrad(lr=0.3), -1.0, 0.7, 40)
    gradients = np.array([gradient(point) for point in points[:-1]])
    lengths = np.sqrt(np.cumsum(gradients**2, axis=0)) + 1e-7
    np.testing.assert_allclose(np.diff(points, axis=0), -0.3 * gradients / lengths, rtol=1e-9)


def test_rmsprop_divides_by_a_fading_average():
    points = walk(RMSprop(lr=0.02, decay_rate=0.9), -1.0, 0.7, 40)
    gradients = np.array([gradient(point) for point in points[:-1]])
    for n, step in enumerate(np.diff(points, axis=0)):
        fading = 0.9 ** np.arange(n, -1, -1)[:, None]
        average = 0.1 * (fading * gradients[: n + 1] ** 2).sum(axis=0)
        assert step == pytest.approx(-0.02 * gradients[n] / (np.sqrt(average) + 1e-7))


def test_adam_is_the_papers_algorithm():
    points = walk(Adam(lr=0.1, beta1=0.8, beta2=0.95), -1.0, 0.7, 40)
    m = v = np.zeros(2)
    for t, (here, after) in enumerate(zip(points, points[1:], strict=False), start=1):
        m = 0.8 * m + 0.2 * gradient(here)
        v = 0.95 * v + 0.05 * gradient(here) ** 2
        unbiased_m, unbiased_v = m / (1 - 0.8**t), v / (1 - 0.95**t)
        # The book adds 1e-7 before the correction of v, the paper after it.
        assert after == pytest.approx(here - 0.1 * unbiased_m / np.sqrt(unbiased_v), abs=1e-6)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_arrays_walk_like_floats_all_at_once(optimizer):
    starts = np.array([[-1.0, 0.7], [0.3, -0.2], [1.1, 0.9], [0.0, 0.0]])
    together = walk(optimizer(lr=0.05), *starts.T.copy(), 25)
    for number, start in enumerate(starts):
        alone = walk(optimizer(lr=0.05), *start.tolist(), 25)
        np.testing.assert_allclose(together[:, :, number], alone, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_the_rate_may_be_an_array(optimizer):
    rates = np.array([0.01, 0.05, 0.1])
    together = walk(optimizer(lr=rates), np.full(3, -1.0), np.full(3, 0.7), 25)
    for number, rate in enumerate(rates):
        alone = walk(optimizer(lr=rate), -1.0, 0.7, 25)
        np.testing.assert_allclose(together[:, :, number], alone, rtol=1e-12)


@pytest.mark.parametrize("optimizer", [Momentum, Nesterov])
def test_the_momentum_may_be_an_array(optimizer):
    alphas = np.array([0.0, 0.5, 0.9])
    together = walk(optimizer(lr=0.05, momentum=alphas), np.full(3, -1.0), np.full(3, 0.7), 25)
    for number, alpha in enumerate(alphas):
        alone = walk(optimizer(lr=0.05, momentum=alpha), -1.0, 0.7, 25)
        np.testing.assert_allclose(together[:, :, number], alone, rtol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_params_are_changed_in_place_and_gradients_are_not(optimizer):
    weights, slopes = np.array([1.0, -2.0]), np.array([0.5, 0.25])
    params, grads = {"W": weights}, {"W": slopes}
    method = optimizer(lr=0.1)
    for _ in range(3):
        method.update(params, grads)
    assert params["W"] is weights
    assert (weights[0] < 1.0) and (weights[1] < -2.0)
    assert grads["W"] is slopes and slopes.tolist() == [0.5, 0.25]


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_each_key_has_a_state_of_its_own(optimizer):
    both, alone = optimizer(lr=0.1), optimizer(lr=0.1)
    two, one = {"W": 1.0, "b": 5.0}, {"W": 1.0}
    for step in range(5):
        both.update(two, {"W": 0.3, "b": 10.0 * step})
        alone.update(one, {"W": 0.3})
    assert two["W"] == one["W"]


@pytest.mark.parametrize("name", sorted(set(OPTIMIZERS) & set(visualizer.__all__)))
def test_it_is_shown_as_it_would_be_made_again(name):
    made = OPTIMIZERS[name](lr=1)
    assert repr(made).startswith(f"{name}(lr=1.0")
    again = eval(repr(made), dict(OPTIMIZERS))
    assert {**vars(again)} == {**vars(made)}
