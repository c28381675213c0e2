"""What happened on the walk, in words: the table of results and the status sentence."""

from page import words
from page.dom import by_id, make
from page.markers import marker

# The name of the route that a student's own method has walked.
OWN = "You"


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
