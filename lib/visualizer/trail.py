"""What an adventurer remembers: numbers of each step, in arrays that grow."""

from itertools import chain

import numpy as np

from visualizer.types import Array

# x, y, loss, ∂f/∂x, ∂f/∂y
COLUMNS = 5

# So many rows there is room for at first.
FEW = 32


class Trail:
    """Rows of x, y, loss, ∂f/∂x and ∂f/∂y; what is recorded once is never changed."""

    def __init__(self) -> None:
        self._rows = np.empty((FEW, COLUMNS))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def extend(self, rows: list[tuple[float, ...]]) -> None:
        """Add rows at the end, each (x, y, loss, ∂f/∂x, ∂f/∂y)."""
        end = self._count + len(rows)
        if end > len(self._rows):
            grown = np.empty((max(end, 2 * len(self._rows)), COLUMNS))
            grown[: self._count] = self._rows[: self._count]
            self._rows = grown
        if rows:
            # Four times as quick as to assign the tuples.
            numbers = np.fromiter(chain.from_iterable(rows), float, COLUMNS * len(rows))
            self._rows[self._count : end] = numbers.reshape(-1, COLUMNS)
        self._count = end

    def rows(self) -> Array:
        """(n, 5) array of all rows until now, a view that cannot be written to."""
        rows = self._rows[: self._count]
        rows.flags.writeable = False
        return rows
