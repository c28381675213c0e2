"""Elementary functions: floats and arrays alike, defined everywhere, never complex."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer import elementary

ONE = ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sqrt", "absolute", "sign"]
TWO = ["power", "maximum"]
ODD = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1000.0, -1000.0, math.inf, -math.inf, math.nan, 1e308]
# Of a power of −∞ that is no whole number C and numpy do not know whether it is ∞ or undefined.
POWERS = [number for number in ODD if number != -math.inf]
numbers = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-10, 10)


def numpys(name, *arguments):
    with np.errstate(all="ignore"):
        return float(getattr(np, name)(*arguments))


def same(one, other):
    return one == other or (math.isnan(one) and math.isnan(other)) or math.isclose(one, other)


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("x", ODD)
def test_a_float_gets_what_numpy_gives_without_a_warning(name, x, recwarn):
    found = getattr(elementary, name)(x)
    assert type(found) is float and same(found, numpys(name, x))
    assert not recwarn.list


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("x", POWERS)
@pytest.mark.parametrize("y", [*ODD, 2.0, 3.0, -3.0, 1 / 3])
def test_two_floats_get_what_numpy_gives(name, x, y):
    found = getattr(elementary, name)(x, y)
    assert type(found) is float and same(found, numpys(name, x, y))


@given(st.sampled_from(ONE), numbers)
def test_any_float_gets_what_numpy_gives(name, x):
    assert same(getattr(elementary, name)(x), numpys(name, x))


@given(st.sampled_from(TWO), numbers, numbers)
def test_any_two_floats_get_what_numpy_gives(name, x, y):
    if (name, x) != ("power", -math.inf):
        assert same(getattr(elementary, name)(x, y), numpys(name, x, y))


@pytest.mark.parametrize("name", ONE)
def test_arrays_get_what_floats_get(name, recwarn):
    found = getattr(elementary, name)(np.array([ODD]))
    assert found.shape == (1, len(ODD)) and not recwarn.list
    for one, x in zip(found[0].tolist(), ODD, strict=True):
        assert same(one, getattr(elementary, name)(x))


@pytest.mark.parametrize("name", TWO)
def test_arrays_and_floats_may_be_mixed(name, recwarn):
    function = getattr(elementary, name)
    for y in (2.0, -1.0, 0.5):
        given_arrays = function(np.array(POWERS), y), function(y, np.array(POWERS))
        for array, back in zip(given_arrays, (False, True), strict=True):
            for one, x in zip(array.tolist(), POWERS, strict=True):
                assert same(one, function(y, x) if back else function(x, y))
    assert not recwarn.list


def test_numpys_own_floats_are_floats():
    assert type(elementary.sqrt(np.float64(4))) is float
    assert elementary.exp(np.float32(0)) == 1


def test_the_root_is_rounded_as_numpy_rounds_it():
    for number in np.exp(np.random.default_rng(2).uniform(-40, 40, 5000)).tolist():
        assert elementary.sqrt(number) == float(np.sqrt(number))
