"""What holds for every walk, on examples that hypothesis looks for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visualizer import SGD, Adventurer, Field, Route
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS

optimizers = st.sampled_from(list(OPTIMIZERS.values()))
landscapes = st.sampled_from(list(LANDSCAPES.values()))
parts = st.floats(0, 1)
rates = st.floats(-4, 1).map(lambda exponent: 10**exponent)
lengths = st.integers(0, 25)


def within(field, along, up):
    """The point at these parts of a field's width and height."""
    (x0, x1), (y0, y1) = field.xlim, field.ylim
    return x0 + along * (x1 - x0), y0 + up * (y1 - y0)


@given(
    st.floats(0.01, 10),
    st.floats(0.01, 10),
    st.floats(-10, 10),
    st.floats(-10, 10),
    st.floats(0.0, 1.0),
)
def test_sgd_on_a_quadratic_valley_follows_its_closed_form(a, b, x, y, part):
    lr = part / max(a, b)
    field = Field(
        lambda x, y: (a * x**2 + b * y**2) / 2,
        (-10, 10),
        (-10, 10),
        grad=lambda x, y: (a * x, b * y),
    )
    route = Adventurer(x, y).optimize(field, SGD(lr=lr), steps=20)
    k = np.arange(len(route))
    np.testing.assert_allclose(route.x, x * (1 - lr * a) ** k, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(route.y, y * (1 - lr * b) ** k, rtol=1e-9, atol=1e-12)


@given(optimizers, landscapes, parts, parts, rates, lengths, lengths)
def test_walking_on_is_walking_at_once(optimizer, field, along, up, lr, first, second):
    start = within(field, along, up)
    at_once = Adventurer(*start).optimize(field, optimizer(lr=lr), steps=first + second)
    adventurer, method = Adventurer(*start), optimizer(lr=lr)
    route = adventurer.optimize(field, method, steps=first)
    if route.reason in ("finished", "cycling"):
        route = adventurer.optimize(field, method, steps=second)
    assert np.array_equal(route.points, at_once.points)
    assert np.array_equal(route.losses, at_once.losses)
    assert np.array_equal(route.gradients, at_once.gradients)
    assert route.reason == at_once.reason


ENDS = ("converged", "saddle", "maximum", "flat", "left", "not finite")


@given(optimizers, landscapes, parts, parts, rates, lengths)
def test_a_route_is_finite_and_tells_the_field(optimizer, field, along, up, lr, steps):
    start = within(field, along, up)
    route = Adventurer(*start).optimize(field, optimizer(lr=lr), steps=steps)
    assert tuple(route.points[0]) == start
    assert len(route) == len(route.losses) == len(route.gradients) <= steps + 1
    assert (len(route) == steps + 1) or route.reason in ENDS
    assert route.reason in Route.REASONS
    assert np.isfinite(route.points).all() and np.isfinite(route.losses).all()
    for (x, y), loss, gradient in zip(route, route.losses, route.gradients, strict=True):
        assert (loss, *gradient) == (field(x, y), *field.gradient(x, y))


@given(optimizers, landscapes, parts, parts, rates, lengths)
def test_each_step_is_what_update_makes_of_the_gradient(optimizer, field, along, up, lr, steps):
    start = within(field, along, up)
    route = Adventurer(*start).optimize(field, optimizer(lr=lr), steps=steps)
    method, params = optimizer(lr=lr), dict(zip("xy", start, strict=True))
    for gradient, after in zip(route.gradients, route.points[1:], strict=False):
        method.update(params, dict(zip("xy", gradient.tolist(), strict=True)))
        assert (params["x"], params["y"]) == tuple(after)


@given(
    optimizers,
    landscapes,
    st.lists(st.tuples(parts, parts), min_size=1, max_size=6),
    st.floats(-4, -1).map(lambda exponent: 10**exponent),
)
def test_arrays_walk_like_floats(optimizer, field, starts, lr):
    points = np.array([within(field, *start) for start in starts])
    together, params = optimizer(lr=lr), {"x": points[:, 0].copy(), "y": points[:, 1].copy()}
    apart = [(optimizer(lr=lr), {"x": x, "y": y}) for x, y in points.tolist()]
    for _ in range(3):
        together.update(params, dict(zip("xy", field.gradient(**params), strict=True)))
        for method, one in apart:
            method.update(one, dict(zip("xy", field.gradient(**one), strict=True)))
    for key in "xy":
        np.testing.assert_allclose(params[key], [one[key] for _, one in apart], rtol=1e-6)
