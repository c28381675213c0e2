"""The exercises are complete in both languages, and their solutions are right."""

from dataclasses import replace
from inspect import signature

import pytest

from lesson import EXERCISES, diagnose
from lesson.examination import float_trials
from lesson.exercise import Exercise, Probe
from lesson.trial import first_difference, trace_of
from sandbox import run
from visualizer.optimizers import OPTIMIZERS

exercises = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
# Those of the slides; others may stand before, between and behind them.
DECK = ["sgd", "momentum"]
languages = pytest.mark.parametrize("language", ["ja", "en"])


def test_order_of_the_lesson():
    assert [key for key in EXERCISES if key in DECK] == DECK
    assert all(OPTIMIZERS[e.class_name] is e.reference for e in EXERCISES.values())


@exercises
def test_solution_is_right(exercise):
    assert diagnose(exercise.solution, exercise).right


@exercises
@languages
def test_skeleton_runs_and_does_nothing_yet(exercise, language):
    skeleton = exercise.skeleton[language]
    assert run(skeleton).fault is None
    diagnosis = diagnose(skeleton, exercise)
    assert not diagnosis.right and diagnosis.mistake == "nothing_changes"


@exercises
def test_skeletons_differ_in_their_comment_only(exercise):
    def lines(text):
        return [line for line in text.splitlines() if "#" not in line]

    assert lines(exercise.skeleton["ja"]) == lines(exercise.skeleton["en"])
    told = "the comment of a skeleton is to be ここを考えよう！ or English, after a # of its own"
    assert "# ここを考えよう！" in exercise.skeleton["ja"], told
    assert exercise.skeleton["en"].isascii(), told


@exercises
@languages
def test_solution_keeps_the_beginning_of_the_skeleton(exercise, language):
    beginning = exercise.skeleton[language].split("        #")[0]
    told = "the solution is to begin as the skeleton does, up to the line of its comment"
    assert exercise.solution.startswith(beginning), told


@exercises
@languages
def test_three_hints_that_do_not_give_the_answer_away(exercise, language):
    hints = exercise.hints[language]
    assert len(hints) == len(set(hints)) == 3, "an exercise has three hints, each of its own"
    assert all(hint.isascii() is False for hint in hints) or language == "en"
    for line in exercise.solution.splitlines():
        if "=" in line.split("#")[0] and "grads" in line:
            assert not any(line.strip() in hint for hint in hints)


@exercises
def test_hyperparameters_are_those_of_the_reference(exercise):
    assert set(exercise.hyperparameters) <= set(signature(exercise.reference).parameters)


@exercises
def test_defaults_of_skeleton_and_solution_are_those_of_the_library(exercise):
    told = (
        "skeleton and solution are to have the library's defaults of the exercise's hyperparameters"
    )
    for code in (*exercise.skeleton.values(), exercise.solution):
        given = defaults(run(code).namespace[exercise.class_name])
        assert given == {name: defaults(exercise.reference).get(name) for name in given}, told
        assert set(given) >= set(exercise.hyperparameters), told


def defaults(cls):
    return {name: item.default for name, item in signature(cls).parameters.items()}


def test_sgd_begins_as_on_the_slide():
    assert "def __init__(self, lr=0.1):" in EXERCISES["sgd"].skeleton["ja"]


@exercises
def test_probes_show_every_hyperparameter(exercise):
    """An answer that does not use it, but the reference's default, goes another way."""
    for name in exercise.hyperparameters:
        default = signature(exercise.reference).parameters[name].default
        for trial in float_trials(exercise):
            right = trace_of(exercise.reference(**trial.hyperparameters), trial)
            given = {**trial.hyperparameters, name: default}
            other = trace_of(exercise.reference(**given), trial)
            told = f"no walk of the probe on {trial.field.key} shows that {name} is not used"
            assert first_difference(other, right), told


@exercises
@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("hyperparameters", {"speed": 1.0}, "speed"),
        ("hyperparameters", None, "lacks hyperparameters"),
        ("reference", None, "lacks reference"),
        ("skeleton", {"ja": "class SGD: pass"}, "lacks skeleton in 'en'"),
        ("hints", {"en": ["Think."]}, "lacks hints in 'ja'"),
        ("hints", {"en": "Think.", "ja": ["考えよう。"]}, "hints in 'en' 'Think.', where"),
        ("hints", {"en": ["Think."], "ja": ["考えよう。"] * 2}, "as many hints in each language"),
        ("solution", "pass", "solution"),
        ("solution", "", "lacks solution"),
        ("probes", None, "lacks probes"),
        ("probes", (), "two landscapes"),
        ("probes", Probe("bowl", (1, 2), {}), "probes Probe"),
    ],
)
def test_an_exercise_that_lacks_something_says_what(exercise, field, value, word):
    with pytest.raises(ValueError, match=rf"^The exercise '{exercise.key}'.*{word}.*\.$"):
        replace(exercise, **{field: value})


@exercises
def test_probes_of_wrong_fields_or_names_are_told(exercise):
    first, *others = exercise.probes
    by_default = {name: defaults(exercise.reference)[name] for name in exercise.hyperparameters}
    for wrong, word in (
        (replace(first, field="moon"), "moon"),
        (replace(first, hyperparameters={"lr": 1.0, "speed": 2.0}), "values"),
        (replace(first, start=(2.0, -2.0)), "probe on .* must start where"),
        (replace(first, hyperparameters=by_default), "probe on .* another value than its default"),
    ):
        with pytest.raises(ValueError, match=word):
            replace(exercise, probes=(wrong, *others))
    with pytest.raises(ValueError, match="different values"):
        replace(exercise, probes=(first, replace(first, field="bowl")))


@exercises
def test_an_exercise_can_begin_without_mistakes(exercise):
    parts = {name: part for name, part in vars(exercise).items() if name != "mistakes"}
    assert Exercise(**parts).mistakes == {}
