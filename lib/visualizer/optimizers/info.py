"""What an optimizer says of itself, beside its class. Plain Python."""

from math import isfinite

from visualizer.checks import real_number
from visualizer.messages import VisualizerError, described
from visualizer.registry import MISSING, check_complete, check_tuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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

    def __init__(
        self, name: str, low: float = MISSING, high: float = MISSING, label: dict = MISSING
    ) -> None:
        whose = "The hyper-parameter " + repr(name)
        check_complete(whose, name=name, low=low, high=high, label=label)
        self.name, self.low, self.high, self.label = name, low, high, label


class OptimizerInfo:
    """The record of an optimizer; one that is incomplete raises ValueError.

    optimizer: the class. Its name is the record's name.
    label: how it is named in figures and tables.
    formula: its rule in plain text, one that stands in the class's docstring too.
    colour, marker: of its routes, "#rrggbb" and matplotlib's name, which no other optimizer has:
        told apart by people with every kind of colour vision, and in print. ROUTE_STYLES in
        visualizer/figures/style.py has pairs that are; what no record here has yet is free, but
        for STUDENT_STYLE, a student's own. Where none is left, choose a colour that is none of
        those, and a marker that page/stage/symbols.py can draw.
    hyperparameters: Hyperparameters, in the order of the constructor's arguments; one is "lr",
        which landscapes set (rates).
    state: the names of the attributes that hold its inner state, {parameter's name: number}.

    defaults: {name: number} of the hyper-parameters, read from the class, where alone they stand.
    """

    def __init__(
        self,
        optimizer: type,
        label: str = MISSING,
        formula: str = MISSING,
        colour: str = MISSING,
        marker: str = MISSING,
        hyperparameters: tuple = (),
        state: tuple = (),
    ) -> None:
        if not isinstance(optimizer, type):
            raise ValueError(f"An OptimizerInfo is given {optimizer!r}, which is no class.")
        self.optimizer, self.name = optimizer, optimizer.__name__
        self.label, self.formula = label, formula
        self.colour, self.marker = colour, marker
        self.hyperparameters, self.state = hyperparameters, state
        whose = "The record of the optimizer " + self.name
        check_complete(whose, label=label, formula=formula, colour=colour, marker=marker)
        check_tuple(whose, "hyperparameters", hyperparameters, Hyperparameter)
        check_tuple(whose, "state", state, str)
        if not _is_colour(colour):
            raise ValueError(f'{whose} has the colour {colour!r}, which is no "#rrggbb".')
        self.defaults = self._found_defaults(whose)

    def _found_defaults(self, whose: str) -> dict:
        """The defaults, after asking whether the class is what its record says."""
        made = self.optimizer()
        names = [hyperparameter.name for hyperparameter in self.hyperparameters]
        if "lr" not in names:
            raise ValueError(f"{whose} has no hyper-parameter 'lr', the rate that landscapes set.")
        for name in ["update"] + names + list(self.state):
            if not hasattr(made, name):
                raise ValueError(f"{whose}: {self.name}() has no attribute {name!r}.")
        for hyperparameter in self.hyperparameters:
            default = getattr(made, hyperparameter.name)
            if not hyperparameter.low <= default <= hyperparameter.high:
                raise ValueError(
                    f"{whose}: the default of {hyperparameter.name} is out of its bounds."
                )
        return {name: getattr(made, name) for name in names}


def check_styles(infos: "Iterable[OptimizerInfo]") -> None:
    """Raise ValueError with one sentence where two records have the same colour or marker."""
    owners: dict = {}
    for info in infos:
        for part, style in (("colour", info.colour.lower()), ("marker", info.marker)):
            owner = owners.setdefault((part, style), info)
            if owner is not info:
                raise ValueError(
                    f"{info.name} and {owner.name} share the {part} {getattr(info, part)}: choose "
                    "another, see OptimizerInfo in visualizer/optimizers/info.py."
                )


def _is_colour(colour: str) -> bool:
    """Whether it is "#rrggbb"."""
    return len(colour) == 7 and colour[0] == "#" and not colour[1:].strip("0123456789abcdefABCDEF")


LEARNING_RATE = Hyperparameter("lr", 1e-4, 3.0, {"ja": "学習率 η", "en": "Learning rate η"})
MOMENTUM = Hyperparameter("momentum", 0.0, 0.999, {"ja": "慣性 α", "en": "Momentum α"})
EPS = Hyperparameter("eps", 1e-12, 0.1, {"ja": "0 での割り算を防ぐ ε", "en": "ε, keeps off 0"})
