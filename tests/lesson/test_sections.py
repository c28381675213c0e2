"""The lesson's sections: in the deck's order, complete in both languages, with true numbers."""

import json
import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from matplotlib import pyplot

from bilingual import LANGUAGES
from lesson import EXERCISES, FREE_PROGRAM, SECTIONS
from lesson.section import Question
from runtime import ROOT
from sandbox import run
from visualizer import SGD, Adventurer
from visualizer.landscapes import LANDSCAPE_INFO, LANDSCAPES

FOLDER = ROOT / "lib" / "lesson" / "sections"
ORDER = [
    "parameter",
    "mountain",
    "sgd",
    "field",
    "gradient",
    "zigzag",
    "library",
    "write-sgd",
    "momentum",
    "write-momentum",
    "compare",
]

sections = pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)


def words(section):
    """Both languages' words as trees, as the page gets them."""
    data = section.to_dict()
    return [ElementTree.fromstring(f"<div>{data['words'][name]}</div>") for name in LANGUAGES]


def blocks(tree):
    """Tags and classes of what stands on lines of its own, in order."""
    inline = {"strong", "code", "i"}
    return [(node.tag, node.get("class")) for node in tree.iter() if node.tag not in inline]


def inline(tree):
    """For each block the tags within its lines; languages may order them differently."""
    return [Counter(node.tag for node in block) for block in tree.iter("p")]


def file_of(section):
    return FOLDER / f"{section.key.replace('-', '_')}.py"


def test_sections_are_in_the_decks_order():
    assert [key for key in SECTIONS if key in ORDER] == ORDER
    titles = [section.to_dict()["title"]["en"] for section in SECTIONS.values()]
    assert [title.split(".")[0] for title in titles] == [
        str(n) for n in range(1, len(SECTIONS) + 1)
    ]


def test_exercises_are_those_of_the_sections_in_their_order():
    named = [section.to_dict()["exercise"] for section in SECTIONS.values()]
    assert [key for key in named if key] == list(EXERCISES)


@sections
def test_each_section_is_one_file_of_its_name(section):
    path = file_of(section)
    assert path.exists(), f"the file of the section “{section.key}” is to be called {path.name}"
    text = path.read_text(encoding="utf-8")
    assert f'key="{section.key}"' in text
    for name in LANGUAGES:
        assert section.words[name] in text
        assert section.heading[name] in text
    if section.exercise:
        assert f'key="{section.exercise.key}"' in text
        assert all(hint[:20] in text for hints in section.exercise.hints.values() for hint in hints)


def test_every_file_is_a_section_of_the_lesson():
    """Fault: a file that nobody named in the registry was passed over in silence."""
    named = {file_of(section).name for section in SECTIONS.values()}
    for path in FOLDER.glob("[!_]*.py"):
        told = (
            f"import the section of {path.name} and name it in _IN_ORDER, in sections/__init__.py"
        )
        assert path.name in named, told


@sections
def test_both_languages_have_the_same_structure(section):
    ja, en = words(section)
    assert blocks(ja) == blocks(en)
    assert inline(ja) == inline(en)


@sections
def test_words_are_in_their_language(section):
    data = section.to_dict()
    japanese = re.compile("[ぁ-んァ-ン一-龥]")
    for part in ("title", "heading", "words"):
        assert not japanese.search(data[part]["en"])
    assert japanese.search(data["words"]["ja"])


@sections
def test_japanese_lines_are_joined_without_a_space(section):
    """But for the spaces around letters, numbers and signs of other scripts."""
    text = section.to_dict()["words"]["ja"]
    assert "\n" not in text
    assert not re.search("[ぁ-んァ-ン一-龥。、] [ぁ-んァ-ン一-龥]", text)


@sections
def test_formulae_are_mathml(section):
    formula = section.to_dict()["formula"]
    for math in ElementTree.fromstring(f"<div>{formula}</div>"):
        assert math.tag == "math" and math.get("display") == "block"


@sections
def test_what_is_asked_is_answered(section):
    classes = {css for _, css in blocks(words(section)[0])}
    assert (section.question is not None) == ("ask" in classes)
    assert (section.question is not None) == ("after" in classes)


@sections
def test_plain_data_for_the_page(section):
    data = section.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert set(data) == {
        *("key", "title", "heading", "formula", "words", "field", "view", "methods", "start"),
        *("steps", "question", "exercise", "program"),
    }


@pytest.mark.parametrize("program", [FREE_PROGRAM, SECTIONS["library"].program.sample])
def test_sample_programs_run(program):
    outcome = run(program, seconds=20)
    pyplot.close("all")  # other tests count the figures that are open
    assert outcome.fault is None, outcome.fault


def test_the_zigzags_numbers_are_those_of_its_walk():
    section = SECTIONS["zigzag"]
    (x, y), field = section.start, LANDSCAPES[section.field]
    rate = LANDSCAPE_INFO[section.field].rates["SGD"]
    route = Adventurer(x, y).optimize(field, SGD(lr=rate), steps=section.steps)
    assert rate == 0.95 and len(route) == 31
    assert route.x[1:] / route.x[:-1] == pytest.approx(0.905)
    assert route.y[1:] / route.y[:-1] == pytest.approx(-0.9)
    for name in LANGUAGES:
        said = section.to_dict()["words"][name]
        assert all(number in said for number in ("0.95", "(−7, 2)", "30", "−0.9", "0.905"))


def test_momentums_numbers_are_those_of_its_walk():
    section = SECTIONS["momentum"]
    assert LANDSCAPE_INFO[section.field].rates["Momentum"] == 0.1
    assert EXERCISES["momentum"].hyperparameters == {"lr": 0.1, "momentum": 0.9}
    for name in LANGUAGES:
        said = section.to_dict()["words"][name]
        assert all(number in said for number in ("0.1", "0.9", "(−7, 2)"))


def test_the_first_section_of_a_walk_says_where_it_starts():
    section = SECTIONS["sgd"]
    x, y = section.start
    minus = f"({x}, {y})".replace("-", "−")
    assert all(minus in section.to_dict()["words"][name] for name in LANGUAGES)


def test_the_valleys_gradient_is_that_of_the_words():
    x, y = SECTIONS["gradient"].start
    assert LANDSCAPES["valley"].gradient(x, y) == pytest.approx((x / 10, 2 * y))


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("title", {"ja": "題"}, "lacks title in 'en'"),
        ("words", {"en": "<p>words</p>"}, "lacks words in 'ja'"),
        ("heading", None, "lacks heading"),
        ("field", None, "lacks field"),
        ("field", "moon", "no landscape moon"),
        ("view", "sideways", "no view sideways"),
        ("methods", ("Eve",), "no method Eve"),
        ("methods", ("SGD"), r"methods 'SGD', where there must be a tuple of str, .* \(…,\)"),
        ("question", Question("riddle"), "no question riddle"),
        ("question", Question("sketch", reveal="inside"), "no view inside"),
        ("start", None, "needs a start"),
    ],
)
def test_a_section_that_lacks_something_says_what(field, value, word):
    with pytest.raises(ValueError, match=rf"^The section 'zigzag'.* {word}.*\.$"):
        replace(SECTIONS["zigzag"], **{field: value})
