"""Values and gradients of fields whose functions are written in every way a student may."""

import math
import statistics
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from visualizer import SGD, Adventurer, Field, VisualizerError

X, Y = np.meshgrid(np.linspace(-1.9, 1.8, 7), np.linspace(-0.9, 0.7, 5))


def only_floats(x, y):
    if x > 0:
        return math.sin(x) + math.cos(y)
    return x + math.cos(y)


def changes_its_arguments(x, y):
    x -= 1
    y *= 2
    return x * x + y


FUNCTIONS = {
    "arrays": lambda x, y: x**2 / 20 + y**2,
    "numpy": lambda x, y: np.exp(-(x**2)) * np.sin(3 * y),
    "math": lambda x, y: math.exp(-(x**2)) * math.sin(3 * y),
    "branches": only_floats,
    "max": lambda x, y: max(x, y) ** 2,
    "constant": lambda x, y: 3.0,
    "whole constant": lambda x, y: 3,
    "one variable": lambda x, y: y,
    "whole numbers": lambda x, y: round(x) + round(y),
    "abs": lambda x, y: abs(x) + abs(y),
    "sums over what it gets": lambda x, y: np.sum(x) ** 2 + np.max(y),
    "an array of one number": lambda x, y: np.array([x * y]),
    "changes its arguments": changes_its_arguments,
    "default argument": lambda x, y, a=2.0: a * x * y,
    "undefined in part": lambda x, y: math.sqrt(1 - x) + y,
}


def field_of(name):
    return Field(FUNCTIONS[name], (-2, 2), (-1, 1))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_values_at_arrays_are_those_at_points(name):
    field = field_of(name)
    values = field(X, Y)
    assert values.shape == X.shape and values.dtype == float
    for value, x, y in zip(values.flat, X.flat, Y.flat, strict=True):
        at_point = field(x, y)
        assert type(at_point) is float
        assert value == pytest.approx(at_point, rel=1e-14, nan_ok=True)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients_at_arrays_are_those_at_points(name):
    field = field_of(name)
    gx, gy = field.gradient(X, Y)
    assert gx.shape == gy.shape == X.shape
    for slope, x, y in zip(zip(gx.flat, gy.flat, strict=True), X.flat, Y.flat, strict=True):
        at_point = field.gradient(x, y)
        assert all(type(part) is float for part in at_point)
        assert slope == pytest.approx(at_point, rel=1e-9, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_arguments_are_left_as_they_were(name):
    x, y = X.copy(), Y.copy()
    field_of(name)(x, y)
    field_of(name).gradient(x, y)
    assert np.array_equal(x, X) and np.array_equal(y, Y)


def test_values_of_a_point_a_row_and_a_grid():
    field = Field(lambda x, y: x + 10 * y, (0, 9), (0, 9))
    assert field(1, 2) == 21
    assert field(np.int64(1), np.float32(2)) == 21
    assert field([1, 2, 3], 2).tolist() == [21, 22, 23]
    assert field(np.arange(3), np.arange(2)[:, None]).tolist() == [[0, 1, 2], [10, 11, 12]]
    assert field(np.zeros((0,)), 1).shape == (0,)


def test_bounds_are_floats():
    field = Field(lambda x, y: x, [-1, 2], np.array([0, 3]))
    assert (field.xlim, field.ylim) == ((-1.0, 2.0), (0.0, 3.0))
    assert all(type(limit) is float for limit in (*field.xlim, *field.ylim))


def test_other_bounds_leave_the_field_alone():
    field = Field(lambda x, y: x * y, (-1, 1), (-1, 1))
    wider = field.with_limits((-3, 3), (0, 2))
    assert (wider.xlim, wider.ylim, wider(2, 1)) == ((-3, 3), (0, 2), 2)
    assert (field.xlim, field.ylim) == ((-1, 1), (-1, 1))


@pytest.mark.parametrize(
    ("f", "x", "y"),
    [
        (lambda x, y: 1 / x, 0, 0),
        (lambda x, y: math.log(x + 1), -2, 0),
        (lambda x, y: math.exp(1000 * x), 1, 0),
        (lambda x, y: np.log(x + 0.5), -2, 0),
        (lambda x, y: np.sqrt(x) + y, -1, 0),
    ],
)
def test_where_f_is_undefined_it_is_nan_without_a_warning(f, x, y, recwarn):
    field = Field(f, (-1, 2), (-1, 1))
    assert math.isnan(field(x, y))
    assert np.isnan(field(np.full((2, 3), x), y)).all()
    assert not recwarn.list


def half_power(x, y):
    return x**0.5 + y


@pytest.mark.parametrize("xlim", [(-1, 1), (-1, 3), (0, 2)])
def test_complex_results_are_as_undefined_as_those_of_numpy(xlim, recwarn):
    by_python, by_numpy = (
        Field(f, xlim, (-1, 1)) for f in (half_power, lambda x, y: np.sqrt(x) + y)
    )
    x = np.linspace(-2, 3, 41)
    for ours, theirs in zip(
        (by_python(x, 0.5), *by_python.gradient(x, 0.5)),
        (by_numpy(x, 0.5), *by_numpy.gradient(x, 0.5)),
        strict=True,
    ):
        assert ours == pytest.approx(theirs, rel=1e-9, nan_ok=True)
    assert math.isnan(by_python(-1.0, 0.5)) and by_python(4.0, 0.5) == 2.5
    assert not recwarn.list


def test_a_walk_into_complex_numbers_ends_as_one_into_undefined_ones():
    for f in (half_power, lambda x, y: np.emath.sqrt(x) + y, lambda x, y: np.sqrt(x) + y):
        route = Adventurer(0.5, 0).optimize(Field(f, (-1, 1), (-1, 1)), SGD(lr=1.0))
        assert (route.reason, len(route)) == ("not finite", 1)


def test_a_gradient_may_be_complex_in_places_too():
    field = Field(half_power, (0, 4), (-1, 1), grad=lambda x, y: (0.5 * x**-0.5, 1.0))
    assert field.gradient(4.0, 0.0) == (0.25, 1)
    assert np.isnan(field.gradient(-4.0, 0.0)[0])


def test_complex_arrays_are_real_where_they_are_real():
    field = Field(lambda x, y: np.emath.sqrt(x) + 0 * y, (-1, 1), (-1, 1))
    assert np.array_equal(field([-4, 0, 4], 0), [np.nan, 0, 2], equal_nan=True)


@pytest.mark.parametrize("where", [0.2, -5])
def test_a_bug_in_one_branch_is_shown_and_blanks_nothing(where):
    def f(x, y):
        return int("oops") if x > where else x + y

    with pytest.raises(ValueError, match="oops"):
        Field(f, (-1, 1), (-1, 1))(np.linspace(-1, 1, 9), 0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Fraction("oops"),
        lambda: Decimal((1, 2)),
        lambda: np.max([]),
        lambda: np.zeros(3).reshape(2, 2),
        lambda: np.zeros(3) + np.zeros(4),
        lambda: np.stack([np.zeros(3), np.zeros(4)]),
        lambda: [1, 2].index(3),
    ],
)
def test_a_bug_is_shown_wherever_its_error_comes_from(wrong):
    with pytest.raises(ValueError):
        Field(lambda x, y: wrong() if x > 0.5 else x, (-1, 1), (-1, 1))


def test_a_bug_that_a_walk_comes_upon_is_shown():
    def f(x, y):
        return float("nothing") if 0.09 < x < 0.11 else x + y

    with pytest.raises(ValueError, match="nothing"):
        Field(f, (-1, 1), (-1, 1))(0.1, 0)


def test_an_error_that_speaks_of_the_program_comes_through_from_the_gradient_too():
    def grad(x, y):
        raise ValueError("not written yet")

    with pytest.raises(ValueError, match="not written yet"):
        Field(lambda x, y: x, (-1, 1), (-1, 1), grad=grad)


@pytest.mark.parametrize(
    "f",
    [
        lambda x, y: math.sqrt(x),
        lambda x, y: math.acos(x - 1),
        lambda x, y: math.log(x),
        lambda x, y: math.fmod(1.0, 0.0 if x < 0 else x),
        lambda x, y: round(float("nan") if x < 0 else x),
        lambda x, y: math.factorial(int(4 * x)),
        lambda x, y: np.linalg.inv([[0.0, 0.0], [0.0, x]] if x < 0 else [[x + 1]])[0, 0],
        lambda x, y: statistics.mean([] if x < 0 else [x]),
        lambda x, y: float(Decimal(x).sqrt()),
        lambda x, y: float(Fraction(float("nan") if x < 0 else x)),
    ],
)
def test_errors_of_mathematics_are_places_without_a_value(f):
    field = Field(f, (-1, 1), (-1, 1))
    assert math.isnan(field(-0.5, 0)) and math.isfinite(field(0.5, 0))


def test_a_function_with_values_in_a_narrow_band_only_is_a_field():
    field = Field(lambda x, y: math.log(0.03 - abs(x - 0.12)) + y, (-1, 1), (-1, 1))
    assert field(0.12, 0) == pytest.approx(math.log(0.03))
    assert np.isnan(field([0.0, 0.2], 0)).all()


@pytest.mark.parametrize("width", [0.05, 0.01, 0.001])
def test_a_function_is_a_field_however_narrow_the_band_of_its_values(width):
    for f in (
        lambda x, y: math.sqrt(width / 2 - abs(x - 0.1234)) + y,
        lambda x, y: np.sqrt(width / 2 - np.abs(y + 0.4321)) + x,
    ):
        assert np.isfinite(Field(f, (-1, 1), (-1, 1))(0.1234, -0.4321))


def test_that_there_is_no_value_is_said_only_of_the_points_that_were_tried():
    asked = []

    def f(x, y):
        asked.append((x, y))
        return float("nan")

    with pytest.raises(VisualizerError) as caught:
        Field(f, (2, 3), (-5, 5))
    tried = {point for point in asked if point != (2.5, 0.0)}
    assert caught.value.values["tried"] == len(tried) + 1 > 20_000
    assert all(2 <= x <= 3 and -5 <= y <= 5 for x, y in tried)
    assert str(len(tried) + 1) in caught.value.message("en")
    assert str(len(tried) + 1) in caught.value.message("ja")


@pytest.mark.filterwarnings("ignore:In ∂f/∂")
def test_a_given_gradient_is_used():
    field = Field(lambda x, y: x**2, (-1, 1), (-1, 1), grad=lambda x, y: (7.0, 8.0))
    assert field.gradient(0.5, 0.5) == (7.0, 8.0)
    gx, gy = field.gradient(X, Y)
    assert np.array_equal(gx, np.full_like(X, 7)) and np.array_equal(gy, np.full_like(X, 8))


def test_a_gradient_for_floats_only_works_on_grids():
    field = Field(
        lambda x, y: math.sin(x) * y,
        (-2, 2),
        (-1, 1),
        grad=lambda x, y: [math.cos(x) * y, math.sin(x)],
    )
    gx, gy = field.gradient(X, Y)
    np.testing.assert_allclose(gx, np.cos(X) * Y)
    np.testing.assert_allclose(gy, np.sin(X))


def test_a_students_own_exception_comes_through():
    def f(x, y):
        return undefined_name * x  # noqa: F821

    with pytest.raises(NameError, match="undefined_name"):
        Field(f, (-1, 1), (-1, 1))


def test_a_sentence_of_the_library_from_within_f_comes_through():
    with pytest.raises(VisualizerError) as caught:
        Field(lambda x, y: Adventurer("x", y).x, (-1, 1), (-1, 1))
    assert caught.value.key == "start"


class Tensor:
    """As those of torch: an item, dimensions, and a dtype that has no kind."""

    dtype = "float64"

    def __init__(self, value, ndim=0):
        self.value, self.ndim = value, ndim

    def item(self):
        return self.value


@pytest.mark.parametrize(
    "number", [Tensor, Decimal, lambda x: Fraction(x), np.float32, lambda x: np.array([x])]
)
def test_numbers_of_many_kinds_are_numbers(number):
    field = Field(lambda x, y: number(x * 0.5), (-2, 2), (-1, 1))
    assert field(0.5, 0.0) == 0.25 and type(field(0.5, 0.0)) is float
    assert Adventurer(number(0.5), number(0.25)).x == 0.5


@pytest.mark.parametrize("number", [Tensor(True), Tensor(1j), Tensor([1.0], 1), Tensor("1")])
def test_of_tensors_only_those_with_one_real_number_are(number):
    with pytest.raises(VisualizerError):
        Adventurer(number, 0)


def test_where_a_decimal_is_not_a_number_there_is_no_value():
    field = Field(lambda x, y: Decimal("nan" if x < 0 else "1"), (-1, 1), (-1, 1))
    assert math.isnan(field(-0.5, 0)) and field(0.5, 0) == 1
    infinite = Field(lambda x, y: Decimal("inf" if x < 0 else "1"), (-1, 1), (-1, 1))
    assert math.isnan(infinite(-0.5, 0))


def test_torchs_tensors_are_numbers():
    torch = pytest.importorskip("torch")
    field = Field(lambda x, y: torch.sin(torch.tensor(x)) * y, (-1, 1), (-1, 1))
    assert field(0.5, 1.0) == pytest.approx(math.sin(0.5), rel=1e-6)


def test_a_field_says_what_it_is():
    assert repr(Field(half_power, (0, 1), (-1, 2))) == "Field(half_power, (0.0, 1.0), (-1.0, 2.0))"
    with_grad = Field(only_floats, (-1, 1), (-1, 1), grad=lambda x, y: (math.cos(x), -math.sin(y)))
    assert repr(with_grad).endswith(", grad=<lambda>)")


def test_the_gradient_is_given_by_its_name():
    with pytest.raises(TypeError):
        Field(half_power, (0, 1), (0, 1), lambda x, y: (0.0, 0.0))
