"""Trees as text: Python and MathML."""

from visualizer.formula.operations import CONSTANTS, FUNCTIONS, OPERATIONS, VARIABLES
from visualizer.formula.tree import Tree, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.formula.operations import Spelling

# From this size on numbers are written like 1e+16.
LARGE = 1e15
LETTERS = {"pi": "π"}
# Between factors: nothing that is seen, or a dot where digits follow.
TIMES, DOT = "&#x2062;", "⋅"
OF_PYTHON_ITSELF = ("abs",)


def python(tree: Tree) -> str:
    """The tree as a Python expression of x, y and the names that imports tells."""
    return fold(tree, _python)[0]


def imports(*trees: Tree) -> list[str]:
    """The names that Python has to import for the expressions, sorted."""
    heads = set()

    def work(node: Tree, parts: list[None]) -> None:
        heads.add(node.head)

    for tree in trees:
        fold(tree, work)
    known = list(CONSTANTS) + [name for name in FUNCTIONS if name not in OF_PYTHON_ITSELF]
    return sorted([name for name in known if name in heads])


def mathml(tree: Tree) -> str:
    """The tree as what stands in a <math> element."""
    return fold(fold(tree, _signs_first), _mathml)


def _python(node: Tree, parts: list[tuple[str, str, bool]]) -> tuple[str, str, bool]:
    """(text, the same with floats for whole numbers, whether x or y are in it).

    A power of whole numbers alone gets floats, since Python's own ones would grow without end.
    """
    if not node.parts:
        if isinstance(node.head, str):
            return node.head, node.head, node.head in VARIABLES
        whole = node.head < LARGE and node.head == int(node.head)
        return str(int(node.head)) if whole else repr(node.head), repr(node.head), False
    loose, floats = [part[0] for part in parts], [part[1] for part in parts]
    if node.head == "**" and not parts[0][2]:
        loose[0] = floats[0]
    text = OPERATIONS[node.head].python.text
    loose, floats = [_bracketed(node, "python", those, "({})") for those in (loose, floats)]
    return text.format(*loose), text.format(*floats), any(part[2] for part in parts)


def _signs_first(node: Tree, parts: list[Tree]) -> Tree:
    """Signs of factors before their product: −(2x) instead of (−2)x."""
    if node.head not in ("*", "/"):
        return Tree(node.head, *parts)
    signs = [part.head == "neg" for part in parts]
    bare = [part.parts[0] if part.head == "neg" else part for part in parts]
    product = Tree(node.head, *bare)
    return Tree("neg", product) if signs[0] != signs[1] else product


def _mathml(node: Tree, parts: list[str]) -> str:
    if not node.parts:
        if isinstance(node.head, str):
            return "<mi>{}</mi>".format(LETTERS.get(node.head, node.head))
        return _number(node.head)
    operands = _bracketed(node, "mathml", parts, "<mrow><mo>(</mo>{}<mo>)</mo></mrow>")
    if node.head == "*":
        operands.insert(1, DOT if _begins_with_digits(node.parts[1]) else TIMES)
    return OPERATIONS[node.head].mathml.text.format(*operands)


def _number(value: float) -> str:
    """A number, with a power of ten where it is very large or small."""
    whole = value < LARGE and value == int(value)
    digits, _, exponent = (str(int(value)) if whole else repr(value)).partition("e")
    if not exponent:
        return "<mn>{}</mn>".format(digits)
    sign = "<mo>−</mo>" if exponent[0] == "-" else ""
    power = "<mrow>{}<mn>{}</mn></mrow>".format(sign, exponent.lstrip("+-0"))
    text = "<mrow><mn>{}</mn><mo>×</mo><msup><mn>10</mn>{}</msup></mrow>"
    return text.format(digits, power)


def _begins_with_digits(tree: Tree) -> bool:
    """Whether a factor needs a dot before it, so that it is not read on from the one before."""
    while tree.head in ("*", "**"):
        tree = tree.parts[0]
    return tree.head == "/" or not isinstance(tree.head, str)


def _bracketed(node: Tree, language: str, texts: list[str], brackets: str) -> list[str]:
    """The texts of an operation's operands, in brackets where they would fall apart.

    language: "python" or "mathml"; brackets: a template.
    """
    needs = _spelling(node, language).needs
    made = list(texts)
    for at, operand in enumerate(node.parts):
        if operand.parts and _spelling(operand, language).binds < needs[at]:
            made[at] = brackets.format(texts[at])
    return made


def _spelling(node: Tree, language: str) -> "Spelling":
    return getattr(OPERATIONS[node.head], language)
