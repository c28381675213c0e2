"""The free editor: any code with the library; what it prints and draws appears below it."""

from pyscript import window
from pyscript.js_modules import mailbox

from page.code.panel import Panel
from page.engine import Engine, Stopped
from page.frame import words
from page.frame.dom import make
from page.state.store import Store
from protocol.names import RUN
from protocol.questions import Questions
from protocol.requests import run_request

LIMIT = 4  # seconds; drawing a figure for the first time takes one or two


class Notepad(Panel):
    """An editor whose code runs as it is. sample: what it is in the beginning."""

    def __init__(
        self,
        key: str,
        slot: object,
        store: Store,
        engine: Engine,
        questions: Questions,
        sample: str,
    ) -> None:
        self.sample, self._ratio = sample, 1
        self._answer: dict | None = None
        self._progress = make("p", class_="help", role="status")
        self._progress.hidden = True
        self._detail = make("code", class_="detail")
        self._output = make("pre", class_="output", role="status", tabindex=0)
        self._output.hidden = self._detail.hidden = True
        self._figures = make("div", class_="figures")
        super().__init__(key, slot, store, engine, questions)
        slot.append(self._progress, self.problem, self._detail, self._output, self._figures)

    def label(self) -> str:
        return words.say("editor.free")

    def beginning(self) -> str:
        return self.sample

    def translate(self) -> None:
        super().translate()
        if self._answer:
            self._show(self._answer)

    def clear(self) -> None:
        self._answer = None
        self._detail.hidden = self._output.hidden = True
        self._figures.replaceChildren()

    async def ask(self, code: str) -> dict:
        self._ratio = min(window.devicePixelRatio or 1, 2)
        self.engine.hear_progress(self.question, self._show_progress)
        request = run_request(self.question, code, self._ratio)
        try:
            answer = await self.engine.ask(RUN, request, LIMIT)
        finally:
            self._progress.hidden = True
        if answer is None:
            raise Stopped()
        return answer

    def show_answer(self, answer: dict, code: str) -> None:
        self._answer = answer
        self._show(answer)
        self._draw(self.question.number, answer["figures"])
        if answer["fault"]:
            self.editor.mark_line(answer["fault"]["line"])

    def _show_progress(self, done: float) -> None:
        self._progress.hidden = False
        self._progress.textContent = words.say("editor.drawing", percent=round(100 * done))

    def _show(self, answer: dict) -> None:
        fault, sentence = answer["fault"], None
        if fault:
            sentence = fault["sentence"][words.language()]
            if fault["line"]:
                sentence = words.say("editor.line", line=fault["line"]) + sentence
        self.show_problem(sentence)
        self._detail.textContent = fault["detail"] if fault else ""
        self._detail.hidden = not fault
        self._output.textContent = answer["output"]
        self._output.hidden = not answer["output"]

    def _draw(self, number: int, sizes: list) -> None:
        self._figures.replaceChildren()
        for i, (width, _) in enumerate(sizes):
            name = words.say("editor.figure", number=i + 1)
            canvas = make("canvas", role="img", aria_label=name)
            canvas.style.width = "{}px".format(width / self._ratio)
            if mailbox.paint(number, i, canvas):
                self._figures.append(canvas)
