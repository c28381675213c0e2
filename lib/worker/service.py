"""What the page may ask of the worker. A request is JSON; an answer is a list, first item JSON."""

import json

from visualizer.figures.style import route_style
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS
from worker import pixels
from worker.scene import scene_of
from worker.walking import tell, underfoot, walk


class Walks:
    """The last walk asked for, so that playing it or turning the field does not walk again."""

    def __init__(self):
        self.request, self.routes = None, []

    def routes_for(self, request):
        """(routes, whether they are new) of a walk request; None asks for no routes."""
        if request == self.request:
            return self.routes, False
        self.routes = walk(request) if request else []
        self.request = request
        return self.routes, True


_walks = Walks()


def show(text):
    """A picture of the field with its routes, and the routes themselves if they are new."""
    request = json.loads(text)
    routes, new = _walks.routes_for(request["walk"])
    scene = _scene(request["scene"])
    answer = {
        "width": scene.size[0],
        "height": scene.size[1],
        "routes": [tell(route) for route in routes] if new and request["walk"] else None,
        "underfoot": underfoot(request["walk"]) if new and request["walk"] else None,
    }
    buffer = scene.pixels([(route, *_style(route)) for route in routes], request["moment"])
    return [json.dumps(answer), pixels.to_page(buffer)]


def _scene(asked):
    return scene_of(
        field=LANDSCAPES[asked["landscape"]],
        view=asked["view"],
        size=tuple(asked["size"]),
        ratio=asked["ratio"],
        axes=tuple(asked["axes"]),
        theme=asked["theme"],
        turn=tuple(asked["turn"]),
        xlim=tuple(asked["xlim"]),
        ylim=tuple(asked["ylim"]),
    )


def _style(route):
    return route_style(list(OPTIMIZERS).index(route.name))
