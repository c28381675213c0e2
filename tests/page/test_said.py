"""What the page says by itself."""

import pytest

from page.frame import boot, words
from protocol.names import FAILED, PHASES
from visualizer import Route


@pytest.mark.parametrize("reason", Route.REASONS)
def test_there_are_words_for_every_reason_why_a_walk_ends(reason):
    japanese, english = words.WORDS["reason." + reason]
    assert japanese and english and japanese != english


def test_every_phase_of_the_start_has_its_words_and_its_place_on_the_bar():
    assert list(boot.PERCENT) == list(PHASES)
    assert list(boot.PERCENT.values()) == sorted(boot.PERCENT.values())
    for phase in (*PHASES, FAILED):
        japanese, english = words.WORDS["boot." + phase]
        assert japanese and english
