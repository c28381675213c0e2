"""The markers of routes as small SVG drawings, for legends outside the figure."""

from pyscript import document

SVG = "http://www.w3.org/2000/svg"

PATHS = {
    "o": "M8 3a5 5 0 1 0 .01 0z",
    "s": "M3.5 3.5h9v9h-9z",
    "^": "M8 2.5l5.5 10h-11z",
    "v": "M8 13.5l5.5-10h-11z",
    "D": "M8 2l6 6-6 6-6-6z",
    "P": "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z",
    "X": "M4.5 2L8 5.5 11.5 2 14 4.5 10.5 8 14 11.5 11.5 14 8 10.5 4.5 14 2 11.5 5.5 8 2 4.5z",
    "p": "M8 2l6 4.4-2.3 7.1H4.3L2 6.4z",
    "*": "M8 1.5l1.9 4.4 4.6.4-3.5 3.1 1 4.6L8 11.6 4 14l1-4.6L1.500 6.300l4.600-.4z",
}


def symbol(colour: str, marker: str) -> object:
    """An svg element that shows a route's colour and marker (matplotlib's name for it)."""
    svg = document.createElementNS(SVG, "svg")
    svg.setAttribute("viewBox", "0 0 16 16")
    svg.setAttribute("class", "symbol")
    svg.setAttribute("aria-hidden", "true")
    path = document.createElementNS(SVG, "path")
    path.setAttribute("d", PATHS.get(marker, PATHS["o"]))
    path.setAttribute("fill", colour)
    svg.append(path)
    return svg
