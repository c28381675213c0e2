"""Every wrong argument gets one sentence, in the reader's language, that says what to do."""

import copy
import multiprocessing
import os
import re
import string
import subprocess
import sys
from pickle import dumps, loads

import numpy as np
import pytest

import visualizer
from visualizer import (
    SGD,
    AdaGrad,
    Adam,
    Adventurer,
    Field,
    Momentum,
    RMSprop,
    Route,
    VisualizerError,
    set_language,
)
from visualizer.formula import FormulaError
from visualizer.landscapes import LANDSCAPES
from visualizer.messages import MESSAGES, described

FIELD = Field(lambda x, y: x**2 + y**2, (-1, 1), (-1, 1))
NAN, INFINITY = float("nan"), float("inf")


class Method:
    """A method whose update is a given function of params and grads."""

    def __init__(self, update):
        self.change = update

    def update(self, params, grads):
        return self.change(params, grads)


class WithoutUpdate:
    pass


class UpdateIsNoFunction:
    update = 0.1


class UpdateOfOne:
    def update(self, params):
        pass


class UpdateWithoutSelf:
    def update(params, grads):
        pass


def field(f=lambda x, y: x, xlim=(-1, 1), ylim=(-1, 1), grad=None):
    return lambda: Field(f, xlim, ylim, grad=grad)


def grad(function):
    return field(grad=function)


def walk(method, steps=3, on=FIELD):
    return lambda: Adventurer(0.5, 0.5).optimize(on, method, steps=steps)


def update(function):
    return walk(Method(function))


def start(x, y=0.0):
    return lambda: Adventurer(x, y)


def stepped(value):
    """A method that puts a value into params["x"]."""
    return update(lambda params, grads: params.update(x=value))


def optimized(*arguments, **named):
    return lambda: Adventurer(0.5, 0.5).optimize(*arguments, **named)


def on_flat_axes():
    from matplotlib.figure import Figure

    FIELD.plot_surface(ax=Figure().add_subplot())


# Calls that Python itself would call a TypeError.
MISFITS = [
    ("call.missing", "f, xlim, ylim", lambda: Field()),
    ("call.missing", "xlim, ylim", lambda: Field(abs)),
    ("call.missing", "ylim", lambda: Field(abs, (-1, 1))),
    ("call.missing", "xlim", lambda: Field(abs, ylim=(-1, 1))),
    ("call.missing", "x, y", lambda: Adventurer()),
    ("call.missing", "y", lambda: Adventurer(1)),
    ("call.missing", "y", lambda: Adventurer((1, 2))),
    ("call.missing", "field, method", optimized()),
    ("call.missing", "method", optimized(FIELD)),
    ("call.missing", "method", lambda: Adventurer(0.5, 0.5).walk(FIELD, steps=3)),
    ("call.missing", "points", lambda: Route()),
    ("call.unknown", "gradient", lambda: Field(abs, (-1, 1), (-1, 1), gradient=abs)),
    ("call.unknown", "z", lambda: Adventurer(1, 2, z=3)),
    ("call.unknown", "step", optimized(FIELD, SGD(), step=5)),
    ("call.unknown", "arrow", lambda: FIELD.plot(arrow=True)),
    ("call.unknown", "arrows", lambda: FIELD.plot_surface(arrows=True)),
    ("call.unknown", "arrow", lambda: LANDSCAPES["bowl"].plot(arrow=True)),
    ("call.unknown", "arrows", lambda: LANDSCAPES["bowl"].plot_surface(arrows=True)),
    ("call.unknown", "label", lambda: Route([(0, 0)], label="SGD")),
    ("call.many", "x, y", lambda: Adventurer(1, 2, 3)),
    ("call.many", "f, xlim, ylim", lambda: Field(abs, (-1, 1), (-1, 1), abs)),
    ("call.many", "field, method", optimized(FIELD, SGD(), 30)),
    ("call.twice", "x", lambda: Adventurer(1, x=2)),
]

WRONG = [
    *((key, wrong) for key, _, wrong in MISFITS),
    ("power", field(lambda x, y: x ^ 2 + y ^ 2)),
    ("power", field(lambda x, y: x**2 + (y ^ 2))),
    ("power", grad(lambda x, y: (2 * x ^ 1, y))),
    ("f.callable", field(3)),
    ("f.callable", field("x**2 + y**2")),
    ("f.callable", field(None)),
    ("f.arguments", field(lambda x: x)),
    ("f.arguments", field(lambda x, y, z: x)),
    ("f.arguments", field(lambda: 1.0)),
    ("f.value", field(lambda x, y: None)),
    ("f.value", field(lambda x, y: "3")),
    ("f.value", field(lambda x, y: 1j * x)),
    ("f.value", field(lambda x, y: (x, y))),
    ("f.value", field(lambda x, y: [x])),
    ("f.value", field(lambda x, y: np.array([x, y]))),
    ("f.value", field(lambda x, y: x > 0)),
    ("f.value", field(lambda x, y: lambda x: x)),
    ("undefined", field(lambda x, y: x / 0)),
    ("undefined", field(lambda x, y: np.log(x - 1000))),
    ("undefined", field(lambda x, y: NAN)),
    ("undefined", grad(lambda x, y: (NAN, NAN))),
    ("grad.callable", grad((0, 0))),
    ("grad.arguments", grad(lambda x: (x, x))),
    ("grad.value", grad(lambda x, y: x)),
    ("grad.value", grad(lambda x, y: None)),
    ("grad.value", grad(lambda x, y: (x, y, 0.0))),
    ("grad.value", grad(lambda x, y: (x, None))),
    ("grad.value", grad(lambda x, y: "xy")),
    ("limits", field(xlim=(1, 1))),
    ("limits", field(xlim=(1, -1))),
    ("limits", field(ylim=(1, -1))),
    ("limits", field(xlim=(0, 1, 2))),
    ("limits", field(xlim=5)),
    ("limits", field(xlim=None)),
    ("limits", field(xlim="12")),
    ("limits", field(xlim=(NAN, 1))),
    ("limits", field(ylim=(0, INFINITY))),
    ("limits", field(ylim=(None, 1))),
    ("limits", field(ylim=(0, 1j))),
    ("limits", lambda: FIELD.with_limits((1, 0), (0, 1))),
    ("start", start(NAN)),
    ("start", start(0, INFINITY)),
    ("start", start("0")),
    ("start", start(None)),
    ("start", start(1j)),
    ("start", start((0, 0))),
    ("start", start(True)),
    ("start", start(10**400)),
    ("steps", walk(SGD(), steps=-1)),
    ("steps", walk(SGD(), steps=2.5)),
    ("steps", walk(SGD(), steps=3.0)),
    ("steps", walk(SGD(), steps="3")),
    ("steps", walk(SGD(), steps=None)),
    ("steps", walk(SGD(), steps=True)),
    ("field.type", walk(SGD(), on=lambda x, y: x)),
    ("field.type", walk(FIELD, on=SGD())),
    ("method.class", walk(SGD)),
    ("method.class", walk(WithoutUpdate)),
    ("method.update", walk(WithoutUpdate())),
    ("method.update", walk(UpdateIsNoFunction())),
    ("method.update", walk(None)),
    ("method.update", walk(lambda params, grads: None)),
    ("update.arguments", walk(UpdateOfOne())),
    ("update.arguments", walk(UpdateWithoutSelf())),
    ("hyper.number", lambda: SGD("a")),
    ("hyper.number", lambda: SGD(None)),
    ("hyper.number", lambda: SGD([0.1])),
    ("hyper.number", lambda: SGD({})),
    ("hyper.number", lambda: Momentum(momentum="a")),
    ("hyper.number", lambda: AdaGrad(eps=1j)),
    ("hyper.number", lambda: Adam(beta1="a")),
    ("hyper.fraction", lambda: Adam(beta1=1)),
    ("hyper.fraction", lambda: Adam(beta2=1.0)),
    ("hyper.fraction", lambda: Adam(beta1=-0.1)),
    ("hyper.number", lambda: SGD(NAN)),
    ("hyper.number", lambda: Momentum(lr=-INFINITY)),
    ("hyper.number", lambda: RMSprop(decay_rate=NAN)),
    ("hyper.fraction", lambda: RMSprop(decay_rate=1.5)),
    ("update.returned", update(lambda params, grads: dict.fromkeys(params, 0.0))),
    ("update.returned", update(lambda params, grads: (0.0, 0.0))),
    ("update.dropped", update(lambda params, grads: params.clear())),
    ("update.dropped", update(lambda params, grads: params.update(z=params.pop("y")))),
    ("update.value", stepped(None)),
    ("update.value", stepped("1.0")),
    ("update.value", stepped(1j)),
    ("update.value", stepped(True)),
    ("update.value", stepped([1.0])),
    ("update.value", stepped(np.zeros(2))),
    ("route.shape", lambda: FIELD.plot(route=3)),
    ("route.shape", lambda: FIELD.plot(route=[])),
    ("route.shape", lambda: FIELD.plot(route=[1, 2, 3])),
    ("route.shape", lambda: FIELD.plot(route={"a": [(0, 0, 0)]})),
    ("route.shape", lambda: FIELD.plot_surface(route="north")),
    ("route.shape", lambda: Route([])),
    ("route.points", lambda: Route([1, 2, 3])),
    ("route.points", lambda: Route(3)),
    ("route.points", lambda: Route("north")),
    ("route.points", lambda: Route([(0, 0), (1,)])),
    ("route.points", lambda: Route([(0, 0, 0)])),
    ("route.losses", lambda: Route([(0, 0)], [None, "a"])),
    ("route.losses", lambda: Route([(0, 0)], [[1.0]])),
    ("route.gradients", lambda: Route([(0, 0)], [1.0], [1.0])),
    ("route.parts", lambda: Route([(0, 0)], [1.0, 2.0])),
    ("route.parts", lambda: Route([(0, 0), (1, 1)], [1.0, 2.0], [(0, 0)])),
    ("route.reason", lambda: Route([(0, 0)], reason="tired")),
    ("theme", lambda: FIELD.plot(theme="blue")),
    ("resolution", lambda: FIELD.plot(resolution=1)),
    ("resolution", lambda: FIELD.plot(resolution=(9, 9, 9))),
    ("resolution", lambda: FIELD.plot_surface(resolution=(9, 2.5))),
    ("resolution", lambda: FIELD.plot_surface(resolution="fine")),
    ("theme", lambda: FIELD.plot_surface(theme=0)),
    ("ax.flat", on_flat_axes),
    ("ax", lambda: FIELD.plot(ax=3)),
    ("aspect", lambda: FIELD.plot(aspect="wide")),
    ("levels", lambda: FIELD.plot(levels=0)),
    ("cmap", lambda: FIELD.plot(cmap="nonsense")),
    ("norm", lambda: FIELD.plot_surface(norm="nonsense")),
    ("language", lambda: set_language("fr")),
    ("language", lambda: set_language(None)),
]


@pytest.fixture(autouse=True)
def no_pyplot():
    """Figures without pyplot, so that none is left open."""
    from matplotlib.figure import Figure

    from visualizer.figures import canvas

    before = canvas.figure_factory
    canvas.use_factory(Figure)
    yield
    canvas.use_factory(before)


@pytest.mark.parametrize(("key", "wrong"), WRONG)
def test_wrong_arguments_are_explained(key, wrong):
    with pytest.raises(VisualizerError) as caught:
        wrong()
    error = caught.value
    assert error.key == key
    assert isinstance(error, ValueError)
    for language, end in (("ja", ("。",)), ("en", (".",))):
        sentence = error.message(language)
        assert sentence.endswith(end) and len(sentence) < 160
        assert "{" not in sentence.replace(str(error.values.get("given")), "")


@pytest.mark.parametrize(("key", "names", "wrong"), MISFITS)
def test_a_call_that_does_not_fit_names_the_arguments_and_is_a_type_error_too(key, names, wrong):
    with pytest.raises(TypeError) as caught:
        wrong()
    for language in ("ja", "en"):
        assert re.search(rf"\b{names}\b", caught.value.message(language), re.ASCII)
    twin = loads(dumps(caught.value))
    assert type(twin) is type(caught.value) and str(twin) == str(caught.value)


def test_a_type_error_from_further_within_is_shown_as_it_is():
    def f(x, y):
        return len(x)

    with pytest.raises(TypeError) as caught:
        Field(f, (-1, 1), (-1, 1))
    assert not isinstance(caught.value, VisualizerError)


def test_every_sentence_is_provoked_by_some_wrong_argument():
    """Those of typed formulas are provoked in test_formula.py, warnings in test_comparison.py."""
    others = {key for key in MESSAGES if not key.startswith("formula.")}
    assert {key for key, _ in WRONG} | {"grad.sign", "grad.differs"} == others


def test_an_error_explains_itself_in_both_languages():
    error = VisualizerError("steps", given="-1")
    assert error.explanation == {"ja": error.message("ja"), "en": error.message("en")}
    assert (error.key, error.values) == ("steps", {"given": "-1"})


def refused(number):
    raise FormulaError("formula.long", longest=200, length=number)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda e: loads(dumps(e))])
@pytest.mark.parametrize("kind", [VisualizerError, FormulaError])
def test_an_error_can_be_copied_and_sent_to_another_process(copied, kind):
    error = kind("steps", given="-1")
    twin = copied(error)
    assert type(twin) is kind and isinstance(twin, ValueError)
    assert (twin.key, twin.values, str(twin)) == (error.key, error.values, str(error))


@pytest.mark.skipif(sys.platform == "emscripten", reason="a browser starts no processes")
def test_a_pool_of_processes_hands_the_sentence_on():
    new_process = multiprocessing.get_context("spawn").Pool(1)
    with new_process as pool, pytest.raises(FormulaError) as caught:
        pool.apply_async(refused, (300,)).get(timeout=60)
    assert "300" in str(caught.value)


def test_the_repr_of_an_error_holds_its_sentence():
    error = VisualizerError("steps", given="-1")
    assert repr(error) == f"VisualizerError({str(error)!r})"
    assert repr(FormulaError("formula.empty")).startswith("FormulaError('The formula is empty")


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_say_the_same(key):
    japanese, english = MESSAGES[key]
    assert blanks(japanese) == blanks(english)
    assert re.search("です|ます|ください", japanese)
    assert english.isascii() or "∂" in english


def blanks(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_caret_is_explained():
    with pytest.raises(VisualizerError) as caught:
        Field(lambda x, y: x ^ 2 + y ^ 2, (-1, 1), (-1, 1))
    wanted = "Replace ^ by ** in the function f: Python writes a power as x**2."
    assert caught.value.message("en") == wanted
    assert "関数 f の中の ^ を **" in caught.value.message("ja")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "steps には 0 以上の整数を渡してください（今は -1 です）。"),
        ("en", "Give steps as a whole number of 0 or more, not -1."),
    ],
)
def test_the_chosen_language_is_spoken(language, sentence):
    set_language(language)
    with pytest.raises(VisualizerError) as caught:
        Adventurer(0, 0).optimize(FIELD, SGD(), steps=-1)
    assert str(caught.value) == sentence
    set_language("en")


@pytest.mark.skipif(sys.platform == "emscripten", reason="a browser starts no processes")
@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_at_first_the_language_is_the_systems(environment, language):
    library = os.path.dirname(os.path.dirname(visualizer.__file__))
    clean = {key: value for key, value in os.environ.items() if key[:2] != "LC" and key != "LANG"}
    program = "from visualizer import *; print(ascii(str(VisualizerError('ax.flat'))))"
    command = [sys.executable, "-c", program]
    where = {**clean, **environment, "PYTHONPATH": library}
    said = subprocess.run(command, env=where, capture_output=True, text=True, check=True).stdout
    assert said.strip() == ascii(VisualizerError("ax.flat").message(language))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (3.0, "3.0"),
        ("text", "'text'"),
        (blanks, "blanks"),
        (SGD, "SGD"),
        (WithoutUpdate(), "WithoutUpdate"),
        (UpdateOfOne().update, "update"),
        (np.float64(0.5), "0.5"),
        (np.zeros((2, 2)), "array([[0., 0.], [0., 0.]])"),
        (list(range(100)), repr(list(range(100)))[:59] + "…"),
    ],
)
def test_values_are_told_briefly_and_on_one_line(value, name):
    assert described(value) == name
