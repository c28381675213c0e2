"""Typed formulas of every kind: read back, evaluated and differentiated."""

import re
import string
from xml.dom import minidom

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from visualizer import elementary
from visualizer.formula import Formula, FormulaError, parse
from visualizer.formula.operations import FUNCTIONS, OPERATIONS
from visualizer.formula.tree import Tree

NUMBERS = st.one_of(st.integers(0, 30).map(float), st.floats(0, 1e300, allow_subnormal=False))
LEAVES = st.one_of(NUMBERS, st.sampled_from(["x", "y", "pi", "e"])).map(Tree)
BINARY = [key for key in OPERATIONS if key not in FUNCTIONS and key != "neg"]
TREES = st.recursive(
    LEAVES,
    lambda trees: st.one_of(
        st.builds(Tree, st.sampled_from(["neg", *FUNCTIONS]), trees),
        st.builds(Tree, st.sampled_from(BINARY), trees, trees),
    ),
    max_leaves=8,
)
POINTS = st.floats(-20, 20)
ANY_FLOAT = st.floats()


def answers(function, *arguments):
    """What a function gives, as an array; its values must be real."""
    given = np.asarray(function(*arguments))
    assert given.dtype == float
    return given


@given(TREES)
def test_python_text_is_read_back_as_the_same_tree(tree):
    try:
        assert parse(Formula(tree).python).tree == tree
    except FormulaError as error:
        assert error.key in ("formula.long", "formula.deep")


@given(TREES)
def test_a_derivative_is_a_formula_too(tree):
    for name in ("x", "y"):
        derivative = Formula(tree).derivative(name)
        try:
            assert parse(derivative.python).tree == derivative.tree
        except FormulaError as error:
            assert error.key in ("formula.long", "formula.deep")


@given(TREES, POINTS, POINTS)
@settings(max_examples=300)
def test_python_text_gives_the_same_values_with_numpys_numbers(tree, x, y):
    formula, at = Formula(tree), {"x": np.array([x]), "y": np.array([y])}
    names = {name: of_numpy(getattr(elementary, name)) for name in formula.imports}
    with np.errstate(all="ignore"):
        text = re.sub(r"(?<![\w.])\d+(\.\d+)?(e[+-]\d+)?", r"float64(\g<0>)", formula.python)
        expected = eval(text, {**names, "float64": np.float64}, at)
    given = formula.function(np.array([x]), np.array([y]))
    finite = [np.where(np.isfinite(value), value, np.nan) for value in (given, expected)]
    np.testing.assert_allclose(finite[0], np.broadcast_to(finite[1], 1), rtol=1e-9)


def of_numpy(known):
    """A constant or a function of elementary that gives numpy's numbers, never complex ones."""
    return (lambda value: np.float64(known(value))) if callable(known) else np.float64(known)


@given(TREES, ANY_FLOAT, ANY_FLOAT)
@settings(max_examples=300)
def test_nothing_is_raised_and_nothing_is_complex(tree, x, y):
    for function in (Formula(tree).function, Formula(tree).gradient):
        floats = answers(function, x, y)
        arrays = answers(function, np.array([[x]]), np.array([y]))
        assert arrays.shape == (*floats.shape, 1, 1)


@given(st.text(st.sampled_from("xy0.5e+-*/%()^ sincoπ²⁻ｘ（_'\"[\\\n" + string.ascii_lowercase)))
@settings(max_examples=500)
def test_any_text_is_a_formula_or_gets_a_sentence(text):
    try:
        formula = parse(text)
    except FormulaError as error:
        assert error.message("ja") and error.message("en")
    else:
        answers(formula.function, 0.5, -0.5)
        answers(formula.gradient, 0.5, -0.5)
        minidom.parseString("<math>" + formula.mathml + "</math>")


@given(TREES)
def test_mathml_is_well_formed(tree):
    root = minidom.parseString("<math>" + Formula(tree).mathml + "</math>").documentElement
    for element in root.getElementsByTagName("*"):
        children = [child for child in element.childNodes if child.nodeType == child.ELEMENT_NODE]
        if element.tagName in ("mfrac", "msup"):
            assert len(children) == 2
        if element.tagName in ("mi", "mn", "mo"):
            assert not children and element.firstChild.data
