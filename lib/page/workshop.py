"""The exercises: an editor with hints, and the diagnosis of what was written in it."""

import asyncio

from page import words
from page.dom import bilingual, make, show_problem
from page.editor import Editor
from page.engine import Overtime, Stopped
from page.state import field_request, landscape_of, settings

# The reader is promised an answer within two seconds, endless loops included.
LIMIT = 2


class Workshop:
    """One exercise in its section: the student's class walks beside the reference.

    on_solved() is called when an answer turned out right. The code is kept in state["codes"].
    """

    def __init__(self, key, slot, state, catalogue, viewer, on_edit, on_solved):
        self.key, self.state, self.catalogue, self.viewer = key, state, catalogue, viewer
        self.exercise = catalogue.exercises[key]
        self.on_edit, self.on_solved = on_edit, on_solved
        self.running = False
        self.shown = None
        self.editor = Editor(slot, self.code, self._label(), self.run, self._edited)
        slot.append(self._buttons(), self._result(), self._hints())

    @property
    def code(self):
        return self.state["codes"].get(self.key) or self._skeleton()

    def run(self, code):
        """Judge the code; the answer appears below the editor, both routes on the field."""
        if self.running:
            return
        self._edited(code)
        if not self.viewer.engine.worker:
            show_problem(self.problem, words.say("workshop.not_ready"))
            return
        self.running = self.run_button.disabled = True
        self.result.textContent = words.say("workshop.running")
        asyncio.create_task(self._judge(code))

    def translate(self):
        self.editor.rename(self._label())
        if self.key not in self.state["codes"]:
            self.editor.code = self._skeleton()
        if self.shown:
            self._show(self.shown)

    async def _judge(self, code):
        picture = self.viewer.picture
        start = picture["start"] or landscape_of(picture, self.catalogue)["start"]
        hyper = settings(picture, self.catalogue, self.exercise["method"])
        request = {
            "exercise": self.key,
            "code": code,
            "landscape": field_request(picture),
            "start": start,
            "hyper": hyper,
        }
        try:
            diagnosis, _ = await self.viewer.engine.ask("judge", request, LIMIT)
        except Overtime:
            self._clear(words.say("workshop.overtime"))
        except Stopped:
            self._clear(words.say("workshop.not_ready"))
        else:
            self._show(diagnosis)
            self._walk(diagnosis, code, start, hyper)
            if diagnosis["right"]:
                self.on_solved()
        self.running = self.run_button.disabled = False

    def _walk(self, diagnosis, code, start, hyper):
        """Let the student's class walk beside the reference, unless it cannot walk at all."""
        picture = self.viewer.picture
        picture["start"] = list(start)
        picture["methods"] = [self.exercise["method"]]
        own = {"code": code, "class": self.exercise["class"], "hyper": hyper}
        picture["own"] = None if diagnosis["fault"] else own
        self.viewer.walk_anew()

    def _clear(self, problem):
        self.shown = None
        self.result.replaceChildren()
        show_problem(self.problem, problem)

    def _show(self, diagnosis):
        self.shown = diagnosis
        language = words.language()
        show_problem(self.problem, None)
        self.result.replaceChildren()
        self.result.className = "diagnosis right" if diagnosis["right"] else "diagnosis wrong"
        self.result.append(make("p", diagnosis["sentence"][language], class_="sentence"))
        if diagnosis["step"] is not None and diagnosis["theirs"]:
            self.result.append(_comparison(diagnosis))
        if diagnosis["nudge"]:
            self.result.append(make("p", diagnosis["nudge"][language], class_="nudge"))
        fault = diagnosis["fault"]
        if fault and fault["detail"]:
            self.result.append(make("code", fault["detail"], class_="detail"))
        self.editor.mark_line(diagnosis["line"])

    def _label(self):
        return words.say("workshop.editor", name=self.exercise["class"])

    def _skeleton(self):
        return self.exercise["skeleton"][words.language()]

    def _edited(self, code):
        self.state["codes"][self.key] = code
        self.on_edit()

    def _reset(self, event):
        self.state["codes"].pop(self.key, None)
        self.editor.code = self._skeleton()
        self._clear(None)
        self.result.className = ""
        self.on_edit()

    def _buttons(self):
        row = make("div", class_="editor-buttons")
        self.run_button = button(
            "workshop.run", lambda event: self.run(self.editor.code), "primary"
        )
        row.append(self.run_button, button("workshop.reset", self._reset))
        return row

    def _result(self):
        box = make("div", class_="answer")
        self.problem = make("p", class_="problem", role="alert")
        self.problem.hidden = True
        self.result = make("div", role="status")
        box.append(self.problem, self.result)
        return box

    def _hints(self):
        """Hints that open one at a time: the next one appears when the one before was opened."""
        box = make("div", class_="hints")
        hints = self.exercise["hints"]
        details = []
        for i in range(len(hints["ja"])):
            element = make("details")
            summary = make("summary")
            summary.append(bilingual(words.both("workshop.hint", number=i + 1)))
            text = make("p")
            text.append(bilingual({language: hints[language][i] for language in ("ja", "en")}))
            element.append(summary, text)
            element.hidden = i > 0
            details.append(element)
            box.append(element)
        for i, element in enumerate(details[:-1]):
            element.addEventListener("toggle", _opener(element, details[i + 1]))
        return box


def _opener(element, following):
    def toggled(event):
        if element.open:
            following.hidden = False

    return toggled


def _comparison(diagnosis):
    """A small table: the first step that differs, theirs and the expected numbers."""
    table = make("table", class_="comparison")
    table.append(make("caption", words.say("workshop.step", step=diagnosis["step"])))
    for key in ("theirs", "expected"):
        row = make("tr")
        row.append(make("th", words.say("workshop." + key), scope="row"))
        for axis in ("x", "y"):
            value = diagnosis[key].get(axis)
            row.append(make("td", "{} = {}".format(axis, words.number(value, 6))))
        table.append(row)
    return table


def button(key, handler, kind=""):
    """A button with words in both languages."""
    element = make("button", type="button", class_=kind)
    element.append(bilingual(words.both(key)))
    element.addEventListener("click", handler)
    return element
