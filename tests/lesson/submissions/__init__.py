"""Answers to the exercises as students write them: right ones, and wrong ones with the mistake."""

from textwrap import dedent, indent


def code(text):
    return dedent(text).lstrip("\n")


def sgd(body):
    """The class SGD of the skeleton with another body of update."""
    beginning = code("""
        class SGD:
            def __init__(self, lr=0.1):
                self.lr = lr

            def update(self, params, grads):
    """)
    return beginning + indent(code(body), " " * 8)


def momentum(body, beginning=None):
    """The class Momentum of the skeleton with another body of update, and of making self.v."""
    start = code("""
        import numpy as np


        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.lr = lr
                self.momentum = momentum
                self.v = None

            def update(self, params, grads):
    """)
    if beginning is None:
        beginning = """
            if self.v is None:
                self.v = {key: np.zeros_like(params[key]) for key in params}
        """
    return start + indent(code(beginning) + "\n" + code(body), " " * 8)
