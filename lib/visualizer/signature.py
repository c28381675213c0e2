"""Whether something is called the way it can be, and a sentence where it is not."""

import inspect
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

from visualizer.messages import VisualizerError

Given = ParamSpec("Given")
Result = TypeVar("Result")


class CallError(VisualizerError, TypeError):
    """Arguments are missing, unknown or too many; a TypeError, as Python itself would raise."""


def takes(function: Callable[..., object], *arguments: object) -> bool:
    """Whether a function can be called with these arguments, as far as its signature tells."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    except ValueError:  # some built-in functions do not tell their signatures
        return True
    return True


def explained(
    example: str,
) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Have a method say in one sentence what is wrong with the arguments of a call.

    example: a call as it should be written.

    The sentence is raised as CallError.
    """

    def explain(method: Callable[Given, Result]) -> Callable[Given, Result]:
        @wraps(method)
        def called(*arguments: Given.args, **named: Given.kwargs) -> Result:
            try:
                return method(*arguments, **named)
            except TypeError as error:
                # An error that was raised further within is none of the call's.
                if error.__traceback__ and error.__traceback__.tb_next:
                    raise
                raise _misfit(method, example, arguments[1:], tuple(named)) from None

        return called

    return explain


def _misfit(
    method: Callable[..., object], example: str, given: Sequence[object], named: Sequence[str]
) -> CallError:
    """What is wrong with a call: the arguments without names, self left out, and the names."""
    _, *parameters = inspect.signature(method).parameters.values()
    known = [parameter.name for parameter in parameters]
    unnamed = [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]
    taken = unnamed[: len(given)]
    for name in named:
        if name not in known:
            return CallError("call.unknown", name=name, known=", ".join(known))
    if len(given) > len(unnamed):
        return CallError("call.many", names=", ".join(unnamed), example=example)
    for name in taken:
        if name in named:
            return CallError("call.twice", name=name, example=example)
    needed = [each.name for each in parameters if each.default is each.empty]
    missing = [name for name in needed if name not in taken and name not in named]
    return CallError("call.missing", names=", ".join(missing), example=example)
