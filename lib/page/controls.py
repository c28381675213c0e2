"""The lab's controls: landscape, methods with their hyper-parameters, steps, start."""

from math import exp, log

from page import state as states
from page import words
from page.dom import bilingual, by_id, make, show_problem
from page.markers import marker

SLIDER_STEPS = 200


class Controls:
    """Shows a picture's choices, changes them as the reader does, and has the viewer follow.

    A bad entry leaves the picture alone and gets a sentence beside the field, where it stays.
    """

    def __init__(self, picture, catalogue, viewer):
        self.picture, self.catalogue, self.viewer = picture, catalogue, viewer
        self.landscape, self.steps = by_id("landscape"), by_id("steps")
        self.start_x, self.start_y = by_id("start-x"), by_id("start-y")
        self.rows = {}
        self._listen()
        self._list_landscapes()
        self._list_methods()
        self.show()

    def show(self):
        """Bring every control in line with the picture."""
        picture = self.picture
        self.landscape.value = picture["landscape"]
        own = picture["landscape"] == states.OWN_FIELD
        by_id("own-field").hidden, by_id("formula").hidden = not own, own
        landscape = states.landscape_of(picture, self.catalogue)
        by_id("formula").textContent = "z = " + landscape["formula"]
        self._show_formula()
        self.steps.value = str(picture["steps"])
        for name, row in self.rows.items():
            row.show(states.settings(picture, self.catalogue, name), name in picture["methods"])
        self.show_start()

    def show_start(self):
        start = self.picture["start"] or ("", "")
        self.start_x.value, self.start_y.value = (repr(v) if v != "" else v for v in start)
        show_problem(by_id("start-problem"), None, self.start_x)

    def translate(self):
        """Put words that cannot stand in the page in both languages at once into the chosen one."""
        for option in (self.landscape.options.item(i) for i in range(self.landscape.length)):
            if option.value == states.OWN_FIELD:
                titles = words.both("field.own")
            else:
                titles = self.catalogue.landscape(option.value)["title"]
            option.textContent = titles[words.language()]
        for row in self.rows.values():
            row.translate()

    def _show_formula(self):
        formula = self.picture["formula"]
        by_id("own-formula").value = formula["text"]
        for name in ("xlim", "ylim"):
            for i in range(2):
                by_id("{}-{}".format(name, i)).value = "%g" % formula[name][i]

    def _enter_formula(self, event):
        """Take the formula and its bounds over once they make sense."""
        limits = {
            name: [parse_number(by_id("{}-{}".format(name, i)).value) for i in range(2)]
            for name in ("xlim", "ylim")
        }
        good = all(
            low is not None and high is not None and low < high for low, high in limits.values()
        )
        text = by_id("own-formula").value.strip()
        show_problem(by_id("formula-problem"), None if good else words.say("problem.limits"))
        if good and text and len(text) <= states.LONGEST_FORMULA:
            self.picture["formula"] = {"text": text, "xlim": limits["xlim"], "ylim": limits["ylim"]}
            self.picture["start"] = None
            self.viewer.change_field()

    def _listen(self):
        self.landscape.addEventListener("change", self._choose_landscape)
        self.steps.addEventListener("input", self._enter_steps)
        for name in ("own-formula", "xlim-0", "xlim-1", "ylim-0", "ylim-1"):
            by_id(name).addEventListener("change", self._enter_formula)
        by_id("go").addEventListener("click", self._enter_start)
        for field in (self.start_x, self.start_y):
            field.addEventListener("keydown", self._start_key)

    def _list_landscapes(self):
        for landscape in self.catalogue.landscapes:
            self.landscape.append(make("option", value=landscape["key"]))
        self.landscape.append(make("option", value=states.OWN_FIELD))

    def _list_methods(self):
        for method in self.catalogue.methods:
            row = MethodRow(method, self._choose_method, self._enter_hyper)
            self.rows[row.name] = row
            by_id("methods").append(row.element)
        self.translate()

    def _choose_landscape(self, event):
        self.picture["landscape"] = self.landscape.value
        self.picture["start"] = None
        self.show()
        self.viewer.change_field()

    def _choose_method(self, name, chosen):
        wanted = set(self.picture["methods"])
        (wanted.add if chosen else wanted.discard)(name)
        methods = [m["name"] for m in self.catalogue.methods if m["name"] in wanted]
        self.picture["methods"] = methods
        self.rows[name].open(chosen)
        show_problem(by_id("methods-problem"), None if methods else words.say("status.no_method"))
        self.viewer.walk_anew()

    def _enter_hyper(self, method, name, value):
        states.enter(self.picture, method, name, value)
        self.viewer.walk_anew()

    def _enter_steps(self, event):
        low, high = states.STEPS
        value = parse_whole(self.steps.value)
        good = value is not None and low <= value <= high
        sentence = None if good else words.say("problem.whole", low=low, high=high)
        show_problem(by_id("steps-problem"), sentence, self.steps)
        if good:
            self.picture["steps"] = value
            self.viewer.walk_anew()

    def _start_key(self, event):
        if event.key == "Enter":
            self._enter_start(event)

    def _enter_start(self, event):
        x, y = parse_number(self.start_x.value), parse_number(self.start_y.value)
        good = x is not None and y is not None
        sentence = None if good else words.say("problem.start")
        show_problem(by_id("start-problem"), sentence, self.start_x)
        if good:
            self.viewer.start_at(x, y)


class MethodRow:
    """One optimizer: a check box with its colour and marker, and its hyper-parameters."""

    def __init__(self, method, on_choose, on_enter):
        self.name = name = method["name"]
        self.element = make("div", class_="method")
        self.box = make("input", type="checkbox", id="method-" + name)
        self.box.addEventListener("change", lambda event: on_choose(name, self.box.checked))
        label = make("label", for_="method-" + name)
        label.append(marker(method["colour"], method["marker"]), make("span", name))
        head = make("div", class_="method-name")
        head.append(self.box, label)
        self.element.append(head)
        self.fields = {}
        self.body = make("div", class_="method-hyper")
        for hyper in method["hyperparameters"]:
            field = HyperField(name, hyper, on_enter)
            self.fields[hyper["name"]] = field
            self.body.append(field.element)
        self.element.append(self.body)

    def show(self, settings, chosen):
        self.box.checked = chosen
        self.open(chosen)
        for name, field in self.fields.items():
            field.show(settings[name])

    def open(self, chosen):
        self.body.hidden = not chosen

    def translate(self):
        for field in self.fields.values():
            field.translate()


class HyperField:
    """A slider and a number box for one hyper-parameter; the slider is logarithmic for rates."""

    def __init__(self, method, hyper, on_enter):
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
        self.slider.addEventListener("input", self._slid)
        self.number.addEventListener("input", self._typed)

    def show(self, value):
        self.number.value = "%g" % value
        self.slider.value = str(self._to_slider(value))
        show_problem(self.problem, None, self.number)

    def translate(self):
        label = self.hyper["label"][words.language()]
        name = words.say("hyper.more", name=self.method, label=label)
        self.slider.setAttribute("aria-label", name)
        self.number.setAttribute("aria-label", name)

    def _slid(self, event):
        value = self._from_slider(int(self.slider.value))
        self.number.value = "%g" % value
        show_problem(self.problem, None, self.number)
        self.on_enter(self.method, self.hyper["name"], value)

    def _typed(self, event):
        value = parse_number(self.number.value)
        good = value is not None and self.low <= value <= self.high
        if good:
            self.slider.value = str(self._to_slider(value))
            self.on_enter(self.method, self.hyper["name"], value)
        sentence = words.say(
            "problem.number",
            name=self.hyper["label"][words.language()],
            low="%g" % self.low,
            high="%g" % self.high,
        )
        show_problem(self.problem, None if good else sentence, self.number)

    @property
    def _logarithmic(self):
        return self.low > 0 and self.high / self.low >= 100

    def _to_slider(self, value):
        if self._logarithmic:
            part = log(max(value, self.low) / self.low) / log(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return round(SLIDER_STEPS * min(max(part, 0), 1))

    def _from_slider(self, position):
        part = position / SLIDER_STEPS
        if self._logarithmic:
            value = self.low * exp(part * log(self.high / self.low))
        else:
            value = self.low + part * (self.high - self.low)
        return float("%.3g" % value)


def parse_number(text):
    """The finite number a person typed (full-width digits and signs too), or None."""
    half_width = "".join(_half_width(letter) for letter in text.strip())
    try:
        value = float(half_width)
    except ValueError:
        return None
    return value if value - value == 0 else None


def parse_whole(text):
    value = parse_number(text)
    return int(value) if value is not None and value == int(value) else None


def _half_width(letter):
    code = ord(letter)
    if letter in "−ー―":
        return "-"
    return chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else letter
