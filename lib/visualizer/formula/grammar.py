"""From tokens to a tree, by precedence climbing."""

from visualizer.formula.error import FormulaError
from visualizer.formula.operations import CONSTANTS, FUNCTIONS, OPERATIONS, SIGN, VARIABLES
from visualizer.formula.tokens import END, NAME, NUMBER, RAISED, SYMBOL, plain, tokens
from visualizer.formula.tree import Tree, number

LONGEST, LONGEST_NAME = 200, 30
# MicroPython's stack ends after some hundred calls, and each level takes two.
DEEPEST = 24
BINARY = ("+", "-", "*", "/", "%", "**")


def tree_of(text: str) -> Tree:
    """The tree of a formula as it was typed; what is no formula raises FormulaError."""
    text = plain(text)
    if not text:
        raise FormulaError("formula.empty")
    if len(text) > LONGEST:
        raise FormulaError("formula.long", longest=LONGEST, length=len(text))
    reader = _Reader(text)
    tree = reader.expression(0)
    reader.take(END, "")
    return tree


class _Reader:
    """Reads an expression from tokens, one after the other."""

    def __init__(self, text: str) -> None:
        self.tokens, self.at, self.depth = tokens(text), 0, 0

    def expression(self, tightness: int) -> Tree:
        """The longest expression here whose operations bind at least that tightly."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError("formula.deep")
        left = self._operand()
        while True:
            kind, text = self.tokens[self.at]
            if kind == RAISED:
                self.at += 1
                left = Tree("**", left, number(float(text)))
                continue
            if kind != SYMBOL or text not in BINARY:
                break
            spelling = OPERATIONS[text].python
            if spelling.binds < tightness:
                break
            self.at += 1
            left = Tree(text, left, self.expression(spelling.needs[1]))
        self.depth -= 1
        return left

    def _operand(self) -> Tree:
        """A number, a name, a call, brackets, or one of these with a sign."""
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == NUMBER:
            return _number(text)
        if kind == NAME:
            return self._named(text)
        if text == "(":
            return self._closed()
        if text == "-":
            return Tree("neg", self.expression(SIGN))
        if text == "+":
            return self.expression(SIGN)
        raise FormulaError("formula.syntax")

    def _named(self, name: str) -> Tree:
        if name in VARIABLES or name in CONSTANTS:
            return Tree(name)
        if name not in FUNCTIONS:
            raise FormulaError("formula.name", name=name[:LONGEST_NAME])
        if self.tokens[self.at] != (SYMBOL, "("):
            raise FormulaError("formula.brackets", name=name)
        self.at += 1
        return Tree(name, self._closed())

    def _closed(self) -> Tree:
        """What stands up to the closing bracket, which is taken too."""
        tree = self.expression(0)
        self.take(SYMBOL, ")")
        return tree

    def take(self, kind: str, text: str) -> None:
        """Go on behind the token that must stand here."""
        if self.tokens[self.at] != (kind, text):
            raise FormulaError("formula.syntax")
        self.at += 1


def _number(text: str) -> Tree:
    value = float(text)
    if value - value != 0:
        raise FormulaError("formula.syntax")
    return Tree(value)
