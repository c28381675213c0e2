"""Typed formulas: what they mean, their gradients, and how they are written."""

import string
from math import isfinite, nan
from xml.dom import minidom

import numpy as np
import pytest

from visualizer import Adventurer, Field, Momentum, elementary
from visualizer.formula import FormulaError, parse
from visualizer.landscapes import LANDSCAPES
from visualizer.messages import MESSAGES

SMOOTH = [
    "x**2/20 + y**2",
    "(1 - x)**2 + 100*(y - x**2)**2",
    "sin(x)*cos(y) + tan(x/9)",
    "sinh(x)/cosh(y) - tanh(x*y)",
    "exp(-x**2)*log(1 + y**2)",
    "sqrt(1 + x**2 + y**2)",
    "abs(x*y + 0.1)**1.5",
    "x**-2 + y**-3",
    "(1 + x**2)**y + y**4**0.5",
    "2**x + e**(x*y) + pi**y",
    "x/(1 + y**2)/3 - -y",
    "(x + 7.3) % (5 + y/9) + x % 3.7",
    "-(x - 1)*-(y + 2)*3*(2*x)",
]
HOSTILE = [
    "__import__('os')",
    "__import__('os').system('ls')",
    "(lambda: x)()",
    "().__class__",
    "x.__class__",
    "open('a')",
    "[x for x in y]",
    "x if y else 1",
    "'a' * 9",
    "x; y",
    "x\ny",
    "x = 1",
    "x := 1",
    "f'{x}'",
    "x, y",
    "1j * x",
    "0x10",
    "1__0",
    "\\",
    "\x00",
    "\ud800",
    "{}",
    "x!",
    "**",
    "x***y",
    "(",
    ")",
    "sin",
    "sin()",
    "sin(x, y)",
    "np.",
    "np.sin",
    "np.np.sin(x)",
    "⁻",
    "x⁻",
    "²",
    "1e999",
    "(" * 99 + "x" + ")" * 99,
    "(" * 5000,
    "-" * 150 + "x",
    "x" + "**x" * 60,
    "sin(" * 40 + "x" + ")" * 40,
    "x" * 100_000,
]


def answers(function, *arguments):
    """What a function gives, as an array; its values must be real."""
    given = np.asarray(function(*arguments))
    assert given.dtype == float
    return given


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("x**2/20 + y**2", "x**2/20 + y**2"),
        ("x²/20 + y²", "x**2/20 + y**2"),
        ("３＊ｘ − ｙ", "3*x - y"),
        ("2×x ÷ 3", "2*x/3"),
        ("2·x", "2*x"),
        ("π*x", "pi*x"),
        ("　（x＋1）／２", "(x + 1)/2"),
        ("x⁻¹⁰", "x**-10"),
        ("-x²", "-x**2"),
        ("x^2/20 + y＾2", "x**2/20 + y**2"),
        ("-x^2^y", "-x**2.0**y"),
        ("2**x²", "2.0**x**2"),
        ("x²**3", "(x**2)**3"),
        ("np.sin(x) + math.exp(y)", "sin(x) + exp(y)"),
        ("numpy.pi", "pi"),
        (".5*x + 2.*y", "0.5*x + 2*y"),
        ("1e-5*x + 2E3", "1e-05*x + 2000"),
        ("+x", "x"),
        ("x - (y - 1)", "x - (y - 1)"),
        ("(x - y) - 1", "x - y - 1"),
        ("x**(y**2)", "x**y**2"),
        ("(x**y)**2", "(x**y)**2"),
        ("2**-x**2", "2.0**-x**2"),
        ("((((x))))", "x"),
        (" sin ( x ) ", "sin(x)"),
    ],
)
def test_formulas_as_people_type_them(typed, meant):
    assert parse(typed).python == meant


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-x**2", -9),
        ("2**3**2", 512),
        ("-7 % 3", 2),
        ("-abs(x) % 2", 1),
        ("8/4/2", 1),
        ("10 - 3 - 2", 5),
        ("2*3 % 4", 2),
        ("x² − y", 5),
        ("sin(pi/2) + log(e)", 2),
        ("7", 7),
    ],
)
def test_operations_bind_as_in_python(text, value):
    assert parse(text).function(3.0, 4.0) == pytest.approx(value)


@pytest.mark.parametrize("text", SMOOTH)
@pytest.mark.parametrize("point", [(0.3, 0.7), (1.9, -0.6), (-1.3, 2.2)])
def test_gradients_are_those_of_differences(text, point):
    formula = parse(text)
    numerical = Field(formula.function, (-3, 3), (-3, 3)).gradient(*point)
    assert formula.gradient(*point) == pytest.approx(numerical, rel=1e-8, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sin(x)**2 + cos(x)**2", "1"),
        ("cosh(y)**2 - sinh(y)**2", "1"),
        ("exp(log(x))", "x"),
        ("tan(x)", "sin(x)/cos(x)"),
        ("tanh(y)", "sinh(y)/cosh(y)"),
        ("sqrt(x)", "x**0.5"),
        ("x**3", "x*x*x"),
        ("e**y", "exp(y)"),
        ("x**y", "exp(y*log(x))"),
        ("abs(x)", "x*sign(x)"),
        ("x % 3", "x"),
        ("x/y", "x*y**-1"),
    ],
)
def test_equal_formulas_have_equal_derivatives(one, other):
    for point in [(0.3, 0.7), (1.9, 0.6), (2.3, 2.2)]:
        first, second = parse(one).gradient(*point), parse(other).gradient(*point)
        assert first == pytest.approx(second, rel=1e-12, abs=1e-14)


@pytest.mark.parametrize(
    ("text", "gradient"),
    [
        ("x**2/20 + y**2", ("x/10", "2*y")),
        ("7", ("0", "0")),
        ("sin(pi*x)", ("pi*cos(pi*x)", "0")),
        ("100*(y - x**2)**2", ("-(400*(y - x**2)*x)", "200*(y - x**2)")),
        ("x*y + x", ("y + 1", "x")),
        ("e**x", ("e**x", "0")),
        ("x**0.5", ("0.5*x**-0.5", "0")),
        ("x**y", ("y*x**(y - 1)", "x**y*log(x)")),
        ("x % 3", ("1", "0")),
        ("abs(y)", ("0", "sign(y)")),
    ],
)
def test_derivatives_can_be_read(text, gradient):
    formula = parse(text)
    assert (formula.derivative("x").python, formula.derivative("y").python) == gradient


@pytest.mark.parametrize("key", ["valley", "bowl", "rosenbrock", "himmelblau", "beale"])
def test_a_landscape_typed_as_it_is_titled_has_its_gradient(key):
    landscape = LANDSCAPES[key]
    typed = {"rosenbrock": "(1 − x)² + 100*(y − x²)²"}
    text = typed.get(key, landscape.formula.replace(")(", ")*(").replace("xy", "x*y"))
    formula = parse(text)
    for point in [(0.4, 0.9), (-1.1, 1.7)]:
        assert formula.function(*point) == pytest.approx(landscape(*point), rel=1e-12)
        assert formula.gradient(*point) == pytest.approx(landscape.gradient(*point), rel=1e-11)


def test_there_is_no_slope_where_there_is_no_value():
    gradient = parse("log(x) + y").gradient
    assert gradient(2.0, 1.0) == (0.5, 1.0)
    assert np.isnan(gradient(-2.0, 1.0)).all()


@pytest.mark.parametrize(
    ("text", "point", "value"),
    [
        ("x**0.5", (-1.0, 0.0), nan),
        ("x**1.5 % 2", (-1.0, 0.0), nan),
        ("abs(x**0.5)", (-4.0, 0.0), nan),
        ("1/x", (0.0, 0.0), np.inf),
        ("1/x", (-0.0, 0.0), -np.inf),
        ("0/x", (0.0, 0.0), nan),
        ("x % y", (1.0, 0.0), nan),
        ("exp(-1/x**2)", (0.0, 0.0), 0.0),
        ("exp(x)", (1e4, 0.0), np.inf),
        ("x**3", (-1e200, 0.0), -np.inf),
        ("log(x)", (0.0, 0.0), -np.inf),
        ("9**9**9**9 + x", (1.0, 0.0), np.inf),
        ("sqrt((-1+cosh(exp(x**y))))", (50.0, 50.0), np.inf),
        ("sqrt((-1+cosh(exp(x**y))))", (-0.5, 0.5), nan),
        ("x + 1/0", (1.0, 0.0), np.inf),
        ("sin(x)", (np.inf, 0.0), nan),
    ],
)
def test_edges_of_the_domain_are_nan_or_infinite(text, point, value):
    formula = parse(text)
    np.testing.assert_equal(formula.function(*point), value)
    np.testing.assert_equal(formula.function(*np.array(point)[:, None]), np.array([value]))
    assert answers(formula.gradient, *point).shape == (2,)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_formula_gets_a_sentence_and_runs_nothing(text):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.message("en") and caught.value.message("ja")
    assert caught.value.explanation["ja"] != caught.value.explanation["en"]


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("", "formula.empty", "x**2/20"),
        (" \u3000 ", "formula.empty", "x**2/20"),
        ("x + " * 50 + "x", "formula.long", "200"),
        ("(" * 30 + "x" + ")" * 30, "formula.deep", "simpler"),
        ("x +", "formula.syntax", "x**2/20"),
        ("2x", "formula.syntax", "x**2/20"),
        ("z + 1", "formula.name", "z "),
        ("np.floor(x)", "formula.name", "floor"),
        ("sin x", "formula.brackets", "sin(x)"),
        ("x^", "formula.syntax", "x**2/20"),
        ("x^*2", "formula.syntax", "x**2/20"),
        ("x^^2", "formula.syntax", "x**2/20"),
    ],
)
def test_each_fault_gets_its_own_sentence(text, key, said):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.key == key
    assert said in caught.value.message("en")


@pytest.mark.parametrize("key", [key for key in MESSAGES if key.startswith("formula.")])
def test_sentences_are_there_in_both_languages(key):
    japanese, english = MESSAGES[key]
    blanks = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in (japanese, english)
    ]
    assert blanks[0] == blanks[1]
    assert any(ord(letter) > 0x3040 for letter in japanese) and english.isascii()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x**2/20 + y**2", "x2/20+y2"),
        ("2*x*3", "2x⋅3"),
        ("-2*x", "−2x"),
        ("x*(1/2)", "x⋅1/2"),
        ("(x + 1)*y", "(x+1)y"),
        ("x*(y*2)", "xy⋅2"),
        ("x - (y - 1)", "x−(y−1)"),
        ("(x/2)**2", "(x/2)2"),
        ("exp(-x)", "e−x"),
        ("sin(x + y)", "sin(x+y)"),
        ("abs(x) + sqrt(y)", "|x|+√y"),
        ("-(x + y)", "−(x+y)"),
        ("1e-5*pi", "1×10−5π"),
        ("x % 2", "xmod2"),
    ],
)
def test_mathml_shows_what_is_meant(text, shown):
    root = minidom.parseString("<math>" + parse(text).mathml + "</math>").documentElement
    assert words_of(root) == shown


def words_of(element):
    """What is read on the page, with / for fractions; powers follow their base."""
    if element.nodeType == element.TEXT_NODE:
        return element.data.strip("\u2061\u2062")
    words = [words_of(child) for child in element.childNodes]
    between = {"mfrac": "/"}.get(element.tagName, "")
    return {"msqrt": "√"}.get(element.tagName, "") + between.join(words)


def test_imports_are_the_names_that_the_text_needs():
    assert parse("sin(pi*x) + abs(y)").imports == ["pi", "sin"]
    assert parse("x + y").imports == []


@pytest.mark.parametrize(
    "text", [*SMOOTH, "x**0.5 + y**2", "x**1.5 + sqrt(y)", "7 + 0*x", "1/x + y"]
)
def test_the_program_walks_the_same_route_to_the_last_bit(text):
    formula, namespace = parse(text), {}
    exec(formula.program, namespace)
    limits = (-10.0, 10.0), (-5.0, 5.0)
    routes = [
        Adventurer(2.3, 1.7).optimize(Field(f, *limits, grad=grad), Momentum(lr=0.01), steps=20)
        for f, grad in [
            (formula.function, formula.gradient),
            (namespace["f"], namespace["grad"]),
        ]
    ]
    assert np.array_equal(routes[0].points, routes[1].points)
    assert np.array_equal(routes[0].losses, routes[1].losses)
    assert routes[0].reason == routes[1].reason


def test_the_program_holds_nothing_of_what_was_typed():
    text = parse("ｘ² + np.sin( y ) ").program
    assert "from visualizer.elementary import cos, sin\n" in text
    assert "return x**2 + sin(y)\n" in text and "return 2*x, cos(y)\n" in text


def test_towers_of_powers_end_at_once_in_python_too():
    with pytest.raises(OverflowError):
        eval(parse("9**9**9**9 + x").python, {"x": 1.0})


def test_functions_are_those_of_elementary_to_the_last_bit():
    x = np.linspace(-3, 3, 101)
    for name in ("sin", "cos", "exp", "tanh", "log", "sqrt"):
        function = parse(name + "(x)").function
        for one in x.tolist():
            np.testing.assert_equal(function(one, 0.0), getattr(elementary, name)(one))


@pytest.mark.parametrize("text", [*SMOOTH, "x**0.5", "log(x)/y", "1/x", "x % y", "9**9**9**9*x"])
def test_floats_and_arrays_agree(text):
    x, y = np.meshgrid([-2.5, -1.0, 0.0, 0.7, 3.0], [-0.8, 0.0, 1.0, 2.2])
    for function in (parse(text).function, parse(text).gradient):
        one_by_one = [function(*point) for point in zip(x.flat, y.flat, strict=True)]
        at_once = np.asarray(function(x, y)).reshape(-1, x.size).T
        np.testing.assert_allclose(at_once, np.reshape(one_by_one, at_once.shape), rtol=1e-11)


def test_arrays_keep_their_shape_and_are_no_ones_else():
    x, y = np.ones((2, 3)), np.zeros((1, 3))
    for text in ("7", "x", "x + y"):
        given = parse(text).function(x, y)
        assert given.shape == (2, 3) and not np.shares_memory(given, x)
        given += 1


def test_whole_numbers_are_taken_for_floats():
    assert parse("x**400").function(10, 0) == np.inf
    assert isfinite(parse("x/y").gradient(1, 2)[0])


def test_long_sums_and_products_are_differentiated_in_little_time():
    for sign in "+*-/":
        formula = parse(sign.join(["x"] * 100))
        assert isfinite(formula.function(1.0, 1.0)) and isfinite(formula.gradient(1.0, 1.0)[0])
