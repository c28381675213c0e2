"""A field with a name."""

from visualizer.field import Field


class Landscape(Field):
    """A field that is known by name, with its exact gradient.

    key: its name in code; title: in "ja" and "en"; formula: plain text. minima: [(x, y), …], all
    known global minima. start: a point from which a walk is instructive; rates: {optimizer name:
    learning rate} that make it so within 30 steps.
    """

    def __init__(
        self, key, title, formula, f, grad, xlim, ylim, minima, start, rates, teaching_order
    ):
        super().__init__(f, xlim, ylim, grad)
        self.key, self.title, self.formula = key, title, formula
        self.minima, self.start, self.rates = minima, start, rates
        self.teaching_order = teaching_order
