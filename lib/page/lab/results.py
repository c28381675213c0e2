"""What happened on the walk, as tables: where each method ended, and every step."""

from page.frame import words
from page.frame.dom import by_id, make
from page.stage.live_figure import LiveFigure
from page.stage.symbols import symbol
from page.state.reading import setup_to_run
from page.state.store import Store
from protocol.names import STUDENT

# More rows than this nobody reads, and they would slow the page down.
MOST_ROWS = 201


class Results:
    """Keeps the tables in line with what is known of the walk on view."""

    def __init__(self, store: Store, live_figure: LiveFigure) -> None:
        self.store, self.live_figure = store, live_figure
        self._shown: tuple | None = None
        store.subscribe(lambda change: self.show(), "tab", "section", "lab", "lesson", "held")
        store.subscribe(lambda change: self.translate(), "language")
        live_figure.subscribe(self.show)
        by_id("steps-details").addEventListener("toggle", lambda event: self._show_steps())
        self.show()

    def show(self) -> None:
        """Show the step on view, if it is not shown already."""
        if self.live_figure.catching_up:
            return
        result = self.live_figure.walks.result
        names, moment = self._names(), self.live_figure.moment_shown
        same_walk = self._shown is not None and names == self._shown[0] and result is self._shown[1]
        if same_walk and moment == self._shown[2]:
            return
        self._shown = names, result, moment
        self._show_ends()
        if not same_walk:
            self._show_steps()

    def translate(self) -> None:
        self._shown = None
        self.show()

    @property
    def _routes(self) -> list:
        result = self.live_figure.walks.result
        return result["routes"] if result else []

    def _names(self) -> list:
        """Which methods are to walk."""
        setup = setup_to_run(self.store.state)
        return setup["methods"] + ([STUDENT] if setup["student"] else [])

    def _show_ends(self) -> None:
        """One row for every method: where it is at the step shown, its loss, why it stopped."""
        body, catalogue = by_id("results"), self.store.catalogue
        by_name = {route["name"]: route for route in self._routes}
        moment = self.live_figure.moment_shown
        rows = [_row(n, catalogue.style(n), by_name.get(n), moment) for n in self._names()]
        body.replaceChildren(*rows)

    def _show_steps(self) -> None:
        """A table of every step of the routes, if the reader has opened it."""
        table, routes = by_id("steps-table"), self._routes
        table.replaceChildren()
        if not by_id("steps-details").open or not routes:
            return
        head = make("tr")
        head.append(make("th", words.say("steps.step"), scope="col"))
        for route in routes:
            for column in ("x", "y", words.say("steps.loss")):
                name = "{} {}".format(words.route_name(route["name"]), column)
                head.append(make("th", name, scope="col"))
        table.append(head)
        for step in range(min(max(len(route["points"]) for route in routes), MOST_ROWS)):
            table.append(_step_row(step, routes))


def _step_row(step: int, routes: list) -> object:
    row = make("tr")
    row.append(make("th", str(step), scope="row"))
    for route in routes:
        walked = step < len(route["points"])
        values = route["points"][step] + [route["losses"][step]] if walked else [None] * 3
        for value in values:
            row.append(make("td", words.number(value, 6) if walked else ""))
    return row


def _row(name: str, style: tuple, route: dict | None, moment: int | None) -> object:
    row = make("tr")
    head = make("th", scope="row")
    head.append(symbol(*style), make("span", words.route_name(name)))
    row.append(head)
    for text in _cells(route, moment):
        row.append(make("td", text))
    return row


def _cells(route: dict | None, moment: int | None) -> tuple:
    if route is None or not route["losses"]:
        return ("—", "—", "—")
    last = len(route["points"]) - 1
    at = last if moment is None else min(moment, last)
    x, y = route["points"][at]
    where = "({}, {})".format(words.number(x), words.number(y))
    reason = words.say("reason." + route["reason"]) if at == last else "…"
    return (where, words.number(route["losses"][at]), reason)
