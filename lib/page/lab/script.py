"""A setup as a Python program that walks the same and draws it with the library.

Nothing that was typed or came by a link gets into it as it is: formulas are written anew from what
was understood of them, and a student's code stands in a string.
"""

from page.state.catalogue import Catalogue
from page.state.setup import TYPED_FIELD, settings
from protocol.names import ARROWS, STUDENT, SURFACE
from visualizer.formula import parse

HEAD = '''"""A walk. Needs the library: run "pip install ." in this project's folder."""

from matplotlib import pyplot
from visualizer import {names}
'''

LANDSCAPES = "from visualizer.landscapes import LANDSCAPES\n"
OPTIMIZERS = "from visualizer.optimizers import {names}\n"
STUDENT_MODULE = '''import types

student = types.ModuleType("student")
exec("""
{code}
""", vars(student))

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


def script(setup: dict, catalogue: Catalogue) -> str:
    """The program as text, for a setup with a start (see page.state.setup)."""
    student, moment = setup["student"], setup["moment"]
    entries = [_entry(name, name, settings(setup, catalogue, name)) for name in setup["methods"]]
    if student:
        entries.append(_entry(STUDENT, "student." + student["class"], student["hyper"]))
    typed, methods = setup["landscape"] == TYPED_FIELD, ", ".join(setup["methods"])
    text = HEAD.format(names="Adventurer, Field" if typed else "Adventurer")
    text += "" if typed else LANDSCAPES
    text += (OPTIMIZERS.format(names=methods) if methods else "") + "\n"
    text += parse(setup["formula"]["text"]).program + "\n\n" if typed else ""
    text += _student_module(student) if student else ""
    return text + BODY.format(
        field=_field(setup),
        methods="".join(entries),
        x=repr(setup["start"][0]),
        y=repr(setup["start"][1]),
        steps=setup["steps"],
        moment="" if moment is None else ".points[: {}]".format(moment + 1),
        plot=_plot(setup["view"]),
    )


def _entry(name: str, maker: str, hyper: dict) -> str:
    arguments = ", ".join("{}={}".format(key, repr(hyper[key])) for key in sorted(hyper))
    return '    "{}": {}({}),\n'.format(name, maker, arguments)


def _student_module(student: dict) -> str:
    """The student's code as a module of its own, where its class hides none of the library's."""
    code = student["code"].replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return STUDENT_MODULE.format(code=code)


def _field(setup: dict) -> str:
    if setup["landscape"] != TYPED_FIELD:
        return 'LANDSCAPES["{}"]'.format(setup["landscape"])
    xlim, ylim = (tuple(setup["formula"][name]) for name in ("xlim", "ylim"))
    return "Field(f, {}, {}, grad=grad)".format(xlim, ylim)


def _plot(view: str) -> str:
    if view == SURFACE:
        return "field.plot_surface(route=routes)"
    return "field.plot(route=routes, arrows={})".format(view == ARROWS)
