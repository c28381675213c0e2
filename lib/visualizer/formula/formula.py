"""A formula and what can be made of it."""

from visualizer.formula import spelling
from visualizer.formula.code import function_of
from visualizer.formula.grammar import tree_of
from visualizer.formula.operations import OPERATIONS, VARIABLES
from visualizer.formula.tree import ONE, ZERO, Tree, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Function

# numpy's floats know nan and infinity where Python's raise, or turn complex.
PROGRAM = """from numpy import float64
{}

def f(x, y):
    x, y = float64(x), float64(y)
    return {}


def grad(x, y):
    x, y = float64(x), float64(y)
    return {}, {}
"""


def parse(text: str) -> "Formula":
    """The Formula that was typed; a text that is none raises FormulaError.

    text: at most 200 characters, as Python writes it (x**2/20 + sin(y)) or as mathematics does
        (x²/20, ×, −, π, full-width letters).
    """
    return Formula(tree_of(text))


class Formula:
    """A formula of x and y.

    tree: a visualizer.formula.tree.Tree; parse makes it from text.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._function: Function | None = None
        self._gradient: Function | None = None

    def __repr__(self) -> str:
        return "<Formula {}>".format(self.python)

    @property
    def function(self) -> "Function":
        """f(x, y) for floats and arrays; nan or infinite where it has no value, never complex."""
        if self._function is None:
            self._function = function_of(self.tree)
        return self._function

    @property
    def gradient(self) -> "Function":
        """The function of x and y that gives (∂f/∂x, ∂f/∂y), exact; nan where f has no value."""
        if self._gradient is None:
            # 0 times f is 0 where f has a value: 1/x is no slope of log(x) below 0.
            nothing = Tree("*", ZERO, self.tree)
            slopes = [self.derivative(name).tree for name in VARIABLES]
            self._gradient = function_of(*[Tree("+", slope, nothing) for slope in slopes])
        return self._gradient

    def derivative(self, name: str) -> "Formula":
        """The partial derivative, where it exists, as a Formula.

        name: "x" or "y".
        """

        def work(node: Tree, parts: list[tuple[Tree, Tree]]) -> tuple[Tree, Tree]:
            """A node and its derivative."""
            slopes = [slope for _, slope in parts]
            if not any(slope.head for slope in slopes):
                return node, ONE if node.head == name else ZERO
            return node, OPERATIONS[node.head].slope(*node.parts, *slopes)

        return Formula(fold(self.tree, work)[1])

    @property
    def python(self) -> str:
        """The formula as a Python expression of x, y and the names of imports."""
        return spelling.python(self.tree)

    @property
    def imports(self) -> list[str]:
        """The names that the expression needs, sorted; visualizer.elementary and numpy have them.

        With elementary the values are those of function to the last bit, with numpy nearly.
        """
        return spelling.imports(self.tree)

    @property
    def program(self) -> str:
        """f(x, y) and grad(x, y), the gradient, as a Python program for a Field."""
        trees = [self.tree, self.derivative("x").tree, self.derivative("y").tree]
        names = spelling.imports(*trees)
        needed = "from visualizer.elementary import {}\n".format(", ".join(names)) if names else ""
        return PROGRAM.format(needed, *[spelling.python(tree) for tree in trees])

    @property
    def mathml(self) -> str:
        """The formula as what stands in a <math> element."""
        return spelling.mathml(self.tree)
