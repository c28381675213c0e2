"""The lesson: its sections in order, the picture each one shows, its question, its exercise."""

from page import predict, words
from page.dom import by_id, every, make
from page.marks import StartMark
from page.state import fresh_picture


class Lesson:
    """Shows one section at a time and sets the viewer's picture to what the section is about.

    What a section shows stands in its data- attributes in index.html. state: the page's state;
    "section" and "guesses" are kept there. on_open(article) is called for every section opened.
    """

    def __init__(self, state, viewer, on_open):
        self.state, self.viewer, self.on_open = state, viewer, on_open
        self.question = None
        self.sections = every("[data-section]")
        self.names = [section.getAttribute("data-section") for section in self.sections]
        self.list = by_id("sections")
        for name in self.names:
            self.list.append(make("option", value=name))
        self.list.addEventListener("change", lambda event: self.open(self.list.value))
        by_id("previous").addEventListener("click", lambda event: self.step(-1))
        by_id("next").addEventListener("click", lambda event: self.step(1))
        by_id("again").addEventListener("click", lambda event: self._ask_again())
        viewer.on_routes = self._routes_arrived

    @property
    def article(self):
        return self.sections[self.names.index(self.state["section"])]

    @property
    def guess(self):
        return self.state["guesses"].get(self.state["section"])

    def open(self, name):
        """Show this section and its picture."""
        self.choose(name)
        self.show()

    def choose(self, name):
        """Make this the state's section, with the picture that belongs to it."""
        self.state["section"] = name
        self.state["lesson"] = picture_of(self.article, revealed=bool(self.guess))

    def show(self):
        """Show the state's section with the picture that the state holds."""
        article = self.article
        for section in self.sections:
            section.hidden = section is not article
        index = self.names.index(self.state["section"])
        self.list.value = self.state["section"]
        by_id("previous").disabled = index == 0
        by_id("next").disabled = index == len(self.names) - 1
        self._prepare()
        self.mark_solved()
        self.on_open(article)

    def step(self, by):
        index = self.names.index(self.state["section"]) + by
        if 0 <= index < len(self.names):
            self.open(self.names[index])
            by_id("lesson").scrollTop = 0

    def translate(self):
        for i, section in enumerate(self.sections):
            title = section.getAttribute("data-title-" + words.language())
            self.list.options.item(i).textContent = title
        if self.question and not self.guess:
            self.question.show_choices()
        self._tell_verdict()

    def mark_solved(self):
        """Point to the next section once the section's exercise has been solved."""
        exercise = self.article.getAttribute("data-exercise")
        solved = bool(exercise) and exercise in self.state["solved"]
        by_id("next").classList.toggle("primary", solved)

    def _prepare(self):
        """Ask the section's question, or show what is behind it."""
        article, picture = self.article, self.state["lesson"]
        kind, origin = article.getAttribute("data-ask"), start_of(article)
        self.question = predict.Prediction(kind, origin, self._guessed) if kind else None
        asking = bool(self.question) and not self.guess
        article.classList.toggle("asking", asking)
        by_id("choices").hidden = not asking
        by_id("again").hidden = not self.guess or not self.question
        by_id("verdict").textContent = ""
        self.viewer.stage.marks.clear()
        if asking:
            picture["start"] = None
            self.viewer.stage.marks["origin"] = StartMark(*origin)
        self.viewer.load(picture)
        if asking:
            self.question.ask(self.viewer.stage)

    def _guessed(self, guess):
        self.state["guesses"][self.state["section"]] = guess
        self.state["lesson"] = picture_of(self.article, revealed=True)
        self._prepare()

    def _ask_again(self):
        self.state["guesses"].pop(self.state["section"], None)
        self.open(self.state["section"])

    def _routes_arrived(self):
        if self.state["tab"] == "lesson":
            self._tell_verdict()

    def _tell_verdict(self):
        if not self.question or not self.guess or not self.viewer.underfoot:
            return
        article, gradient = self.article, self.viewer.underfoot["gradient"]
        by_id("verdict").textContent = predict.verdict(
            self.guess, article.getAttribute("data-answer"), gradient
        )
        origin = start_of(article)
        if self.state["lesson"]["start"] == list(origin):
            marks = predict.marks_of(self.guess, origin, gradient)
            for i, mark in enumerate(marks):
                self.viewer.stage.marks[i] = mark
            self.viewer.stage.draw_marks()
        self._tell_waste()

    def _tell_waste(self):
        if self.article.getAttribute("data-ask") != "waste":
            return
        told = [
            words.say("waste", name=route["name"], sway="%.1f" % sway, way="%.1f" % way)
            for route in self.viewer.routes
            for sway, way in [predict.waste(route)]
        ]
        for sentence in told:
            by_id("verdict").append(make("p", sentence))


def start_of(article):
    """The start that a section names, or None."""
    written = article.getAttribute("data-start")
    return tuple(float(number) for number in written.split()) if written else None


def picture_of(article, revealed=False):
    """The picture that a section shows; revealed: after its question was answered."""
    picture = fresh_picture()
    view = article.getAttribute("data-reveal") if revealed else None
    start = start_of(article)
    picture.update(
        {
            "landscape": article.getAttribute("data-landscape"),
            "view": view or article.getAttribute("data-view"),
            "methods": article.getAttribute("data-methods").split(),
            "steps": int(article.getAttribute("data-steps") or 30),
            "start": list(start) if start else None,
        }
    )
    return picture
