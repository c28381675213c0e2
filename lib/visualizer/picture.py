"""The small picture that Jupyter shows of a field."""

import io
from typing import Any

# Inches, dots an inch, and the points that are enough for so few dots: a slow f is quick, too.
SIZE, DOTS, POINTS = (3.2, 2.4), 100, 61


def small_png(field: Any) -> bytes:
    """A field's contour lines as a PNG image.

    field: a Field or a Landscape.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=SIZE, dpi=DOTS, layout="constrained")
    field.plot(ax=figure.add_subplot(), resolution=POINTS)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()
