"""Known mistakes. Each is an optimizer that makes it: whoever walks like it has made it too.

sgd, momentum: wrong formulas. keys: right formulas, applied to the wrong parameters. constants:
hyper-parameters that were written into the code. recognition: finds the mistake that fits. What is
said about each of them stands in lesson.sentences.
"""
