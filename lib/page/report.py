"""What happened on the walk, in words: the table of results and the status sentence."""

from page import words
from page.dom import by_id, make
from page.markers import marker

# The name of the route that a student's own method has walked.
OWN = "You"
# More rows than this nobody reads, and they would slow the page down.
MOST_ROWS = 201


def show_results(picture, catalogue, routes):
    """One row for every chosen method: where it is at the step shown, its loss, why it stopped."""
    body = by_id("results")
    body.replaceChildren()
    by_name = {route["name"]: route for route in routes or ()}
    names = picture["methods"] + ([OWN] if picture.get("own") else [])
    for name in names:
        body.append(_row(name, catalogue.style(name), by_name.get(name), picture["moment"]))


def title(name):
    """What a route is called on the page."""
    return words.say("own") if name == OWN else name


def on_steps_opened(handler):
    by_id("steps-details").addEventListener("toggle", lambda event: handler())


def show_steps(routes):
    """A table of every step of the routes, if the reader has opened it."""
    table = by_id("steps-table")
    table.replaceChildren()
    if not by_id("steps-details").open or not routes:
        return
    head = make("tr")
    head.append(make("th", words.say("steps.step"), scope="col"))
    for route in routes:
        for column in ("x", "y", words.say("steps.loss")):
            head.append(make("th", "{} {}".format(title(route["name"]), column), scope="col"))
    table.append(head)
    for step in range(min(max(len(route["points"]) for route in routes), MOST_ROWS)):
        table.append(_step_row(step, routes))


def _step_row(step, routes):
    row = make("tr")
    row.append(make("th", str(step), scope="row"))
    for route in routes:
        walked = step < len(route["points"])
        values = route["points"][step] + [route["losses"][step]] if walked else [None] * 3
        for value in values:
            row.append(make("td", words.number(value, 6) if walked else ""))
    return row


def _row(name, style, route, moment):
    row = make("tr")
    head = make("th", scope="row")
    head.append(marker(*style), make("span", title(name)))
    row.append(head)
    for text in _cells(route, moment):
        row.append(make("td", text))
    return row


def _cells(route, moment):
    if route is None:
        return ("—", "—", "—")
    last = len(route["points"]) - 1
    at = last if moment is None else min(moment, last)
    x, y = route["points"][at]
    where = "({}, {})".format(words.number(x), words.number(y))
    reason = words.say("reason." + route["reason"]) if at == last else "…"
    return (where, words.number(route["losses"][at]), reason)


def sentence(start, routes):
    """The walk in one line, for the status region that screen readers speak."""
    told = [
        words.say(
            "status.route",
            name=title(route["name"]),
            steps=len(route["points"]) - 1,
            loss=words.number(route["losses"][-1], 3),
            reason=words.say("reason." + route["reason"]),
        )
        for route in routes
    ]
    gap = "" if words.language() == "ja" else " "
    x, y = (words.number(value) for value in start)
    return words.say("status.walked", x=x, y=y, routes=gap.join(told))
