"""The current picture as a Python program that draws the same with the library."""

from page.state import OWN_FIELD, settings

HEAD = '''"""A walk. Needs the folder "visualizer" of this project beside it."""

from matplotlib import pyplot
from visualizer import {names}
'''

LANDSCAPES = "from visualizer.landscapes import LANDSCAPES\n\n"
FUNCTIONS = "from numpy import abs, cos, cosh, e, exp, log, pi, sin, sinh, sqrt, tan, tanh\n\n"

OWN = '''import types

own = types.ModuleType("own")
exec("""
{code}
""", vars(own))

'''

BODY = """field = {field}
routes = {{}}
for name, method in {{
{methods}}}.items():
    adventurer = Adventurer({x}, {y})
    routes[name] = adventurer.optimize(field, method, steps={steps}, name=name){moment}

{plot}
pyplot.show()
"""


def script(picture, catalogue):
    """The program as text, for a picture (see page.state) with a start."""
    own = picture["own"]
    entries = [
        _entry(name, name, settings(picture, catalogue, name)) for name in picture["methods"]
    ]
    if own:
        entries.append(_entry("You", "own." + own["class"], own["hyper"]))
    moment = picture["moment"]
    own_field = picture["landscape"] == OWN_FIELD
    names = ["Adventurer"] + (["Field"] if own_field else []) + picture["methods"]
    text = HEAD.format(names=", ".join(names)) + (FUNCTIONS if own_field else LANDSCAPES)
    text += _own_class(own) if own else ""
    return text + BODY.format(
        field=_field(picture),
        methods="".join(entries),
        x=repr(picture["start"][0]),
        y=repr(picture["start"][1]),
        steps=picture["steps"],
        moment="" if moment is None else ".points[: {}]".format(moment + 1),
        plot=_plot(picture["view"]),
    )


def _entry(name, maker, hyper):
    arguments = ", ".join("{}={}".format(key, repr(hyper[key])) for key in sorted(hyper))
    return '    "{}": {}({}),\n'.format(name, maker, arguments)


def _own_class(own):
    """The student's code as a module of its own, where its class hides none of the library's."""
    return OWN.format(code=own["code"].replace("\\", "\\\\").replace('"""', '\\"\\"\\"'))


def _field(picture):
    if picture["landscape"] != OWN_FIELD:
        return 'LANDSCAPES["{}"]'.format(picture["landscape"])
    formula = picture["formula"]
    limits = "{}, {}".format(tuple(formula["xlim"]), tuple(formula["ylim"]))
    return "Field(lambda x, y: {} + 0 * x, {})".format(formula["text"], limits)


def _plot(view):
    if view == "surface":
        return "field.plot_surface(route=routes)"
    return "field.plot(route=routes, arrows={})".format(view == "arrows")
