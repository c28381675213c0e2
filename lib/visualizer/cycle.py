"""Whether a walk goes round in circles. Plain Python."""

# The longest circle that is recognised, and how often it must have been walked.
LONGEST, ROUNDS = 32, 3

# Points are the same when they differ by so little of a step, or by rounding.
SAME, ROUNDING = 1e-9, 4 * 2.0**-52


def goes_round(points: list) -> bool:
    """Whether the last points, [(x, y), …], are a circle of a few steps, walked ROUNDS times.

    A circle that shrinks or drifts by more than a billionth of its steps is none, and standing
    still is none either.
    """
    if len(points) < ROUNDS or _same(points, 1):
        return False
    return any(_same(points, period) for period in range(2, LONGEST + 1))


def _same(points: list, period: int) -> bool:
    """Whether the points of the last rounds of so many steps are those of the round before."""
    compared = (ROUNDS - 1) * period
    if len(points) < compared + period:
        return False
    for axis in (0, 1):
        recent = [point[axis] for point in points[-compared - period :]]
        reach = max(recent) - min(recent)
        doubt = SAME * reach + ROUNDING * max([abs(value) for value in recent])
        if any(abs(recent[n] - recent[n + period]) > doubt for n in range(compared)):
            return False
    return True
