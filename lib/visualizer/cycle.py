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
    x, y = points[-1]
    doubt_x, doubt_y = [_doubt([point[axis] for point in points]) for axis in (0, 1)]
    for period in range(2, min(LONGEST, len(points) // ROUNDS) + 1):
        # Most circles that are none show it in the last point already.
        before_x, before_y = points[-1 - period]
        if abs(x - before_x) <= doubt_x and abs(y - before_y) <= doubt_y and _same(points, period):
            return True
    return False


def _same(points: list, period: int) -> bool:
    """Whether the points of the last rounds of so many steps are those of the round before."""
    compared = (ROUNDS - 1) * period
    for axis in (0, 1):
        recent = [point[axis] for point in points[-compared - period :]]
        doubt = _doubt(recent)
        if any(abs(recent[n] - recent[n + period]) > doubt for n in range(compared)):
            return False
    return True


def _doubt(values: list) -> float:
    """By how much two of these values may differ and still be the same."""
    low, high = min(values), max(values)
    return SAME * (high - low) + ROUNDING * max(abs(low), abs(high))
