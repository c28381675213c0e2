"""A row of the lab's list of methods: its check box and its hyper-parameters."""

from math import exp, log

from page.frame import words
from page.frame.dom import bilingual, make, show_problem
from page.lab.numbers import parse_number
from page.stage.symbols import symbol

SLIDER_STEPS = 200


class MethodRow:
    """One optimizer: a check box with its colour and marker, and its hyper-parameters."""

    def __init__(self, method: dict, on_choose: object, on_enter: object) -> None:
        self.name = name = method["name"]
        self.element = make("div", class_="method")
        self.box = make("input", type="checkbox", id="method-" + name)
        self.box.addEventListener("change", lambda event: on_choose(name, self.box.checked))
        label = make("label", for_="method-" + name)
        label.append(symbol(method["colour"], method["marker"]), make("span", method["label"]))
        head = make("div", class_="method-name")
        head.append(self.box, label)
        self.element.append(head)
        self.fields = {}
        self.body = make("div", class_="method-hyper")
        for hyper in method["hyperparameters"]:
            field = SettingField(name, hyper, on_enter)
            self.fields[hyper["name"]] = field
            self.body.append(field.element)
        self.element.append(self.body)

    def show(self, settings: dict, chosen: bool) -> None:
        self.box.checked = chosen
        self.open(chosen)
        for name, field in self.fields.items():
            field.show(settings[name])

    def forget(self) -> None:
        """What was typed has no meaning any more."""
        for field in self.fields.values():
            field.value = None

    def open(self, chosen: bool) -> None:
        self.body.hidden = not chosen

    def translate(self) -> None:
        for field in self.fields.values():
            field.translate()


class SettingField:
    """A slider and a number box for one hyper-parameter; the slider is logarithmic for rates."""

    def __init__(self, method: str, hyper: dict, on_enter: object) -> None:
        self.method, self.hyper, self.on_enter = method, hyper, on_enter
        self.low, self.high = hyper["low"], hyper["high"]
        self.element = make("div", class_="hyper")
        self.number = make("input", type="text", inputmode="decimal", autocomplete="off")
        self.slider = make("input", type="range", min=0, max=SLIDER_STEPS, step=1)
        self.problem = make("p", class_="problem", role="alert")
        self.problem.hidden = True
        self.number.id = "{}-{}".format(method, hyper["name"])
        label = make("label", for_=self.number.id)
        label.append(bilingual(hyper["label"]))
        self.element.append(label, self.slider, self.number, self.problem)
        self.value: float | None = None
        self.slider.addEventListener("input", self._slid)
        self.number.addEventListener("input", self._typed)

    def show(self, value: float) -> None:
        """Show a value; one that is shown already stays as it was typed."""
        if value == self.value:
            return
        self.value = value
        self.number.value = "%g" % value
        self.slider.value = str(self._to_slider(value))
        show_problem(self.problem, None, self.number)

    def translate(self) -> None:
        label = self.hyper["label"][words.language()]
        name = words.say("hyper.more", name=self.method, label=label)
        self.slider.setAttribute("aria-label", name)
        self.number.setAttribute("aria-label", name)

    def _slid(self, event: object) -> None:
        value = self._from_slider(int(self.slider.value))
        self.number.value = "%g" % value
        show_problem(self.problem, None, self.number)
        self.value = value
        self.on_enter(self.method, self.hyper["name"], value)

    def _typed(self, event: object) -> None:
        value = parse_number(self.number.value)
        good = value is not None and self.low <= value <= self.high
        if good:
            self.slider.value = str(self._to_slider(value))
            self.value = value
            self.on_enter(self.method, self.hyper["name"], value)
        sentence = words.say(
            "problem.number",
            name=self.hyper["label"][words.language()],
            low="%g" % self.low,
            high="%g" % self.high,
        )
        show_problem(self.problem, None if good else sentence, self.number)

    @property
    def _logarithmic(self) -> bool:
        return self.low > 0 and self.high / self.low >= 100

    def _to_slider(self, value: float) -> int:
        if self._logarithmic:
            part = log(max(value, self.low) / self.low) / log(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return round(SLIDER_STEPS * min(max(part, 0), 1))

    def _from_slider(self, position: int) -> float:
        part = position / SLIDER_STEPS
        if self._logarithmic:
            value = self.low * exp(part * log(self.high / self.low))
        else:
            value = self.low + part * (self.high - self.low)
        return float("%.3g" % value)
