"""The lab's controls: landscape, formula, methods with their hyper-parameters, steps, start."""

from page.frame import words
from page.frame.dom import by_id, make, set_text, show_problem
from page.lab.method_row import MethodRow
from page.lab.numbers import parse_number, parse_whole
from page.stage.live_figure import LiveFigure
from page.state import actions
from page.state.setup import LARGEST, STEPS, TYPED_FIELD, are_bounds, landscape_of, settings
from page.state.store import Change, Store
from visualizer.formula import FormulaError, parse

# Actions after which nothing that was typed before has a meaning.
ARRIVING = (
    actions.restore,
    actions.visit,
    actions.leave,
    actions.begin_anew,
    actions.choose_landscape,
)

BOUNDS = [(name, i) for name in ("xlim", "ylim") for i in range(2)]


class Controls:
    """Shows the lab's setup and changes it as the reader does.

    A bad entry changes nothing and gets a sentence beside the field, where it stays as typed.
    """

    def __init__(self, store: Store, live_figure: LiveFigure) -> None:
        self.store, self.live_figure = store, live_figure
        self._landscape, self._steps = by_id("landscape"), by_id("steps")
        self._start_x, self._start_y = by_id("start-x"), by_id("start-y")
        self._rows: dict = {}
        self._typed: dict = {}
        self._formula_problem: str | None = None
        self._list_landscapes()
        self._list_methods()
        self._listen()
        store.subscribe(self._changed, "lab")
        live_figure.subscribe(self._show_formula_problem)
        store.subscribe(lambda change: self.translate(), "language")
        self.translate()
        self.show()

    def _changed(self, change: Change) -> None:
        if change.action in ARRIVING:
            self._typed = {}
            for row in self._rows.values():
                row.forget()
        self.show()

    def show(self) -> None:
        """Bring every control in line with the setup; what is as it was stays as it was typed."""
        setup, catalogue = self.store["lab"], self.store.catalogue
        typed = setup["landscape"] == TYPED_FIELD
        self._landscape.value = setup["landscape"]
        by_id("typed-field").hidden, by_id("formula").hidden = not typed, typed
        set_text(by_id("formula"), "z = " + landscape_of(setup, catalogue)["formula"])
        if self._is_new("formula", setup["formula"]):
            self._show_formula(setup["formula"])
            self._formula_problem = None
            self._show_formula_problem()
        if self._is_new("steps", setup["steps"]):
            self._steps.value = str(setup["steps"])
            show_problem(by_id("steps-problem"), None, self._steps)
        if self._is_new("start", setup["start"]):
            self._show_start(setup["start"] or ("", ""))
        if self._is_new("methods", [setup[n] for n in ("landscape", "methods", "hyper")]):
            self._show_methods(setup)

    def translate(self) -> None:
        """Put words that cannot stand in the page in both languages at once into the chosen one."""
        for option in (self._landscape.options.item(i) for i in range(self._landscape.length)):
            if option.value == TYPED_FIELD:
                title = words.say("field.typed")
            else:
                title = self.store.catalogue.landscape(option.value)["title"][words.language()]
            option.textContent = title
        for row in self._rows.values():
            row.translate()
        self._show_methods(self.store["lab"])

    def _is_new(self, name: str, value: object) -> bool:
        """Whether the setup has another value than the control shows."""
        new = name not in self._typed or self._typed[name] != value
        self._typed[name] = value
        return new

    def _show_formula(self, formula: dict) -> None:
        by_id("formula-text").value = formula["text"]
        self._show_understood(formula["text"])
        for name, i in BOUNDS:
            by_id("{}-{}".format(name, i)).value = "%g" % formula[name][i]

    def _show_understood(self, text: str) -> None:
        """Show a typed formula as mathematics writes it, made of what was understood of it."""
        try:
            math = "<math><mi>z</mi><mo>=</mo>{}</math>".format(parse(text).mathml)
        except FormulaError:  # a link may bring any text; the figure's answer says what is wrong
            math = ""
        by_id("typed-formula").innerHTML = math

    def _show_methods(self, setup: dict) -> None:
        for name, row in self._rows.items():
            row.show(settings(setup, self.store.catalogue, name), name in setup["methods"])
        none = None if setup["methods"] else words.say("status.no_method")
        show_problem(by_id("methods-problem"), none)

    def _show_start(self, start: object) -> None:
        self._start_x.value, self._start_y.value = (repr(v) if v != "" else v for v in start)
        show_problem(by_id("start-problem"), None, self._start_x)

    def _enter_formula(self, event: object) -> None:
        """Take the formula and its bounds over once they make sense."""
        text = by_id("formula-text").value.strip()
        limits = {"xlim": [], "ylim": []}
        for name, i in BOUNDS:
            limits[name].append(parse_number(by_id("{}-{}".format(name, i)).value))
        self._formula_problem = _formula_problem(text, limits)
        self._show_formula_problem()
        if not self._formula_problem:
            self._typed["formula"] = {"text": text, "xlim": limits["xlim"], "ylim": limits["ylim"]}
            self._show_understood(text)
            self.store.act(actions.enter_formula, **self._typed["formula"])

    def _show_formula_problem(self) -> None:
        """Say what is wrong with what was typed, or else with the field that was understood."""
        drawn = self.live_figure.problem if self.store["lab"]["landscape"] == TYPED_FIELD else None
        sentence = drawn[words.language()] if isinstance(drawn, dict) else None
        show_problem(by_id("formula-problem"), self._formula_problem or sentence)

    def _listen(self) -> None:
        self._landscape.addEventListener("change", self._choose_landscape)
        self._steps.addEventListener("input", self._enter_steps)
        for name in ["formula-text"] + ["{}-{}".format(name, i) for name, i in BOUNDS]:
            by_id(name).addEventListener("change", self._enter_formula)
        by_id("go").addEventListener("click", self._enter_start)
        for field in (self._start_x, self._start_y):
            field.addEventListener("keydown", self._start_key)

    def _list_landscapes(self) -> None:
        for landscape in self.store.catalogue.landscapes:
            self._landscape.append(make("option", value=landscape["key"]))
        self._landscape.append(make("option", value=TYPED_FIELD))

    def _list_methods(self) -> None:
        for method in self.store.catalogue.methods:
            row = MethodRow(method, self._choose_method, self._enter_setting)
            self._rows[row.name] = row
            by_id("methods").append(row.element)

    def _choose_landscape(self, event: object) -> None:
        self.store.act(actions.choose_landscape, landscape=self._landscape.value)

    def _choose_method(self, name: str, chosen: bool) -> None:
        self.store.act(actions.choose_method, name=name, chosen=chosen)

    def _enter_setting(self, method: str, name: str, value: float) -> None:
        self.store.act(actions.enter_setting, method=method, name=name, value=value)

    def _enter_steps(self, event: object) -> None:
        low, high = STEPS
        value = parse_whole(self._steps.value)
        good = value is not None and low <= value <= high
        sentence = None if good else words.say("problem.whole", low=low, high=high)
        show_problem(by_id("steps-problem"), sentence, self._steps)
        if good:
            self._typed["steps"] = value
            self.store.act(actions.enter_steps, steps=value)

    def _start_key(self, event: object) -> None:
        if event.key == "Enter":
            self._enter_start(event)

    def _enter_start(self, event: object) -> None:
        x, y = parse_number(self._start_x.value), parse_number(self._start_y.value)
        good = x is not None and y is not None and max(abs(x), abs(y)) <= LARGEST
        sentence = None if good else words.say("problem.start")
        show_problem(by_id("start-problem"), sentence, self._start_x)
        if good:
            self.store.act(actions.start_at, x=x, y=y)


def _formula_problem(text: str, limits: dict) -> str | None:
    """What is wrong with a formula and its bounds, in a sentence; None if nothing is."""
    for low, high in limits.values():
        if low is None or high is None or not are_bounds(low, high):
            return words.say("problem.limits")
    try:
        parse(text)
    except FormulaError as error:
        return error.message(words.language())
    return None
