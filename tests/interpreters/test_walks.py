"""The very same files walk the same way in MicroPython, Pyodide and CPython."""

import struct

import pytest
import walks

from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS

# Their gradients, and these methods, take only +, −, ×, ÷ and √, which every interpreter rounds
# correctly. Powers, exp and cos are whatever the C library of the interpreter makes of them.
EXACT_LANDSCAPES = ["valley", "bowl", "neuron"]
EXACT_OPTIMIZERS = ["SGD", "Momentum", "AdaGrad", "RMSprop"]


def number(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


@pytest.mark.parametrize("landscape", EXACT_LANDSCAPES)
@pytest.mark.parametrize("optimizer", EXACT_OPTIMIZERS)
def test_routes_are_the_same_to_the_last_bit(cpython, other, landscape, optimizer):
    name = f"{landscape} {optimizer}"
    one, two = cpython["walks"][name], other["walks"][name]
    assert without_losses(one["rows"]) == without_losses(two["rows"])
    assert one["reason"] == two["reason"]


def without_losses(rows):
    """Points, gradients and inner state; the losses are sums of powers."""
    return [row[:2] + row[3:] for row in rows]


@pytest.mark.parametrize("landscape", LANDSCAPES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_step_is_the_same_to_the_twelfth_digit(beside, other, landscape, optimizer):
    name = f"{landscape} {optimizer}"
    one, two = beside["walks"][name]["beside"], other["walks"][name]["beside"]
    assert [len(row) for row in one] == [len(row) for row in two]
    for column in range(max(len(row) for row in one)):
        ours = [number(row[column]) for row in one if len(row) > column]
        theirs = [number(row[column]) for row in two if len(row) > column]
        size = max(abs(value) for value in ours)
        assert theirs == pytest.approx(ours, rel=1e-12, abs=1e-12 * size)


@pytest.mark.parametrize("landscape", LANDSCAPES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_walks_are_as_long_and_end_for_the_same_reason(cpython, other, landscape, optimizer):
    name = f"{landscape} {optimizer}"
    one, two = cpython["walks"][name], other["walks"][name]
    assert (len(one["rows"]), one["reason"]) == (len(two["rows"]), two["reason"])


def test_names_stand_in_the_same_order(cpython, other):
    assert other["registered"] == cpython["registered"]


@pytest.mark.parametrize("function", [*walks.FUNCTIONS, "power", "maximum"])
def test_elementary_functions_are_the_same_even_where_they_are_undefined(cpython, other, function):
    ours, theirs = cpython["elementary"][function], other["elementary"][function]
    assert numbers(theirs) == pytest.approx(numbers(ours), rel=1e-12, abs=0, nan_ok=True)


@pytest.mark.parametrize("text", walks.FORMULAS)
def test_typed_formulas_have_the_same_values_and_gradients(cpython, other, text):
    ours, theirs = cpython["formulas"][text], other["formulas"][text]
    if isinstance(ours, str):
        assert theirs == ours
    else:
        assert numbers(theirs) == pytest.approx(numbers(ours), rel=1e-12, abs=1e-15, nan_ok=True)


def numbers(texts):
    return [number(text) for text in texts]
