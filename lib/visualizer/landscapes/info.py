"""What the page says of a landscape, beside it. Plain Python."""

from visualizer.landscapes.landscape import Landscape
from visualizer.registry import MISSING, check_complete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Words


class LandscapeInfo:
    """The record of a landscape; an incomplete one raises ValueError.

    landscape: the Landscape. Its key is the record's key.
    title: its name in words, {"ja": …, "en": …}.
    rates: {optimizer's name: learning rate} with which a walk from its start is instructive within
        30 steps; methods without one go by their default.
    """

    def __init__(
        self,
        landscape: Landscape,
        title: "Words" = MISSING,
        rates: "dict[str, float] | None" = None,
    ) -> None:
        if not isinstance(landscape, Landscape):
            raise ValueError(f"A LandscapeInfo is given {landscape!r}, which is no Landscape.")
        self.key, self.landscape = landscape.key, landscape
        self.title, self.rates = title, rates or {}
        check_complete("The landscape " + repr(self.key), title=title)
