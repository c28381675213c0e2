"""Hyperparameters that are written into the code instead of being taken from self."""

from math import isfinite


def constants(trace, trial):
    """Guesses from the first two steps of a walk with floats, still to be verified on others.

    Yields (mistake, hyperparameters given → hyperparameters in use, blanks for the sentence).
    """
    rate, momentum = _estimates(trace, trial)
    if rate is None:
        return
    if rate <= 0:
        yield "climbs", lambda given: {**given, "lr": rate}, {}
        return
    factor = rate / trial.hyperparameters["lr"]
    yield "rate_fixed", lambda given: {**given, "lr": rate}, {"rate": f"{rate:.4g}"}
    yield "scaled", lambda given: {**given, "lr": factor * given["lr"]}, {"factor": f"{factor:.4g}"}
    if "momentum" in trial.hyperparameters and momentum is not None:
        fixed, said = {"momentum": momentum}, {"momentum": f"{momentum:.4g}"}
        yield "momentum_fixed", lambda given: {**given, **fixed}, said
        both, said = {**fixed, "lr": rate}, {**said, "rate": f"{rate:.4g}"}
        yield "both_fixed", lambda given: {**given, **both}, said


def _estimates(trace, trial):
    """The rate of the first step and the momentum of the second; None where they tell nothing."""
    points = [params["x"] for params in trace[:3]]
    slopes = [trial.gradients(params)["x"] for params in trace[:2]]
    if len(points) < 3 or slopes[0] == 0 or points[1] == points[0]:
        return None, None
    rate = (points[0] - points[1]) / slopes[0]
    momentum = (points[2] - points[1] + rate * slopes[1]) / (points[1] - points[0])
    return rate, momentum if isfinite(momentum) else None
