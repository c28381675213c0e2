"""The exercises: an editor with hints, and the diagnosis of what was written in it."""

from page.code.panel import Panel
from page.engine import Engine
from page.frame import words
from page.frame.dom import bilingual, make
from page.state import actions
from page.state.reading import setup_of_section
from page.state.setup import field_request, landscape_of, settings
from page.state.store import Store
from protocol.names import JUDGE
from protocol.questions import Questions
from protocol.requests import judge_request

# The reader is promised an answer within two seconds, endless loops included.
LIMIT = 2


class ExercisePanel(Panel):
    """One exercise in its section: the student's class walks beside the reference.

    section: as in the catalogue.
    """

    def __init__(
        self, section: dict, slot: object, store: Store, engine: Engine, questions: Questions
    ) -> None:
        self.section = section
        self.exercise = store.catalogue.exercises[section["exercise"]]
        self._diagnosis: dict | None = None
        self._start, self._hyper = [], {}
        self._result = make("div", role="status")
        super().__init__(section["exercise"], slot, store, engine, questions)
        answer = make("div", class_="answer")
        answer.append(self.problem, self._result)
        slot.append(answer, _hints(self.exercise["hints"]))

    def label(self) -> str:
        return words.say("editor.exercise", name=self.exercise["class"])

    def beginning(self) -> str:
        return self.exercise["skeleton"][words.language()]

    def translate(self) -> None:
        super().translate()
        if self._diagnosis:
            self._show(self._diagnosis)

    def clear(self) -> None:
        self._diagnosis = None
        self._result.className = ""
        self._result.replaceChildren()

    async def ask(self, code: str) -> dict:
        """Have the code judged on what the stage shows in the exercise's section."""
        self._result.textContent = words.say("editor.running")
        setup, catalogue = self._setup(), self.store.catalogue
        self._start = setup["start"] or landscape_of(setup, catalogue)["start"]
        chosen = settings(setup, catalogue, self.exercise["method"])
        self._hyper = {name: chosen[name] for name in self.exercise["hyperparameters"]}
        field = field_request(setup)
        request = judge_request(self.key, code, field, self._start, self._hyper)
        return await self.engine.ask(JUDGE, request, LIMIT)

    def show_answer(self, answer: dict, code: str) -> None:
        """Show the diagnosis below the editor, and both routes on the field."""
        self._show(answer)
        self._diagnosis = answer
        self.editor.mark_line(answer["line"])
        # A class that cannot walk at all does not walk beside the reference.
        student = {"code": code, "class": self.exercise["class"], "hyper": self._hyper}
        self.store.act(
            actions.walk_student,
            section=self.section["key"],
            start=self._start,
            student=None if answer["fault"] else student,
        )
        if answer["right"]:
            self.store.act(actions.solve, exercise=self.key)

    def _setup(self) -> dict:
        """What the stage shows in the exercise's section."""
        here = self.store["section"] == self.section["key"]
        return (here and self.store["lesson"]) or setup_of_section(self.section, True)

    def _show(self, diagnosis: dict) -> None:
        language = words.language()
        self.show_problem(None)
        self._result.replaceChildren()
        self._result.className = "diagnosis right" if diagnosis["right"] else "diagnosis wrong"
        self._result.append(make("p", diagnosis["sentence"][language], class_="sentence"))
        if diagnosis["step"] is not None and diagnosis["theirs"]:
            self._result.append(_comparison(diagnosis))
        for part in ("remark", "nudge"):
            if diagnosis[part]:
                self._result.append(make("p", diagnosis[part][language], class_=part))
        fault = diagnosis["fault"]
        if fault and fault["detail"]:
            self._result.append(make("code", fault["detail"], class_="detail"))


def _hints(hints: dict) -> object:
    """Hints that open one at a time: the next one appears when the one before was opened."""
    box = make("div", class_="hints")
    details = []
    for i in range(len(hints["ja"])):
        element = make("details")
        summary = make("summary")
        summary.append(bilingual(words.both("editor.hint", number=i + 1)))
        text = make("p")
        text.append(bilingual({language: hints[language][i] for language in hints}))
        element.append(summary, text)
        element.hidden = i > 0
        details.append(element)
        box.append(element)
    for i, element in enumerate(details[:-1]):
        element.addEventListener("toggle", _opener(element, details[i + 1]))
    return box


def _opener(element: object, following: object) -> object:
    def toggled(event: object) -> None:
        if element.open:
            following.hidden = False

    return toggled


def _comparison(diagnosis: dict) -> object:
    """A small table: the first step that differs, theirs and the expected numbers."""
    table = make("table", class_="comparison")
    table.append(make("caption", words.say("editor.step", step=diagnosis["step"])))
    digits = _telling_digits(diagnosis["theirs"], diagnosis["expected"])
    for key in ("theirs", "expected"):
        row = make("tr")
        row.append(make("th", words.say("editor." + key), scope="row"))
        for axis in ("x", "y"):
            value = diagnosis[key].get(axis)
            row.append(make("td", "{} = {}".format(axis, words.number(value, digits))))
        table.append(row)
    return table


def _telling_digits(theirs: dict, expected: dict) -> int:
    """How many digits show that two points differ; few, where few do."""
    for digits in range(6, 17):
        if any(
            words.number(theirs.get(axis), digits) != words.number(expected.get(axis), digits)
            for axis in "xy"
        ):
            break
    return digits
