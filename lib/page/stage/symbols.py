"""The markers of routes, in matplotlib's shapes: in legends outside the figure, and on routes."""

from pyscript import document

SVG = "http://www.w3.org/2000/svg"

# matplotlib's name → the outline of a marker of size 1 around (0, 0), y pointing down. Source:
# matplotlib.markers; a triangle, square or cross is as wide as a circle of that size.
PATHS = {
    "o": "M.5 0A.5 .5 0 1 1 -.5 0A.5 .5 0 1 1 .5 0z",
    "s": "M-.5 .5L.5 .5L.5 -.5L-.5 -.5z",
    "^": "M0 -.5L-.5 .5L.5 .5z",
    "v": "M0 .5L-.5 -.5L.5 -.5z",
    "D": "M0 .7071L.7071 0L0 -.7071L-.7071 0z",
    "P": "M-.1667 .5H.1667V.1667H.5V-.1667H.1667V-.5H-.1667V-.1667H-.5V.1667H-.1667z",
    "X": "M-.25 .5L0 .25L.25 .5L.5 .25L.25 0L.5 -.25L.25 -.5L0 -.25L-.25 -.5L-.5 -.25L-.25 0"
    "L-.5 .25z",
    "p": "M0 -.5L-.4755 -.1545L-.2939 .4045L.2939 .4045L.4755 -.1545z",
    "*": "M0 -.5L-.1123 -.1545L-.4755 -.1545L-.1816 .059L-.2939 .4045L0 .191L.2939 .4045"
    "L.1816 .059L.4755 -.1545L.1123 -.1545z",
}


def outline(marker: str) -> str:
    """A marker's outline as SVG writes paths; those that are not known are circles."""
    return PATHS.get(marker, PATHS["o"])


def symbol(colour: str, marker: str) -> object:
    """An svg element that shows a route's colour and marker (matplotlib's name for it)."""
    svg = document.createElementNS(SVG, "svg")
    svg.setAttribute("viewBox", "-.8 -.8 1.6 1.6")
    svg.setAttribute("class", "symbol")
    svg.setAttribute("aria-hidden", "true")
    path = document.createElementNS(SVG, "path")
    path.setAttribute("d", outline(marker))
    path.setAttribute("fill", colour)
    svg.append(path)
    return svg
