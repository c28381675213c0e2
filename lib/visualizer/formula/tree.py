"""A formula as a tree, whose arithmetic gives new trees that are kept simple."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Tree:
    """A number, a name, or an operation on other trees.

    head: a float that is not negative, one of the names x, y, pi and e, or a key of OPERATIONS.
    parts: the operands, as trees; numbers and names have none.

    Trees are added, multiplied and so on like numbers, which is how the rules of differentiation
    are written. What comes out is simplified: 0 + a is a, 2 * (3 * a) is 6 * a.
    """

    def __init__(self, head: float | str, *parts: "Tree") -> None:
        self.head: Any = head
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and (self.head, self.parts) == (other.head, other.parts)

    def __hash__(self) -> int:
        return hash((self.head, self.parts))

    def __repr__(self) -> str:
        return "Tree({})".format(", ".join(map(repr, [self.head] + list(self.parts))))

    def __neg__(self) -> "Tree":
        if self.head == "neg":
            return self.parts[0]
        return self if self.head == 0 else Tree("neg", self)

    def __add__(self, other: "Tree") -> "Tree":
        if self.head == 0:
            return other
        if other.head == 0:
            return self
        if other.head == "neg":
            return self - other.parts[0]
        return _folded(self, other, lambda a, b: a + b) or Tree("+", self, other)

    def __sub__(self, other: "Tree") -> "Tree":
        if self.head == 0:
            return -other
        if other.head == 0:
            return self
        if other.head == "neg":
            return self + other.parts[0]
        return _folded(self, other, lambda a, b: a - b) or Tree("-", self, other)

    def __mul__(self, other: "Tree") -> "Tree":
        if self.head == 0 or other.head == 0:
            return ZERO
        if self.head == "neg" or other.head == "neg":
            return _signed(self, other, lambda a, b: a * b)
        if self.head == 1:
            return other
        if other.head == 1:
            return self
        if other.head == "*":
            return self * other.parts[0] * other.parts[1]
        if _rank(other) < _rank(self):
            return other * self
        return _folded(self, other, lambda a, b: a * b) or Tree("*", self, other)

    def __truediv__(self, other: "Tree") -> "Tree":
        if self.head == 0 or other.head == 1:
            return self
        if self.head == "neg" or other.head == "neg":
            return _signed(self, other, lambda a, b: a / b)
        above, rest = _split(self)
        below = constant(other)
        if above and below and above % below == 0:
            return Tree(above / below) * rest
        if above and below and below % above == 0:
            return Tree("/", rest, Tree(below / above))
        return Tree("/", self, other)

    def __pow__(self, other: "Tree") -> "Tree":
        if other.head == 0:
            return ONE
        return self if other.head == 1 else Tree("**", self, other)


def number(value: float) -> Tree:
    """The tree of a number of either sign."""
    return Tree("neg", Tree(-value)) if value < 0 else Tree(value)


def constant(tree: Tree) -> float | None:
    """The value of the tree of a number of either sign, None for every other tree."""
    if tree.head == "neg":
        inner = constant(tree.parts[0])
        return None if inner is None else -inner
    return None if isinstance(tree.head, str) else tree.head


def fold(tree: Tree, work: "Callable[[Tree, list[Any]], Any]") -> "Any":
    """What work makes of a tree: work(node, [what it made of its parts]), from the leaves up.

    tree: of any depth. There is no recursion here, since MicroPython's stack ends after some
    hundred calls.
    """
    waiting = [(tree, False)]
    made: list[Any] = []
    while waiting:
        node, ready = waiting.pop()
        if ready or not node.parts:
            first = len(made) - len(node.parts)
            made[first:] = [work(node, made[first:])]
        else:
            waiting.append((node, True))
            waiting.extend((part, False) for part in reversed(node.parts))
    return made[0]


def _rank(tree: Tree) -> int:
    """Where a factor stands in a product: numbers first, then pi and e. A product, as its last."""
    while tree.head == "*":
        tree = tree.parts[1]
    if tree.head in ("pi", "e"):
        return 1
    return 2 if isinstance(tree.head, str) else 0


def _split(tree: Tree) -> tuple[float | None, Tree]:
    """The number with which a product begins, None without one, and the product of the rest."""
    factors = []
    while tree.head == "*":
        factors.append(tree.parts[1])
        tree = tree.parts[0]
    rest = ONE
    for factor in reversed(factors):
        rest = rest * factor
    return constant(tree), rest


def _folded(a: Tree, b: Tree, operation: "Callable[[float, float], float]") -> Tree | None:
    """What an operation makes of two numbers, None if the trees are something else or too big."""
    left, right = constant(a), constant(b)
    if left is None or right is None:
        return None
    value = operation(left, right)
    return number(value) if value - value == 0 else None


def _signed(a: Tree, b: Tree, operation: "Callable[[Tree, Tree], Tree]") -> Tree:
    """A product or quotient with the signs of its parts before it."""
    negative = (a.head == "neg") != (b.head == "neg")
    bare = [-part if part.head == "neg" else part for part in (a, b)]
    return -operation(*bare) if negative else operation(*bare)


ZERO, ONE = Tree(0.0), Tree(1.0)
