"""Where the field lies on the canvas: pixels to field coordinates and back."""

from math import ceil, floor, log10

# Room for tick labels and axis names around the axes, in CSS pixels: left, right, top, bottom.
MARGINS = (62, 16, 14, 46)


class Plane:
    """The axes rectangle on a canvas, and the part of the field that it shows.

    width, height: size of the canvas in CSS pixels. xlim, ylim: bounds of the field. One unit is
    as long along x as along y, so that -grad f is seen at right angles to the contour lines; the
    side with room to spare shows more of the field than its bounds.
    """

    def __init__(self, width: float, height: float, xlim: tuple, ylim: tuple) -> None:
        left, right, top, bottom = MARGINS
        self.width, self.height = width, height
        self.left, self.top = left, top
        self.inner_width = max(width - left - right, 1)
        self.inner_height = max(height - top - bottom, 1)
        self.unit = max(
            (xlim[1] - xlim[0]) / self.inner_width, (ylim[1] - ylim[0]) / self.inner_height
        )
        self.xlim = _stretch(xlim, self.inner_width * self.unit)
        self.ylim = _stretch(ylim, self.inner_height * self.unit)

    @property
    def digits(self) -> int:
        """Decimals that tell neighbouring pixels apart, and no more."""
        return max(0, ceil(-log10(self.unit)))

    def to_field(self, px: float, py: float) -> tuple:
        """Field coordinates of a pixel, rounded to what a pixel can tell."""
        x = self.xlim[0] + (px - self.left) * self.unit
        y = self.ylim[1] - (py - self.top) * self.unit
        return round(x, self.digits) + 0.0, round(y, self.digits) + 0.0

    def to_pixel(self, x: float, y: float) -> tuple:
        return (
            self.left + (x - self.xlim[0]) / self.unit,
            self.top + (self.ylim[1] - y) / self.unit,
        )

    def holds(self, px: float, py: float) -> bool:
        """Whether a pixel is inside the axes."""
        return 0 <= px - self.left <= self.inner_width and 0 <= py - self.top <= self.inner_height

    def rectangle(self) -> list:
        """The axes as matplotlib wants them: left, bottom, width, height as parts of the figure."""
        bottom = self.height - self.top - self.inner_height
        return [
            self.left / self.width,
            bottom / self.height,
            self.inner_width / self.width,
            self.inner_height / self.height,
        ]

    def nudge(self) -> float:
        """A small step in field units for the keyboard: a round number near four pixels."""
        rough = 4 * self.unit
        power = 10 ** floor(log10(rough))
        return min((1, 2, 5, 10), key=lambda n: abs(n * power - rough)) * power


def _stretch(limits: tuple, span: float) -> tuple:
    """Limits of the given span around the same middle."""
    middle = (limits[0] + limits[1]) / 2
    return middle - span / 2, middle + span / 2
