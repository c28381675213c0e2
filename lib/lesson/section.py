"""A section of the lesson: what it says, what it shows, what it asks."""

from dataclasses import dataclass
from typing import Any

from bilingual import LANGUAGES
from lesson.exercise import Exercise
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS
from visualizer.registry import MISSING, check_complete, check_tuple

VIEWS = ("contour", "arrows", "surface")
QUESTIONS = ("direction", "sketch", "waste")

# Long lines are broken where HTML may have a space: in Japanese there is none.
JOINTS = {"ja": "", "en": " "}


@dataclass(frozen=True)
class Question:
    """What readers guess before they see it.

    kind: one of QUESTIONS
    answer: what is right, or None where the drawn walk itself tells
    reveal: the view that is shown after the guess, or None if it is the section's
    """

    kind: str
    answer: str | None = None
    reveal: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        return {"kind": self.kind, "answer": self.answer, "reveal": self.reveal}


@dataclass(frozen=True)
class Program:
    """Code to run and change.

    key: its name among the codes that the browser keeps
    sample: what it is in the beginning
    """

    key: str
    sample: str

    def to_dict(self) -> dict[str, str]:
        return {"key": self.key, "sample": self.sample}


@dataclass(frozen=True)
class Section:
    """One step of the lesson; one that is incomplete raises ValueError.

    key: its name in links
    title: its name in the list of sections, by language
    heading: what stands above its words, by language
    words: HTML by language. Lines are joined by JOINTS. Of class "ask" is what is read before the
        guess, of class "after" what is read after it.
    field: key of the landscape that is shown
    formula: MathML between heading and words, or ""
    view: one of VIEWS
    methods: names of the optimizers that walk
    start: (x, y) from where they walk, or None
    steps: how many
    question: or None
    exercise: or None
    program: or None
    number: its place in the lesson, from 1; the registry gives it
    """

    key: str
    title: dict[str, str] = MISSING
    heading: dict[str, str] = MISSING
    words: dict[str, str] = MISSING
    field: str = MISSING
    formula: str = ""
    view: str = "contour"
    methods: tuple[str, ...] = ()
    start: tuple[float, float] | None = None
    steps: int = 30
    question: Question | None = None
    exercise: Exercise | None = None
    program: Program | None = None
    number: int = 0

    def __post_init__(self) -> None:
        whose = f"The section {self.key!r}"
        words = {"title": self.title, "heading": self.heading, "words": self.words}
        check_complete(whose, key=self.key, field=self.field, **words)
        check_tuple(whose, "methods", self.methods, str)
        for lacking in _lacking(self):
            raise ValueError(f"{whose}: {lacking}.")

    def to_dict(self) -> dict[str, Any]:
        """Plain data for the page."""
        return {
            "key": self.key,
            "title": {name: f"{self.number}. {self.title[name]}" for name in LANGUAGES},
            "heading": self.heading,
            "formula": _joined(self.formula, ""),
            "words": {name: _joined(self.words[name], JOINTS[name]) for name in LANGUAGES},
            "field": self.field,
            "view": self.view,
            "methods": list(self.methods),
            "start": self.start and list(self.start),
            "steps": self.steps,
            "question": self.question and self.question.to_dict(),
            "exercise": self.exercise and self.exercise.key,
            "program": self.program and self.program.to_dict(),
        }


def _joined(text: str, joint: str) -> str:
    return joint.join(line.strip() for line in text.strip().splitlines())


def _lacking(section: Section) -> list[str]:
    """What a section still needs, in words for its author."""
    lacking = []
    named = [("landscape", section.field, LANDSCAPES), ("view", section.view, VIEWS)]
    named += [("method", name, OPTIMIZERS) for name in section.methods]
    if section.question:
        named.append(("question", section.question.kind, QUESTIONS))
        named.append(("view", section.question.reveal or section.view, VIEWS))
        if not section.start:
            lacking.append("a question needs a start")
    unknown = [f"there is no {kind} {name}" for kind, name, known in named if name not in known]
    return lacking + unknown
