"""The numerical gradient against derivatives that are known."""

import math

import numpy as np
import pytest

from visualizer import Field
from visualizer.landscapes import LANDSCAPES

SMOOTH = {
    "quartic": (
        lambda x, y: x**4 - x * y**3,
        lambda x, y: (4 * x**3 - y**3, -3 * x * y**2),
    ),
    "fast waves": (
        lambda x, y: np.sin(30 * x) * np.cos(20 * y),
        lambda x, y: (
            30 * np.cos(30 * x) * np.cos(20 * y),
            -20 * np.sin(30 * x) * np.sin(20 * y),
        ),
    ),
    "narrow hill": (
        lambda x, y: 1 / (1 + 400 * (x**2 + y**2)),
        lambda x, y: tuple(-800 * u / (1 + 400 * (x**2 + y**2)) ** 2 for u in (x, y)),
    ),
    "steep": (
        lambda x, y: np.exp(3 * x) + np.exp(-3 * y),
        lambda x, y: (3 * np.exp(3 * x), -3 * np.exp(-3 * y)),
    ),
    "logistic loss": (
        lambda x, y: np.log1p(np.exp(-3 * x - y)),
        lambda x, y: (-3 / (1 + np.exp(3 * x + y)), -1 / (1 + np.exp(3 * x + y))),
    ),
}


def relative_error(field, exact, x, y):
    """Length of the error as a part of the gradient's length."""
    found, wanted = np.array(field.gradient(x, y)), np.array(exact(x, y))
    return np.hypot(*(found - wanted)) / np.hypot(*wanted)


def scattered(field, count=2000):
    rng = np.random.default_rng(5)
    return rng.uniform(*field.xlim, count), rng.uniform(*field.ylim, count)


@pytest.mark.parametrize("name", SMOOTH)
def test_eight_digits_on_smooth_functions(name):
    f, exact = SMOOTH[name]
    field = Field(f, (-5, 5), (-5, 5))
    assert relative_error(field, exact, *scattered(field)).max() < 1e-8


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES)
def test_ten_digits_on_the_landscapes(landscape):
    field = Field(landscape.f, landscape.xlim, landscape.ylim)
    assert relative_error(field, landscape.gradient, *scattered(field)).max() < 1e-9


def test_eight_digits_where_a_domain_ends_nearby():
    field = Field(lambda x, y: np.log(x) + np.sqrt(y), (0, 10), (0, 10))
    x, y = 10.0 ** -np.arange(0, 3.1, 0.5), np.full(7, 5.0)
    error = relative_error(field, lambda x, y: (1 / x, 0.5 / np.sqrt(y)), x, y)
    assert error.max() < 1e-8


@pytest.mark.parametrize("scale", [1e-12, 1e-6, 1.0, 1e6, 1e12])
def test_eight_digits_on_every_scale(scale):
    field = Field(lambda x, y: (x / scale) ** 4 + y / scale, (-scale, scale), (-scale, scale))

    def exact(x, y):
        return 4 * (x / scale) ** 3 / scale, np.full_like(y, 1 / scale)

    assert relative_error(field, exact, *scattered(field)).max() < 1e-8


@pytest.mark.parametrize("x", [1e-9, 30.0, -1e4, 1e8, 1e20])
def test_eight_digits_far_from_and_near_to_the_middle(x):
    field = Field(lambda x, y: x**2 + y**2, (-1, 1), (-1, 1))
    assert field.gradient(x, x) == pytest.approx((2 * x, 2 * x), rel=1e-8)


def test_rounding_of_large_values_is_kept_small():
    """On a height of 10⁶ a value is rounded by 10⁻¹⁰; small steps would blow that up."""
    field = Field(lambda x, y: 1e6 + x**2 + y**2, (-5, 5), (-5, 5))
    x, y = scattered(field)
    error = np.array(field.gradient(x, y)) - np.array([2 * x, 2 * y])
    assert np.abs(error).max() < 1e-8


def test_zero_at_a_minimum_and_on_a_plain():
    assert Field(lambda x, y: x**2 + y**2, (-1, 1), (-1, 1)).gradient(0, 0) == (0, 0)
    assert Field(lambda x, y: 5.0, (-1, 1), (-1, 1)).gradient(0.3, 0.4) == (0, 0)


SINGLE = {
    "arrays": lambda x, y: np.sin(np.float32(x)) * np.exp(np.float32(y)),
    "numbers": lambda x, y: float(np.sin(np.float32(x)) * np.exp(np.float32(y))),
    "branches": lambda x, y: float(np.sin(np.float32(x)) * np.exp(np.float32(y))) if x == x else 0,
}


@pytest.mark.parametrize("f", SINGLE.values(), ids=SINGLE)
def test_of_values_in_single_precision_as_many_digits_as_there_are(f):
    field = Field(f, (-1, 1), (-1, 1))

    def exact(x, y):
        return np.cos(x) * np.exp(y), np.sin(x) * np.exp(y)

    x, y = scattered(field, 300)
    for found in (field.gradient(x, y), np.transpose(list(map(field.gradient, x, y)))):
        error = np.hypot(*(np.array(found) - exact(x, y))) / np.hypot(*exact(x, y))
        assert np.median(error) < 5e-7 and error.max() < 2e-6


@pytest.mark.parametrize("f", [lambda x, y: x + y, lambda x, y: x * y / 4])
def test_round_values_are_not_taken_for_single_precision(f):
    field = Field(f, (-2, 2), (-2, 2))
    assert field.gradient(0.3, 1.7) == pytest.approx((f(1, 1.7) - f(0, 1.7), f(0.3, 1) - f(0.3, 0)))


class Counted:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, x, y):
        self.calls += 1
        return self.f(x, y)


@pytest.mark.parametrize(
    ("f", "most"),
    [
        (lambda x, y: x**2 / 20 + y**2, 12),
        (lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2, 20),
        (lambda x, y: math.sin(x) * math.exp(y / 5), 28),
    ],
)
def test_as_few_values_as_will_do(f, most):
    counted = Counted(f)
    field = Field(counted, (-5, 5), (-5, 5))
    counted.calls = 0
    for point in ((1.3, 0.7), (-4.0, 2.0), (0.1, -0.2)):
        field.gradient(*point)
    assert counted.calls <= 3 * most


@pytest.mark.parametrize("name", SMOOTH)
def test_at_points_it_is_as_good_as_at_arrays(name):
    f, exact = SMOOTH[name]
    field = Field(f, (-5, 5), (-5, 5))
    x, y = scattered(field, 300)
    wanted = np.array(exact(x, y))
    one_by_one = np.transpose([field.gradient(*point) for point in zip(x, y, strict=True)])
    error = np.hypot(*(one_by_one - wanted)) / np.hypot(*wanted)
    assert error.max() < 1e-8
