"""A gradient that is not that of its function is warned of."""

import math
import warnings

import numpy as np
import pytest

from visualizer import Field
from visualizer.landscapes import LANDSCAPES


def f(x, y):
    return x**2 / 20 + math.sin(y)


def made(grad, f=f, xlim=(-10, 10), ylim=(-5, 5)):
    """What is warned of when a field is made."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Field(f, xlim, ylim, grad=grad)
    assert all(warning.category is UserWarning for warning in caught)
    return [str(warning.message) for warning in caught]


@pytest.mark.parametrize(
    ("grad", "axis"),
    [
        (lambda x, y: (-x / 10, math.cos(y)), "x"),
        (lambda x, y: (x / 10, -math.cos(y)), "y"),
    ],
)
def test_a_wrong_sign_is_named(grad, axis):
    (said,) = made(grad)
    assert "sign" in said and f"∂f/∂{axis}" in said


def test_two_wrong_signs_are_both_named():
    assert ["sign" in said for said in made(lambda x, y: (-x / 10, -math.cos(y)))] == [True, True]


@pytest.mark.parametrize(
    "grad",
    [
        lambda x, y: (x / 20, math.cos(y)),
        lambda x, y: (x / 10, math.sin(y)),
        lambda x, y: (math.cos(y), math.cos(y)),
        lambda x, y: (1.05 * x / 10, math.cos(y)),
    ],
)
def test_another_fault_is_another_sentence(grad):
    (said,) = made(grad)
    assert "sign" not in said and "gradient of f" in said


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES)
def test_of_right_gradients_nothing_is_said(landscape):
    assert not made(landscape.grad, landscape.f, landscape.xlim, landscape.ylim)


@pytest.mark.parametrize(
    ("f", "grad"),
    [
        (lambda x, y: 1e9 + 1e-6 * x, lambda x, y: (1e-6, 0.0)),
        (lambda x, y: abs(x) + abs(y), lambda x, y: (math.copysign(1, x), math.copysign(1, y))),
        (lambda x, y: math.sqrt(x - 9), lambda x, y: (0.5 / math.sqrt(x - 9), 0.0)),
        (lambda x, y: float(np.float32(x) ** 2), lambda x, y: (2 * x, 0.0)),
        (lambda x, y: 3.0, lambda x, y: (0, 0)),
        (lambda x, y: x * 1e-200, lambda x, y: (1e-200, 0.0)),
    ],
)
def test_rounding_kinks_and_places_without_a_value_are_no_fault(f, grad):
    assert not made(grad, f)


def test_a_warning_points_at_the_line_that_makes_the_field():
    with pytest.warns(UserWarning) as caught:
        Field(f, (-1, 1), (-1, 1), grad=lambda x, y: (-x / 10, math.cos(y)))
    assert caught[0].filename == __file__
