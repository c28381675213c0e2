"""Well-known fields, one file each. A new file in this folder with a Landscape is all one needs."""

import importlib
import pkgutil

from visualizer.landscapes.landscape import Landscape

__all__ = ["LANDSCAPES", "Landscape"]


def _found():
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for item in vars(importlib.import_module(module.name)).values():
            if isinstance(item, Landscape):
                yield item


LANDSCAPES = {
    landscape.key: landscape
    for landscape in sorted(_found(), key=lambda landscape: landscape.teaching_order)
}
"""Key → landscape, in the order in which they are taught."""
