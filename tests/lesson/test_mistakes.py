"""The known mistakes: all are told, all are seen in a submission, none is right."""

from string import Formatter

import pytest
from submissions.wrong_momentum import WRONG as WRONG_MOMENTUM
from submissions.wrong_sgd import WRONG as WRONG_SGD

from lesson import EXERCISES
from lesson.examination import float_trials
from lesson.mistakes import keys
from lesson.sentences import SENTENCES
from lesson.trial import first_difference, follows, walk_of

UNNAMED = {"right", "different", "different_later"}


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
    for trial in float_trials(exercise.hyperparameters):
        right = walk_of(exercise.reference(**trial.hyperparameters), trial)
        wrong = walk_of(make(trial.hyperparameters), trial)
        assert first_difference(wrong, right) in (1, 2)
        assert follows(make(trial.hyperparameters), trial, wrong)
        assert not follows(make(trial.hyperparameters), trial, right)


def test_every_mistake_is_seen_in_a_submission():
    seen = {mistake for mistake, _ in [*WRONG_SGD.values(), *WRONG_MOMENTUM.values()]}
    assert seen - {None} == set(SENTENCES) - UNNAMED


@pytest.mark.parametrize("key", SENTENCES)
def test_sentences_say_the_same_in_both_languages(key):
    (ja_what, ja_nudge), (en_what, en_nudge) = SENTENCES[key]
    assert blanks(ja_what) == blanks(en_what)
    assert blanks(ja_nudge) == blanks(en_nudge)
    assert not ja_what.isascii() and not ja_nudge.isascii()
    for sentence in (en_what, en_nudge):
        assert not sentence[0].isspace() and sentence[-1] in ".?!"
    for sentence in (ja_what, ja_nudge):
        assert sentence[-1] in "。？！"
    if key != "right":
        assert "？" in ja_nudge or "くらべてみましょう" in ja_nudge


def blanks(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
