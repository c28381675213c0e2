"""Which steps of a route have a dot on the page, and how large: as visualizer.figures.dots says."""

from math import sqrt

POINT = 96 / 72  # CSS pixels
DOT = 5 * POINT
# Sizes as parts of the largest, and the room that each needs, in diameters. Up to EDGELESS they
# have no edge, with more than MOST_DOTS there are none; nearer than SAME pixels they are one.
SIZES, ROOM, EDGELESS, MOST_DOTS, SAME = (1, 0.7, 0.4), 1.3, 0.5, 600, 0.5 * POINT
FAR = 1e9  # pixels
LARGEST_ROOM, SMALLEST_ROOM = SIZES[0] * ROOM * DOT, SIZES[-1] * ROOM * DOT


class Dots:
    """Which steps of a route have a dot, and of which size, as visualizer.figures.dots says it.

    A playback adds a step to those before, so that each is looked at once.

    places: the pixels of the steps; more may follow.
    """

    def __init__(self, places: list) -> None:
        self._places = places
        self._begin()

    def grow(self, count: int) -> None:
        """Look at so many steps."""
        if count < self._known:
            self._begin()
        for place in self._places[self._known : count]:
            if len(self._at) <= MOST_DOTS:
                self._add(*place)
        self._known = count

    def by_size(self, count: int) -> list:
        """For each of SIZES the places of the dots, if so many steps are shown."""
        self.grow(count)
        sizes: list = [[] for _ in SIZES]
        if len(self._at) <= MOST_DOTS:
            for number, room in enumerate(self._room):
                for i, part in enumerate(SIZES):
                    if room >= part * ROOM * DOT:
                        sizes[i].append(self._at[number])
                        break
        return sizes

    def _begin(self) -> None:
        self._known = 0
        self._at: list = []
        # From each of them the distance to the nearest, or LARGEST_ROOM; those with less than
        # SMALLEST_ROOM are not seen, and how much less does not matter.
        self._room: list = []
        self._taken: set = set()
        # Numbers of dots by the square in which they are.
        self._seen: dict = {}
        self._unseen: dict = {}

    def _add(self, x: float, y: float) -> None:
        if not (-FAR < x < FAR and -FAR < y < FAR):
            return
        cell = round(x / SAME), round(y / SAME)
        if cell in self._taken:
            return
        self._taken.add(cell)
        number, room = len(self._at), LARGEST_ROOM
        column, row = int(x // LARGEST_ROOM), int(y // LARGEST_ROOM)
        squares = [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        for square in squares:
            for other in self._seen.get(square, ())[:]:
                distance = self._distance(other, x, y)
                room = min(room, distance)
                self._room[other] = min(self._room[other], distance)
                if distance < SMALLEST_ROOM:
                    self._seen[square].remove(other)
                    self._unseen.setdefault(square, []).append(other)
        for square in squares:
            for other in self._unseen.get(square, ()):
                if room < SMALLEST_ROOM:
                    break
                room = min(room, self._distance(other, x, y))
        group = self._seen if room >= SMALLEST_ROOM else self._unseen
        group.setdefault((column, row), []).append(number)
        self._at.append((x, y))
        self._room.append(room)

    def _distance(self, number: int, x: float, y: float) -> float:
        dx, dy = self._at[number][0] - x, self._at[number][1] - y
        return sqrt(dx * dx + dy * dy)
