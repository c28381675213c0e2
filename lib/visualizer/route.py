"""The way an adventurer has walked."""

import numpy as np


class Route:
    """Points, losses and gradients of a walk, from its start to its last step.

    points: (n+1, 2) array of (x, y). losses: (n+1,) array of f. gradients: (n+1, 2) array of
    (∂f/∂x, ∂f/∂y). reason: why the walk stopped, one of REASONS. Before the first walk there are no
    losses and gradients, and reason is None. Iterates over its points; numpy sees it as them.
    """

    REASONS = ("finished", "converged", "left", "not finite")

    def __init__(self, points, losses=(), gradients=(), reason=None, name=None):
        self.points = np.array(points, dtype=float).reshape(-1, 2)
        self.losses = np.array(losses, dtype=float)
        self.gradients = np.array(gradients, dtype=float).reshape(-1, 2)
        self.reason, self.name = reason, name

    @property
    def x(self):
        return self.points[:, 0]

    @property
    def y(self):
        return self.points[:, 1]

    def __len__(self):
        return len(self.points)

    def __iter__(self):
        return iter([(x, y) for x, y in self.points.tolist()])

    def __getitem__(self, index):
        return self.points[index]

    def __array__(self, dtype=None, copy=None):
        return np.array(self.points, dtype=dtype)

    def __repr__(self):
        name = f"{self.name}: " if self.name else ""
        return f"<Route {name}{len(self) - 1} steps, {self.reason}>"
