"""One way to look a sentence up in two languages."""

import ast
from collections import Counter

import pytest

from bilingual import LANGUAGES, Sentences
from lesson.sentences import SENTENCES as LESSON
from page.frame.words import WORDS
from runtime import ROOT
from sandbox.errors.sentences import SENTENCES as SANDBOX
from visualizer.messages import MESSAGES

TABLES = (LESSON.table, MESSAGES, SANDBOX.table, WORDS)
SENTENCES = Sentences({"missing": ("{name} がありません。", "There is no {name}.")})


def test_a_sentence_in_one_language_or_in_both():
    assert LANGUAGES == ("ja", "en")
    assert SENTENCES.say("missing", "en", name="lr") == "There is no lr."
    both = {"ja": "lr がありません。", "en": "There is no lr."}
    assert SENTENCES.both("missing", name="lr") == both


def test_unknown_keys_and_languages_are_errors():
    with pytest.raises(KeyError):
        SENTENCES.say("present", "en")
    with pytest.raises(ValueError):
        SENTENCES.say("missing", "fr", name="lr")


@pytest.mark.parametrize("package", ["lesson", "page", "sandbox", "visualizer"])
def test_a_package_has_one_table_of_sentences(package):
    files = (ROOT / "lib" / package).rglob("*.py")
    calls = [
        node
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Sentences"
    ]
    assert len(calls) == 1


def test_no_sentence_stands_in_the_tables_twice():
    said = Counter(text for table in TABLES for pair in table.values() for text in pair)
    sentences = {text: times for text, times in said.items() if text[-1] in "。！？.!?"}
    assert [text for text, times in sentences.items() if times > 1] == []
