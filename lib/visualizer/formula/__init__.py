"""Typed formulas: f(x, y) as a function, with its exact gradient, as Python text and as MathML.

    formula = parse("x²/20 + y**2")
    formula.function(1.0, 2.0)        # 4.05
    formula.gradient(1.0, 2.0)        # (0.1, 4.0)
    formula.derivative("x").python    # "x/10"

What was typed is never evaluated: it becomes a tree of the operations that the table in
visualizer.formula.operations knows, and everything else is made from that tree. Plain Python.
"""

from visualizer.formula.error import FormulaError
from visualizer.formula.formula import Formula, parse

__all__ = ["Formula", "FormulaError", "parse"]
