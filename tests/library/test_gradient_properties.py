"""The numerical gradient on smooth functions that hypothesis makes up."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visualizer import Field
from visualizer.landscapes import LANDSCAPES

X, Y = np.meshgrid(np.linspace(-3, 3, 13), np.linspace(-3, 3, 11))
coefficients = st.floats(-10, 10).map(lambda number: round(number, 3))
waves = st.tuples(coefficients, coefficients, coefficients, coefficients)


class Sum:
    """A polynomial Σ c xᵐ yⁿ and waves Σ a sin(px + qy + r), with their exact gradient."""

    def __init__(self, terms, waves):
        self.terms, self.waves = terms, waves

    def f(self, x, y):
        flat = sum(c * x**m * y**n for c, m, n in self.terms)
        return flat + sum(a * np.sin(p * x + q * y + r) for a, p, q, r in self.waves)

    def grad(self, x, y):
        gx = sum(c * m * x ** max(m - 1, 0) * y**n for c, m, n in self.terms)
        gy = sum(c * n * x**m * y ** max(n - 1, 0) for c, m, n in self.terms)
        gx = gx + sum(a * p * np.cos(p * x + q * y + r) for a, p, q, r in self.waves)
        gy = gy + sum(a * q * np.cos(p * x + q * y + r) for a, p, q, r in self.waves)
        return gx + 0 * x, gy + 0 * y


sums = st.builds(
    Sum,
    st.lists(st.tuples(coefficients, st.integers(0, 4), st.integers(0, 4)), max_size=5),
    st.lists(waves, max_size=3),
)


def numerical(f):
    return Field(f, (-3, 3), (-3, 3))


@given(sums)
def test_eight_digits_on_sums_of_powers_and_waves(smooth):
    """Digits of the steepest slope: where single slopes vanish there are none to count."""
    found, exact = np.array(numerical(smooth.f).gradient(X, Y)), np.array(smooth.grad(X, Y))
    size = max(np.abs(exact).max(), np.abs(smooth.f(X, Y)).max())
    assert np.abs(found - exact).max() <= 1e-8 * size


@given(sums, st.floats(-3, 3), st.floats(-3, 3))
def test_points_get_what_grids_get(smooth, x, y):
    field = numerical(smooth.f)
    at_point, on_grid = field.gradient(x, y), field.gradient(np.full((2, 2), x), y)
    size = np.abs(smooth.f(X, Y)).max() + np.abs(smooth.grad(X, Y)).max()
    for part, array in zip(at_point, on_grid, strict=True):
        np.testing.assert_allclose(array, part, rtol=1e-9, atol=1e-10 * size)


@given(st.sampled_from(list(LANDSCAPES.values())), st.floats(0, 1), st.floats(0, 1))
def test_the_landscapes_gradients_are_their_functions_own(landscape, along, up):
    (x0, x1), (y0, y1) = landscape.xlim, landscape.ylim
    x, y = x0 + along * (x1 - x0), y0 + up * (y1 - y0)
    field = Field(landscape.f, landscape.xlim, landscape.ylim)
    exact, found = landscape.gradient(x, y), field.gradient(x, y)
    size = np.hypot(*exact) + np.abs(landscape(x, y)) + 1
    assert np.abs(np.subtract(found, exact)).max() < 1e-8 * size
