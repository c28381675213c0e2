"""What an optimizer says of itself, beside its class. Plain Python."""

from math import isfinite

from visualizer.checks import real_number
from visualizer.messages import VisualizerError, described
from visualizer.registry import check_complete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value


def number(name: str, value: "Value") -> "Value":
    """A hyper-parameter's value as a float, or an array of one for each of many walks.

    What is no finite real number raises VisualizerError.
    """
    if getattr(getattr(value, "dtype", None), "kind", "") in ("i", "u", "f") and value.shape:
        return value
    checked = real_number(value)
    if checked is None or not isfinite(checked):
        raise VisualizerError("hyper.number", name=name, given=described(value))
    return checked


def fraction(name: str, value: "Value") -> "Value":
    """As number, for the part that is kept of an average: from 0 up to 1, but not 1 itself."""
    checked = number(name, value)
    within = (checked >= 0) & (checked < 1)
    if not (within.all() if hasattr(within, "all") else within):
        raise VisualizerError("hyper.fraction", name=name, given=described(value))
    return checked


def shown(method: object, *names: str) -> str:
    """The repr of a method: its class, called with the hyper-parameters of these names."""
    chosen = [f"{name}={getattr(method, name)!r}" for name in names]
    return "{}({})".format(type(method).__name__, ", ".join(chosen))


class Hyperparameter:
    """A number to choose.

    name: of the constructor's argument, and of the attribute that keeps it.
    low, high: what a slider offers; the default lies between them.
    label: its name in words and its letter, {"ja": …, "en": …}.
    """

    def __init__(self, name: str, low: float, high: float, label: dict) -> None:
        check_complete("The hyper-parameter " + repr(name), name=name, label=label)
        self.name, self.low, self.high, self.label = name, low, high, label


class OptimizerInfo:
    """The record of an optimizer; one that is incomplete raises ValueError.

    optimizer: the class. Its name is the record's name.
    label: how it is named in figures and tables.
    formula: its rule in plain text, one that stands in the class's docstring too.
    colour, marker: of its routes, as matplotlib names them: told apart by people with every kind
        of colour vision, and in print.
    hyperparameters: Hyperparameters, in the order of the constructor's arguments.
    state: the names of the attributes that hold its inner state, {parameter's name: number}.

    defaults: {name: number} of the hyper-parameters, read from the class, where alone they stand.
    """

    def __init__(
        self,
        optimizer: type,
        label: str,
        formula: str,
        colour: str,
        marker: str,
        hyperparameters: tuple = (),
        state: tuple = (),
    ) -> None:
        self.optimizer, self.name = optimizer, optimizer.__name__
        self.label, self.formula = label, formula
        self.colour, self.marker = colour, marker
        self.hyperparameters, self.state = hyperparameters, state
        check_complete(self._called(), label=label, formula=formula, colour=colour, marker=marker)
        self.defaults = self._found_defaults()

    def _called(self) -> str:
        return "The record of the optimizer " + self.name

    def _found_defaults(self) -> dict:
        """The defaults, after asking whether the class is what its record says."""
        made = self.optimizer()
        names = [hyperparameter.name for hyperparameter in self.hyperparameters]
        for name in ["update"] + names + list(self.state):
            if not hasattr(made, name):
                raise ValueError(f"{self._called()}: {self.name}() has no attribute {name!r}.")
        for hyperparameter in self.hyperparameters:
            default = getattr(made, hyperparameter.name)
            if not hyperparameter.low <= default <= hyperparameter.high:
                raise ValueError(
                    f"{self._called()}: the default of {hyperparameter.name} is out of its bounds."
                )
        return {name: getattr(made, name) for name in names}


LEARNING_RATE = Hyperparameter("lr", 1e-4, 3.0, {"ja": "学習率 η", "en": "Learning rate η"})
MOMENTUM = Hyperparameter("momentum", 0.0, 0.999, {"ja": "慣性 α", "en": "Momentum α"})
EPS = Hyperparameter("eps", 1e-12, 0.1, {"ja": "0 での割り算を防ぐ ε", "en": "ε, keeps off 0"})
