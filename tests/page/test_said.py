"""What the page says by itself."""

import pytest

from page.frame import words
from visualizer import Route


@pytest.mark.parametrize("reason", Route.REASONS)
def test_there_are_words_for_every_reason_why_a_walk_ends(reason):
    japanese, english = words.WORDS["reason." + reason]
    assert japanese and english and japanese != english
