"""The field that a request speaks of: a named landscape, or a formula that the reader typed."""

import ast
import unicodedata
from functools import lru_cache

import numpy as np

from visualizer import Field, VisualizerError
from visualizer.landscapes import LANDSCAPES

FUNCTIONS = {
    name: getattr(np, name)
    for name in ("sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh", "sinh", "cosh")
}
CONSTANTS = {"pi": np.pi, "e": np.e}
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.Mod, ast.UAdd, ast.USub)
# What people type who have no Python keyboard in front of them.
SPELLINGS = {"²": "**2", "³": "**3", "×": "*", "÷": "/", "−": "-", "π": "pi", "∗": "*"}

SENTENCES = {
    "caret": (
        "Python では ^ は累乗ではありません。x^2 ではなく x**2 と書いてください。",
        "In Python ^ is not a power: write x**2 instead of x^2.",
    ),
    "syntax": (
        "この式は読めません。x**2/20 + y**2 のように書いてください。",
        "This formula cannot be read. Write it like x**2/20 + y**2.",
    ),
    "name": (
        "式の中の {name} はわかりません。x、y、数、sin や exp などの関数が使えます。",
        "{name} is not known here. Use x, y, numbers and functions such as sin and exp.",
    ),
    "undefined": (
        "この式はこの範囲のどこでも値がありません。式か範囲を変えてください。",
        "This formula has no value anywhere in these bounds. Change it or the bounds.",
    ),
}


class FormulaError(ValueError):
    """A formula that cannot be drawn. sentence: what to do, in "ja" and "en"."""

    def __init__(self, key, **values):
        super().__init__(key)
        texts = zip(("ja", "en"), SENTENCES[key], strict=True)
        self.sentence = {language: text.format(**values) for language, text in texts}


def field_of(asked):
    """The Field of a landscape's key, or of {"text", "xlim", "ylim"}."""
    if isinstance(asked, str):
        return LANDSCAPES[asked]
    return _field_of_formula(asked["text"], tuple(asked["xlim"]), tuple(asked["ylim"]))


@lru_cache(maxsize=8)
def _field_of_formula(text, xlim, ylim):
    try:
        return Field(function_of(text), xlim, ylim)
    except VisualizerError:  # of what the library checks, a formula can only have no value
        raise FormulaError("undefined") from None


def function_of(text):
    """The function of x and y that a formula describes. Nothing but arithmetic is let through."""
    for typed, meant in SPELLINGS.items():
        text = text.replace(typed, meant)
    try:
        tree = ast.parse(unicodedata.normalize("NFKC", text).strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("syntax") from None
    code = compile(_Arithmetic().visit(tree), "<formula>", "eval")
    names = {**FUNCTIONS, **CONSTANTS, "__builtins__": {}}
    return lambda x, y: eval(code, names, {"x": x, "y": y}) + 0.0 * x


class _Arithmetic(ast.NodeTransformer):
    """Lets arithmetic through and makes its numbers floats, so that none can grow without end."""

    def visit_Constant(self, node):
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise FormulaError("syntax")
        try:
            return ast.copy_location(ast.Constant(float(node.value)), node)
        except OverflowError:
            raise FormulaError("syntax") from None

    def visit_Name(self, node):
        if node.id not in ("x", "y", *CONSTANTS):
            raise FormulaError("name", name=node.id)
        return node

    def visit_Call(self, node):
        name = getattr(node.func, "id", "( )")
        if name not in FUNCTIONS or len(node.args) != 1 or node.keywords:
            raise FormulaError("name", name=name)
        node.args = [self.visit(node.args[0])]
        return node

    def generic_visit(self, node):
        if isinstance(node, ast.BitXor):
            raise FormulaError("caret")
        structure = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Load)
        if not isinstance(node, structure + OPERATORS):
            raise FormulaError("syntax")
        return super().generic_visit(node)
