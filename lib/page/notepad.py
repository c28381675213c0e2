"""The free editor: any code with the library; what it prints and draws appears below it."""

import asyncio

from js import ImageData, Uint8ClampedArray
from pyscript import window

from page import words
from page.dom import make, show_problem
from page.editor import Editor
from page.engine import Overtime, Stopped
from page.workshop import button

LIMIT = 4  # seconds; drawing a figure for the first time takes one or two


class Notepad:
    """An editor whose code runs as it is. The code is kept in state["codes"] under key."""

    def __init__(self, key, slot, sample, state, engine, on_edit):
        self.key, self.sample, self.state, self.engine = key, sample, state, engine
        self.on_edit = on_edit
        self.running = False
        self.shown = None
        self.editor = Editor(slot, self.code, self._label(), self.run, self._edited)
        self.run_button = button(
            "workshop.run", lambda event: self.run(self.editor.code), "primary"
        )
        row = make("div", class_="editor-buttons")
        row.append(self.run_button, button("workshop.reset", self._reset))
        self.problem = make("p", class_="problem", role="alert")
        self.problem.hidden = True
        self.detail = make("code", class_="detail")
        self.output = make("pre", class_="output", role="status", tabindex=0)
        self.output.hidden = self.detail.hidden = True
        self.figures = make("div", class_="figures")
        slot.append(row, self.problem, self.detail, self.output, self.figures)

    @property
    def code(self):
        return self.state["codes"].get(self.key) or self.sample

    def run(self, code):
        if self.running:
            return
        self._edited(code)
        if not self.engine.worker:
            show_problem(self.problem, words.say("workshop.not_ready"))
            return
        self.running = self.run_button.disabled = True
        asyncio.create_task(self._run(code))

    def translate(self):
        self.editor.rename(self._label())
        if self.shown:
            self._tell(self.shown)

    async def _run(self, code):
        ratio = min(window.devicePixelRatio or 1, 2)
        try:
            answer, pixels = await self.engine.ask("run", {"code": code, "ratio": ratio}, LIMIT)
        except Overtime:
            show_problem(self.problem, words.say("workshop.overtime"))
        except Stopped:
            show_problem(self.problem, words.say("workshop.not_ready"))
        else:
            self._tell(answer)
            self._draw(answer["figures"], pixels, ratio)
        self.running = self.run_button.disabled = False

    def _tell(self, answer):
        self.shown = answer
        fault = answer["fault"]
        sentence = None
        if fault:
            sentence = fault["sentence"][words.language()]
            if fault["line"]:
                sentence = words.say("workshop.line", line=fault["line"]) + sentence
            self.editor.mark_line(fault["line"])
        show_problem(self.problem, sentence)
        self.detail.textContent = fault["detail"] if fault else ""
        self.detail.hidden = not fault
        self.output.textContent = answer["output"]
        self.output.hidden = not answer["output"]

    def _draw(self, sizes, pixels, ratio):
        self.figures.replaceChildren()
        for i, size in enumerate(sizes):
            width, height = size["width"], size["height"]
            name = words.say("notepad.figure", number=i + 1)
            canvas = make("canvas", width=width, height=height, role="img", aria_label=name)
            canvas.style.width = "{}px".format(width / ratio)
            data = ImageData.new(Uint8ClampedArray.new(pixels[i].buffer), width, height)
            canvas.getContext("2d").putImageData(data, 0, 0)
            self.figures.append(canvas)

    def _label(self):
        return words.say("notepad.editor")

    def _edited(self, code):
        self.state["codes"][self.key] = code
        self.on_edit()

    def _reset(self, event):
        self.state["codes"].pop(self.key, None)
        self.editor.code = self.sample
        self.on_edit()
