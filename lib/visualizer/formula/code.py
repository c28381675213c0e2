"""Trees as functions: compiled from text that is written from the tree, never from what was typed.

The text is a row of assignments. Each part of the trees is computed once, however often it occurs
and however deep it lies, and what has neither x nor y in it is computed beforehand.
"""

import math
import sys

from visualizer import elementary
from visualizer.formula.operations import CONSTANTS, FUNCTIONS, OPERATIONS
from visualizer.formula.tree import Tree, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import TypeAlias

    from visualizer.types import Array, Function, Value

    # (name of the result, template, operands)
    Step: TypeAlias = tuple[str, str, list[str]]

FOR_ARRAYS = """
def function(x, y):
    {}
"""
# Floats go by math, the fastest; where that raises, they go by the table of operations.
FOR_FLOATS = """
def function(x, y):
    if not (type(x) is float and type(y) is float):
        return elsewhere(x, y)
    try:
        {}
    except (ArithmeticError, ValueError):
        return carefully(x, y)
"""


def function_of(*trees: Tree) -> "Function":
    """The function of x and y that the trees describe; of several trees it gives a tuple.

    It takes floats, and arrays where numpy is; it is nan or infinite where a tree has no value,
    never raises and is never complex.
    """
    lines = _lines(trees)
    at_once = _compiled(FOR_ARRAYS.format("\n    ".join(lines)), _ELEMENTARY)

    def carefully(x: float, y: float) -> "Value":
        values = tuple(_value(tree, x, y) for tree in trees)
        return values if len(trees) > 1 else values[0]

    def elsewhere(x: "Value", y: "Value") -> "Value":
        if isinstance(x, (int, float)) and isinstance(y, (int, float)):
            return on_floats(float(x), float(y))
        return _on_arrays(at_once, x, y)

    names = dict(_MATH, carefully=carefully, elsewhere=elsewhere)
    on_floats = _compiled(FOR_FLOATS.format("\n        ".join(lines)), names)
    return on_floats


def _functions(module: "ModuleType") -> "dict[str, Value]":
    """The names of the text, from a module or else from elementary."""
    names: dict[str, Value] = {
        "abs": abs,
        "power": elementary.power,
        "inf": math.inf,
        "nan": math.nan,
    }
    for name in FUNCTIONS:
        if name not in names:
            names[name] = getattr(module, name, None) or getattr(elementary, name)
    return names


_ELEMENTARY, _MATH = _functions(elementary), _functions(math)


def _lines(trees: tuple[Tree, ...]) -> list[str]:
    """The body of a function that returns the values of the trees."""
    names: dict[str, str] = {}
    steps: list[Step] = []

    def work(node: Tree, parts: list[float | str]) -> float | str:
        if not node.parts:
            return CONSTANTS.get(node.head, node.head)
        if not any(isinstance(part, str) for part in parts):
            return OPERATIONS[node.head].value(*parts)
        template, texts = _template(node.head, parts), [_literal(part) for part in parts]
        text = template.format(*texts)
        if text not in names:
            names[text] = "v{}".format(len(names))
            steps.append((names[text], template, texts))
        return names[text]

    results = [_literal(fold(tree, work)) for tree in trees]
    return _with_few_names(steps + [("", "return " + ", ".join(["{}"] * len(trees)), results)])


def _with_few_names(steps: "list[Step]") -> list[str]:
    """The steps as lines, where a name that is used no more serves again.

    So an array is given up as soon as it can be: that halves the time on large ones.
    """
    last = {text: at for at, (_, _, texts) in enumerate(steps) for text in texts}
    names: dict[str, str] = {}
    free = ["v{}".format(at) for at in range(len(steps))]
    lines = []
    for at, (name, template, texts) in enumerate(steps):
        line = template.format(*[names.get(text, text) for text in texts])
        free.extend({names[text] for text in texts if text in names and last[text] == at})
        if name:
            names[name] = free.pop()
            line = "{} = {}".format(names[name], line)
        lines.append(line)
    return lines


def _template(operation: str, parts: list[float | str]) -> str:
    """How an operation is written. A power is never complex only where its exponent is whole."""
    whole = isinstance(parts[-1], float) and parts[-1] % 1 == 0
    return "power({}, {})" if operation == "**" and not whole else OPERATIONS[operation].python.text


def _literal(part: float | str) -> str:
    return part if isinstance(part, str) else "({!r})".format(part)


def _compiled(text: str, names: "dict[str, Value]") -> "Function":
    namespace = dict(names)
    exec(text, namespace)
    return namespace["function"]


def _value(tree: Tree, x: float, y: float) -> float:
    """The value of a tree at a point, by the table of operations."""
    names: Value = dict(CONSTANTS, x=x, y=y)

    def work(node: Tree, parts: list[float]) -> float:
        if node.parts:
            return OPERATIONS[node.head].value(*parts)
        return names.get(node.head, node.head)

    return fold(tree, work)


def _on_arrays(at_once: "Function", x: "Value", y: "Value") -> "Array | tuple[Array, ...]":
    """What a function gives for arrays: arrays of their common shape, none of them x or y."""
    numpy = sys.modules["numpy"]
    x, y = numpy.asarray(x, dtype=float), numpy.asarray(y, dtype=float)
    shape = numpy.broadcast_shapes(x.shape, y.shape)

    def own(value: "Value") -> "Array":
        if value is x or value is y or numpy.shape(value) != shape:
            return numpy.full(shape, value)
        return value

    with numpy.errstate(all="ignore"):
        values = at_once(x, y)
    return tuple(own(value) for value in values) if isinstance(values, tuple) else own(values)
