"""The exercises are complete in both languages, and their solutions are right."""

import pytest

from lesson import EXERCISES, diagnose
from sandbox import run
from visualizer.optimizers import OPTIMIZERS, hyperparameters

exercises = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
languages = pytest.mark.parametrize("language", ["ja", "en"])


def test_order_of_the_lesson():
    assert list(EXERCISES) == ["sgd", "momentum"]
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
    assert "ここを考えよう！" in exercise.skeleton["ja"]
    assert exercise.skeleton["en"].isascii()


@exercises
@languages
def test_solution_keeps_the_beginning_of_the_skeleton(exercise, language):
    beginning = exercise.skeleton[language].split("        #")[0]
    assert exercise.solution.startswith(beginning)


@exercises
@languages
def test_three_hints_that_do_not_give_the_answer_away(exercise, language):
    hints = exercise.hints[language]
    assert len(hints) == len(set(hints)) == 3
    assert all(hint.isascii() is False for hint in hints) or language == "en"
    for line in exercise.solution.splitlines():
        if "=" in line.split("#")[0] and "grads" in line:
            assert not any(line.strip() in hint for hint in hints)


@exercises
def test_hyperparameters_are_those_of_the_reference(exercise):
    names = [name for name, _, _ in hyperparameters(exercise.reference)]
    assert list(exercise.hyperparameters) == names
