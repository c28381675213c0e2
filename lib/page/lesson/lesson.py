"""The lesson: its sections in order, the question of each one, its exercise or program."""

from page.code.notepad import Notepad
from page.engine import Engine
from page.frame import words
from page.frame.dom import bilingual, by_id, make, set_text
from page.lesson import predict
from page.lesson.exercise import ExercisePanel
from page.stage.marks import StartMark
from page.stage.viewer import Viewer
from page.state import actions
from page.state.reading import guess_of, program_key
from page.state.store import Store
from protocol.questions import Questions


class Lesson:
    """Shows the state's section; what it consists of stands in lib/lesson/sections."""

    def __init__(self, store: Store, viewer: Viewer, engine: Engine, questions: Questions) -> None:
        self.store, self.viewer, self.live_figure = store, viewer, viewer.live_figure
        self.engine, self._questions = engine, questions
        self.sections = store.catalogue.sections
        self._names = [section["key"] for section in self.sections]
        self._articles = {section["key"]: _article(section) for section in self.sections}
        self._panels: dict = {}
        self._asked: tuple | None = None
        self._list = by_id("sections")
        for section in self.sections:
            self._list.append(make("option", value=section["key"]))
            by_id("choices").before(self._articles[section["key"]])
        self._list.addEventListener("change", lambda event: self.open(self._list.value))
        by_id("previous").addEventListener("click", lambda event: self.step(-1))
        by_id("next").addEventListener("click", lambda event: self.step(1))
        by_id("again").addEventListener("click", lambda event: self._ask_again())
        entries = ("tab", "section", "lesson", "guesses", "visit", "solved")
        store.subscribe(lambda change: self.show(), *entries)
        store.subscribe(lambda change: self.translate(), "language")
        self.live_figure.subscribe(self._show_verdict)
        self.translate()

    @property
    def section(self) -> dict:
        return self.store.catalogue.section(self.store["section"])

    @property
    def guess(self) -> dict | None:
        return guess_of(self.store.state, self.store["section"])

    def open(self, section: str) -> None:
        self.store.act(actions.open_section, section=section)

    def step(self, by: int) -> None:
        """Open the next section, or the one before."""
        index = self._names.index(self.store["section"]) + by
        if 0 <= index < len(self._names):
            self.open(self._names[index])
            by_id("lesson").scrollTop = 0

    def show(self) -> None:
        """Bring the lesson in line with the state."""
        if self.store["tab"] != "lesson":
            self._ask(None)
            self.viewer.stage.set_marks("question", [])
            return
        section = self.section
        for name, article in self._articles.items():
            article.hidden = name != section["key"]
        index = self._names.index(section["key"])
        self._list.value = section["key"]
        by_id("previous").disabled = index == 0
        by_id("next").disabled = index == len(self._names) - 1
        # Points to the next section once this one's exercise has been solved.
        by_id("next").classList.toggle(
            "primary", bool(self.store["solved"].get(section["exercise"]))
        )
        self._show_question(section)
        self._open_panel(section)

    def translate(self) -> None:
        for i, section in enumerate(self.sections):
            self._list.options.item(i).textContent = section["title"][words.language()]
        self._asked = None
        self.show()

    def forget(self) -> None:
        """Take every editor away with what was written and shown in it."""
        for panel in self._panels.values():
            panel.close()
        self._panels = {}

    def _show_question(self, section: dict) -> None:
        """Ask the section's question, or show what is behind it."""
        question, guess = section["question"], self.guess
        asking = bool(question) and not guess
        self._articles[section["key"]].classList.toggle("asking", asking)
        by_id("again").hidden = not (question and guess)
        self._ask(section if asking else None)
        if asking:
            self.viewer.stage.set_marks("question", [StartMark(*section["start"])])
        self._show_verdict()

    def _ask(self, section: dict | None) -> None:
        """Offer a section's question on the canvas and as buttons; None: nothing is asked."""
        asked = (section and section["key"], words.language())
        if asked == self._asked:
            return
        self._asked = asked
        box = by_id("choices")
        box.hidden = section is None
        box.replaceChildren()
        if section is None:
            self.viewer.guess_by(None)
            return
        kind = section["question"]["kind"]
        self.viewer.guess_by(predict.gesture(kind, section["start"], self._guessed))
        for choice in predict.choices(kind, self._guessed):
            box.append(choice)

    def _guessed(self, guess: dict) -> None:
        self.store.act(actions.guess, section=self.store["section"], value=guess)

    def _ask_again(self) -> None:
        self.store.act(actions.ask_again, section=self.store["section"])

    def _show_verdict(self) -> None:
        """Compare the guess with what happened, as soon as that is known."""
        if self.store["tab"] != "lesson" or self.live_figure.catching_up:
            return
        section, guess, result = self.section, self.guess, self.live_figure.walks.result
        box = by_id("verdict")
        if not section["question"] or not guess or not result:
            set_text(box, "")
            if guess or not section["question"]:
                self.viewer.stage.set_marks("question", [])
            return
        if self.store["lesson"]["start"] != section["start"]:
            # The reader tries other starts: what was said of the question's own still stands.
            self.viewer.stage.set_marks("question", [])
            return
        verdict = _verdict(section["question"], guess, result)
        if box.textContent != "".join(verdict):
            box.replaceChildren(*[make("p", sentence) for sentence in verdict])
        marks = predict.marks_of(guess, section["start"], result["gradient"])
        self.viewer.stage.set_marks("question", marks)

    def _open_panel(self, section: dict) -> None:
        """Make the editor that a section asks for, the first time it is seen."""
        key = program_key(section)
        if not key or key in self._panels:
            return
        slot = self._articles[section["key"]].querySelector(".editor-slot")
        if section["exercise"]:
            panel = ExercisePanel(section, slot, self.store, self.engine, self._questions)
        else:
            sample = section["program"]["sample"]
            panel = Notepad(key, slot, self.store, self.engine, self._questions, sample)
        self._panels[key] = panel


def _verdict(question: dict, guess: dict, result: dict) -> list:
    """The sentences that compare a guess with what happened."""
    verdict = [predict.verdict(guess, question["answer"], result["gradient"])]
    if question["kind"] == "waste":
        verdict += [predict.waste_in_words(route) for route in result["routes"]]
    return verdict


def _article(section: dict) -> object:
    """A section's place in the page; its words are our own HTML."""
    article = make("article", data_section=section["key"])
    article.hidden = True
    heading = make("h2")
    heading.append(bilingual(section["heading"]))
    article.append(heading)
    words_in_both = [
        '<div lang="{}">{}</div>'.format(language, section["words"][language])
        for language in ("ja", "en")
    ]
    article.insertAdjacentHTML("beforeend", section["formula"] + "".join(words_in_both))
    if program_key(section):
        article.append(make("div", class_="editor-slot"))
    return article
