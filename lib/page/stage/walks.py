"""The walk on view: by the library's methods it is walked here, in the very frame of the click."""

from js import performance
from pyscript import window

from page.state.reading import walk_on_view
from page.state.setup import TYPED_FIELD
from page.state.store import Store
from protocol.answers import route_answer, walk_answer
from visualizer.landscapes import LANDSCAPES, Landscape
from visualizer.optimizers import OPTIMIZERS
from visualizer.walk import walk_field

# Of so many walks the routes are remembered, so that going to and fro need not walk again.
REMEMBERED = 6
# A long walk goes on from frame to frame, for so many milliseconds of each, and looks at the clock
# after so many steps.
SLICE, STEPS_BETWEEN_LOOKS = 8, 20

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Walks:
    """Knows the walk on view as soon as somebody has walked it.

    A student's own method never walks here: the worker tells of it (learn).

    on_news(): called when a walk on view has become known later than its state, or will not.
    """

    def __init__(self, store: Store) -> None:
        self.store, self.on_news = store, lambda: None
        self._results: list = []
        self._walk_of = self._walk = None
        self._walking: Iterator | None = None
        self._walking_for: dict | None = None
        store.subscribe(lambda change: self._begin(), "tab", "section", "lab", "lesson", "held")
        self._begin()

    @property
    def on_view(self) -> dict | None:
        """What is to be walked (protocol.requests.walk_request), or None where nobody starts."""
        if self._walk_of is not self.store.state:  # made once for each state: many ask for it
            self._walk_of = self.store.state
            self._walk = walk_on_view(self.store.state, self.store.catalogue)
        return self._walk

    @property
    def result(self) -> dict | None:
        """What is known of the walk on view (protocol.answers.walk_answer), or None so far."""
        for walk, result in self._results:
            if walk == self.on_view:
                return result
        return None

    @property
    def is_walking(self) -> bool:
        """Whether the walk on view is being walked here, and will be known in a moment."""
        return self._walking is not None

    def learn(self, walk: dict, result: dict) -> None:
        """Remember what somebody has found out about a walk."""
        self._results = [(walk, result)] + self._results[: REMEMBERED - 1]

    def _begin(self) -> None:
        """Walk what is on view, if it is not known."""
        walk = self.on_view
        if self._walking and walk == self._walking_for:
            return
        self._walking, self._walking_for = None, walk
        if walk and not walk["student"] and self.result is None:
            self._walking = walked(walk)
            self._go_on(walk)

    def _go_on(self, walk: dict) -> None:
        """Walk on for a while."""
        end = performance.now() + SLICE
        try:
            while performance.now() < end:
                next(self._walking)
        except StopIteration as finished:
            self._walking = None
            self.learn(walk, finished.value)
            return
        except Exception:  # where this interpreter cannot walk, the worker does
            self._walking = None
            return
        walking = self._walking
        window.requestAnimationFrame(lambda now: self._go_on_later(walk, walking))

    def _go_on_later(self, walk: dict, walking: object) -> None:
        if self._walking is walking:
            self._go_on(walk)
            if not self.is_walking:
                self.on_news()


def walked(walk: dict) -> "Iterator[None]":
    """Walk as a walk_request says, in parts; the generator returns the walk_answer.

    Raises what a method, a formula or a field raise, and ValueError where only the worker, with its
    numerical gradient, can walk.
    """
    ground = _ground(walk["field"])
    x, y = [float(value) for value in walk["start"]]
    loss, gradient = ground(x, y), ground.gradient(x, y)
    if loss - loss == 0 and not all(slope - slope == 0 for slope in gradient):
        raise ValueError("the formula has no gradient where it has a value")
    routes = []
    for method in walk["methods"]:
        optimizer = OPTIMIZERS[method["name"]](**method["hyper"])
        way = walk_field(ground, optimizer, x, y, walk["steps"])
        points, losses = [], []
        for px, py, height, _, _ in way.paces():
            points.append([px, py])
            losses.append(height)
            if len(points) % STEPS_BETWEEN_LOOKS == 0:
                yield
        routes.append(route_answer(method["name"], points, losses, way.reason))
    return walk_answer(routes, loss, gradient, None)


def _ground(field: str | dict) -> Landscape:
    """A landscape by its key; a typed formula as one."""
    if isinstance(field, str):
        return LANDSCAPES[field]
    # Read only where there is one: formulae are the largest part of the library.
    from visualizer.formula import parse

    formula, xlim, ylim = parse(field["text"]), field["xlim"], field["ylim"]
    start = xlim[0], ylim[0]
    return Landscape(
        TYPED_FIELD, field["text"], formula.function, formula.gradient, xlim, ylim, [], start
    )
