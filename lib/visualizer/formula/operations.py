"""The operations of formulas as a table: each has its value, derivative and spellings in one row.

A derivative is written with trees (see visualizer.formula.tree): of the operands a, b and of their
derivatives da, db it makes the derivative of the whole. To add a function is to add a row.
"""

import math

from visualizer import elementary
from visualizer.formula.tree import ONE, ZERO, Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# How tightly the parts of a spelling hold together, loosest first.
ANY, SUM, PRODUCT, SIGN, POWER, ATOM = range(6)
TWO = Tree(2.0)


class Spelling:
    """How an operation is written.

    text: a template with {} for each operand.
    binds: how tightly it holds together: ANY to ATOM.
    needs: how tightly each operand must, to stand there without brackets.
    """

    def __init__(self, text: str, binds: int, *needs: int) -> None:
        self.text, self.binds, self.needs = text, binds, needs


class Operation:
    """What there is to know of one kind of node.

    value: a function of the operands, floats, that never raises.
    slope: a function of the operands and then of their derivatives, trees, that gives a tree.
    python, mathml: its Spellings.
    """

    def __init__(
        self,
        value: "Callable[..., float]",
        slope: "Callable[..., Tree]",
        python: Spelling,
        mathml: Spelling,
    ) -> None:
        self.value, self.slope, self.python, self.mathml = value, slope, python, mathml


def _quotient(a: float, b: float) -> float:
    if b != 0:
        return a / b
    return math.nan if a == 0 or a != a else math.copysign(math.inf, a) * math.copysign(1.0, b)


def _remainder(a: float, b: float) -> float:
    return a % b if b != 0 else math.nan


def _function(
    name: str,
    value: "Callable[..., float]",
    slope: "Callable[..., Tree]",
    mathml: Spelling | None = None,
) -> Operation:
    """A function of one operand, spelled by its name in both languages if not said otherwise."""
    called = "<mrow><mi>%s</mi><mo>&#x2061;</mo><mrow><mo>(</mo>{}<mo>)</mo></mrow></mrow>" % name
    python = Spelling(name + "({})", ATOM, ANY)
    return Operation(value, slope, python, mathml or Spelling(called, ATOM, ANY))


def _call(name: str) -> "Callable[[Tree], Tree]":
    return lambda operand: Tree(name, operand)


def log(operand: Tree) -> Tree:
    return ONE if operand.head == "e" else Tree("log", operand)


sin, cos, exp, sqrt = _call("sin"), _call("cos"), _call("exp"), _call("sqrt")
sinh, cosh, sign = _call("sinh"), _call("cosh"), _call("sign")

OPERATIONS = {
    "+": Operation(
        lambda a, b: a + b,
        lambda a, b, da, db: da + db,
        Spelling("{} + {}", SUM, SUM, PRODUCT),
        Spelling("<mrow>{}<mo>+</mo>{}</mrow>", SUM, SUM, PRODUCT),
    ),
    "-": Operation(
        lambda a, b: a - b,
        lambda a, b, da, db: da - db,
        Spelling("{} - {}", SUM, SUM, PRODUCT),
        Spelling("<mrow>{}<mo>−</mo>{}</mrow>", SUM, SUM, PRODUCT),
    ),
    "*": Operation(
        lambda a, b: a * b,
        lambda a, b, da, db: da * b + a * db,
        Spelling("{}*{}", PRODUCT, PRODUCT, SIGN),
        # The sign between the factors depends on them.
        Spelling("<mrow>{}<mo>{}</mo>{}</mrow>", PRODUCT, PRODUCT, PRODUCT),
    ),
    "/": Operation(
        _quotient,
        lambda a, b, da, db: da / b - a * db / b**TWO,
        Spelling("{}/{}", PRODUCT, PRODUCT, SIGN),
        Spelling("<mfrac>{}{}</mfrac>", POWER, ANY, ANY),
    ),
    "%": Operation(
        _remainder,
        # Between its jumps a % b is a − nb with a whole number n = (a − a % b)/b.
        lambda a, b, da, db: da - db * ((a - Tree("%", a, b)) / b),
        Spelling("{} % {}", PRODUCT, PRODUCT, SIGN),
        Spelling("<mrow>{}<mo>mod</mo>{}</mrow>", PRODUCT, PRODUCT, POWER),
    ),
    "neg": Operation(
        lambda a: -a,
        lambda a, da: -da,
        Spelling("-{}", SIGN, SIGN),
        Spelling("<mrow><mo>−</mo>{}</mrow>", SUM, PRODUCT),
    ),
    "**": Operation(
        elementary.power,
        lambda a, b, da, db: b * a ** (b - ONE) * da + a**b * log(a) * db,
        Spelling("{}**{}", POWER, ATOM, SIGN),
        Spelling("<msup>{}{}</msup>", POWER, ATOM, ANY),
    ),
    "sin": _function("sin", elementary.sin, lambda a, da: cos(a) * da),
    "cos": _function("cos", elementary.cos, lambda a, da: -sin(a) * da),
    "tan": _function("tan", elementary.tan, lambda a, da: da / cos(a) ** TWO),
    "sinh": _function("sinh", elementary.sinh, lambda a, da: cosh(a) * da),
    "cosh": _function("cosh", elementary.cosh, lambda a, da: sinh(a) * da),
    "tanh": _function("tanh", elementary.tanh, lambda a, da: da / cosh(a) ** TWO),
    "exp": _function(
        "exp",
        elementary.exp,
        lambda a, da: exp(a) * da,
        Spelling("<msup><mi>e</mi>{}</msup>", POWER, ANY),
    ),
    "log": _function("log", elementary.log, lambda a, da: da / a),
    "sqrt": _function(
        "sqrt",
        elementary.sqrt,
        lambda a, da: da / (TWO * sqrt(a)),
        Spelling("<msqrt>{}</msqrt>", ATOM, ANY),
    ),
    "abs": _function(
        "abs",
        elementary.absolute,
        lambda a, da: sign(a) * da,
        Spelling("<mrow><mo>|</mo>{}<mo>|</mo></mrow>", ATOM, ANY),
    ),
    "sign": _function("sign", elementary.sign, lambda a, da: ZERO),
}
"""Key → operation, in the order of how tightly they bind. Functions have their names as keys."""

FUNCTIONS = tuple(key for key in OPERATIONS if key.isalpha() and key != "neg")
VARIABLES = ("x", "y")
CONSTANTS = {"pi": elementary.pi, "e": elementary.e}
