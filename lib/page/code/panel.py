"""An editor with its buttons, and the way from Run to an answer that is always given."""

import asyncio

from page.code.editor import Editor
from page.engine import Engine, Overtime, Stopped
from page.frame import words
from page.frame.dom import button, make, show_problem
from page.state import actions
from page.state.reading import code_of
from page.state.setup import LONGEST_CODE
from page.state.store import Store
from protocol.questions import Question, Questions


class Panel:
    """One editor of the page. What exactly is asked and shown is up to the classes made of it.

    key: the name of its code in the state.
    slot: the element that it fills.
    question: whose answer is awaited, or None.
    """

    def __init__(
        self, key: str, slot: object, store: Store, engine: Engine, questions: Questions
    ) -> None:
        self.key, self.slot, self.store, self.engine = key, slot, store, engine
        self._questions = questions
        self.question: Question | None = None
        self._ended = False
        self.editor = Editor(slot, self.code, self.label(), self.run, self._edited)
        self._run_button = button(
            words.both("editor.run"), lambda event: self.run(self.editor.code), "primary"
        )
        self._end_button = button(words.both("editor.end"), self._end)
        self._end_button.hidden = True
        self.problem = make("p", class_="problem", role="alert")
        self.problem.hidden = True
        row = make("div", class_="editor-buttons")
        row.append(self._run_button, button(words.both("editor.reset"), self._reset))
        row.append(self._end_button)
        slot.append(row)
        self._subscriptions = [
            store.subscribe(lambda change: self._code_changed(), "codes", "visit"),
            store.subscribe(lambda change: self.translate(), "language"),
        ]

    @property
    def running(self) -> bool:
        """Whether an answer is still awaited."""
        return self.question is not None

    @property
    def code(self) -> str:
        code = code_of(self.store.state, self.key)
        return self.beginning() if code is None else code

    def run(self, code: str) -> None:
        """Ask about the code, unless an answer is still awaited."""
        if self.running:
            return
        self.editor.notice_edits()
        if not self.engine.ready:
            self.show_problem(words.say("editor.not_ready"))
            return
        self._await(self._questions.ask(self.key, code))
        asyncio.create_task(self._run(code))

    def translate(self) -> None:
        self.editor.rename(self.label())
        self.editor.notice_edits()
        self.editor.show(self.code)

    def show_problem(self, problem: str | None) -> None:
        """Say why there is no answer; None: there is one."""
        show_problem(self.problem, problem)

    def close(self) -> None:
        """Be gone, with all that was written, shown and could be undone."""
        for end in self._subscriptions:
            end()
        self._questions.turn_to(self.key, None)
        self.slot.replaceChildren()

    # What each kind of panel does in its own way

    def label(self) -> str:
        """What a screen reader calls the editor."""
        raise NotImplementedError

    def beginning(self) -> str:
        """The code that stands there before anything is written."""
        raise NotImplementedError

    async def ask(self, code: str) -> object:
        """The worker's answer about the code."""
        raise NotImplementedError

    def show_answer(self, answer: object, code: str) -> None:
        """Show the worker's answer."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take away what the last answer showed."""
        raise NotImplementedError

    async def _run(self, code: str) -> None:
        question = self.question
        try:
            answer = await self.ask(code)
            if self._questions.wants(question):
                self.show_answer(answer, code)
            else:
                self.clear()
        except Overtime:
            self._fail(words.say("editor.overtime"))
        except Stopped:
            self._fail(words.say("editor.ended" if self._ended else "editor.not_ready"))
        except Exception as error:
            self._fail(words.say("problem.unexpected", detail=error))
        finally:
            # Whatever happened: the reader must be able to run it again.
            self.engine.forget(question)
            self._await(None)

    def _await(self, question: Question | None) -> None:
        """An answer is awaited from now on; None: no longer."""
        self.question, self._ended = question, False
        self._run_button.disabled = self.running
        self._end_button.hidden, self._end_button.disabled = not self.running, False

    def _end(self, event: object) -> None:
        self._ended = self._end_button.disabled = True
        asyncio.create_task(self.engine.end(self.question))

    def _fail(self, problem: str) -> None:
        self.clear()
        self.show_problem(problem)

    def _edited(self, code: str) -> None:
        if code != self.code:
            self.store.act(actions.edit_code, key=self.key, code=code)
        if len(code) > LONGEST_CODE:
            self.show_problem(words.say("editor.long", longest=LONGEST_CODE))

    def _reset(self, event: object) -> None:
        self._forget_answer()
        self.store.act(actions.edit_code, key=self.key, code=None)
        self.editor.show(self.code)

    def _code_changed(self) -> None:
        """Where the code is another one now, an answer about the one before goes with it."""
        self.editor.notice_edits()
        if self.editor.code != self.code:
            self._forget_answer()
            self.editor.show(self.code)

    def _forget_answer(self) -> None:
        """Neither show what was answered, nor what is going to be."""
        self._questions.turn_to(self.key, None)
        self.clear()
        self.show_problem(None)
