"""The known mistakes: all are told, all are seen in a submission, none is right."""

from string import Formatter

import pytest
from submissions.adam import WRONG as WRONG_ADAM
from submissions.remarked import REMARKED
from submissions.wrong_momentum import WRONG as WRONG_MOMENTUM
from submissions.wrong_sgd import WRONG as WRONG_SGD

from lesson import EXERCISES
from lesson.examination import float_trials
from lesson.mistakes import keys
from lesson.sentences import SENTENCES
from lesson.trial import first_difference, follows, record, trace_of

UNNAMED = {"right", "different", "different_later"}
KEYS = [key for key in SENTENCES.table if not key.endswith(".nudge")]
MISTAKES = {key for key in KEYS if not key.startswith("remark.")} - UNNAMED


def makers(exercise):
    """(mistake, hyperparameters → optimizer) of all mistakes that need no estimate."""
    for mistake, made in exercise.mistakes.items():
        yield from ((mistake, make) for make in made)
    for mistake, classes in keys.MISTAKES.items():
        for cls in classes:
            yield mistake, lambda given, cls=cls: cls(exercise.reference(**given))


CASES = [
    pytest.param(exercise, make, id=f"{exercise.key}: {mistake} {number}")
    for exercise in EXERCISES.values()
    for number, (mistake, make) in enumerate(makers(exercise))
    # SGD has no state that could be shared.
    if (exercise.key, mistake) != ("sgd", "state_shared_keys")
]


@pytest.mark.parametrize(("exercise", "make"), CASES)
def test_mistakes_walk_another_way(exercise, make):
    for trial in float_trials(exercise):
        right = trace_of(exercise.reference(**trial.hyperparameters), trial)
        wrong, gradients = [], []
        record(make(trial.hyperparameters), trial, wrong, gradients)
        assert first_difference(wrong, right) in (1, 2)
        assert follows(make(trial.hyperparameters), trial.start, wrong, gradients)
        slopes = [trial.gradients(params) for params in right]
        assert not follows(make(trial.hyperparameters), trial.start, right, slopes)


def test_every_mistake_is_seen_in_a_submission():
    wrong = [*WRONG_SGD.values(), *WRONG_MOMENTUM.values(), *WRONG_ADAM.values()]
    assert {mistake for mistake, _ in wrong} - {None} == MISTAKES


def test_every_remark_is_seen_in_a_submission():
    assert {remark for _, remark, _ in REMARKED.values()} == set(KEYS) - MISTAKES - UNNAMED


@pytest.mark.parametrize("key", KEYS)
def test_sentences_say_the_same_in_both_languages(key):
    ja, en = SENTENCES.table[key]
    assert blanks(ja) == blanks(en)
    assert not ja.isascii() and ja[-1] in "。？！"
    assert not en[0].isspace() and en[-1] in ".?!"


@pytest.mark.parametrize("key", sorted(MISTAKES | UNNAMED))
def test_nudges_are_questions_in_both_languages(key):
    ja, en = SENTENCES.table[f"{key}.nudge"]
    assert blanks(ja) == blanks(en)
    assert not ja.isascii() and ja[-1] in "。？！"
    assert not en[0].isspace() and en[-1] in ".?!"
    if key != "right":
        assert "？" in ja or "くらべてみましょう" in ja


def blanks(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
