"""An optimizer that students write themselves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Exercise:
    """key: its name in code. reference: the optimizer class that the student's must equal.

    hyperparameters: with which it walks where the page chooses no others. skeleton: code to start
    from, and hints: sentences to open one at a time, both by language ("ja", "en"). solution: code
    of a right answer. mistakes: {mistake: [hyperparameters → optimizer that makes it, …]}.
    """

    key: str
    reference: type
    hyperparameters: dict
    skeleton: dict
    hints: dict
    solution: str
    mistakes: dict

    @property
    def class_name(self):
        return self.reference.__name__
