"""What the tests do with the page, in the words of its user."""

import base64
import contextlib
import json
import math
import time
import zlib

from playwright.sync_api import TimeoutError

BOOT_MILLISECONDS = 90_000
PATIENCE = 20  # seconds
STORED = "optimization-of-parameters"

DIGEST = """
async () => {
    const canvas = document.getElementById("figure");
    if (canvas.dataset.quick === "true") return null;
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const hash = await crypto.subtle.digest("SHA-256", data);
    return [...new Uint8Array(hash)].join(",");
}
"""
# The words below the figure stay until the next walk is known: they must be about the start shown.
WALKED = """
rows => {
    const texts = selector => [...document.querySelectorAll(selector)].map(e => e.innerText.trim());
    const cells = texts("#results td:nth-child(2)");
    if (cells.length === 0 || cells.includes("—")) return false;
    if (rows && rows.join() !== texts("#results th").join()) return false;
    if (document.getElementById("lab").hidden) return true;
    const told = document.getElementById("status").innerText.replaceAll("−", "-");
    const [, x, y] = told.match(/\\(([^,()]+), ([^,()]+)\\)/) ?? [];
    const shown = axis => Number(document.getElementById(`start-${axis}`).value).toPrecision(4);
    return Number(x) === Number(shown("x")) && Number(y) === Number(shown("y"));
}
"""


# What the page draws itself lies on the plane, over the figure.
WATCH = """
([px, py, wanted]) => {
    const seen = name => {
        const canvas = document.getElementById(name);
        const ratio = canvas.width / canvas.getBoundingClientRect().width;
        const at = [Math.round(px * ratio), Math.round(py * ratio), 1, 1];
        return canvas.getContext("2d").getImageData(...at).data;
    };
    window.watched = { frames: 0, without: 0 };
    const look = () => {
        const mark = seen("plane");
        const pixel = mark[3] > 127 ? mark : seen("figure");
        watched.frames += 1;
        watched.without += wanted.some((value, i) => Math.abs(value - pixel[i]) > 60);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}
"""


class FieldPage:
    """One tab with the site. strayed: requests that left the server; errors: console errors."""

    def __init__(self, context, url, route=None):
        self.context, self.url = context, url
        self.strayed, self.errors = [], []
        self.may_fail = False
        context.route("**/*", route or self._stay_local)
        self.tab = context.new_page()
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("console", self._heard)

    # Opening it, and finding it again as it was in the beginning

    def open(self, path=""):
        self.tab.goto(self.url + path)

    def open_ready(self, path=""):
        self.open(path)
        self.wait_ready()

    def beside(self):
        """A second tab of the same browser, nothing opened in it yet."""
        return FieldPage(self.context, self.url)

    def follow(self, state):
        """Follow a link that carries this state, in the same tab."""
        self.tab.evaluate("fragment => { location.hash = fragment; }", link_to(state))

    def begin_anew(self):
        """Have the page as nobody has touched it, but for what was written and guessed.

        By links, so that Python need not be loaded again; by two, so that the second is seen, and
        nothing stays that is about the first one's field.
        """
        self.tab.bring_to_front()
        for landscape, steps in (("bowl", 7), ("valley", 30)):
            lab = {"landscape": landscape, "steps": steps}
            self.follow({"tab": "lab", "language": "ja", "lab": lab})
            self.wait_until("s => document.getElementById('steps').value === s", str(steps))
            self.tab.wait_for_selector("#lab", state="visible")

    def check(self):
        """Nothing went to other servers and no error reached the console since the last check."""
        strayed, errors, self.strayed, self.errors = self.strayed, self.errors, [], []
        assert strayed == []
        assert errors == [] or self.may_fail

    # Waiting for it

    def wait_until(self, condition, argument=None, seconds=PATIENCE):
        """Until a JavaScript function, which may be async, is true of the argument."""
        self.tab.wait_for_function(condition, arg=argument, timeout=1000 * seconds)

    def wait_for_micropython(self):
        """Until the page itself answers, Python still loading in the worker."""
        last = "#sections option >> nth=0"  # the lesson is opened with the last piece of the page
        self.tab.wait_for_selector(last, state="attached", timeout=BOOT_MILLISECONDS)

    def wait_ready(self):
        """Until the first figure is on the canvas; else it fails with what the page says so far."""
        try:
            self.tab.wait_for_selector("#boot", state="hidden", timeout=BOOT_MILLISECONDS)
        except TimeoutError as error:
            told = self.tab.locator("#boot").inner_text()
            raise AssertionError(f"the page says {told!r}, the console {self.errors}") from error

    def wait_walked(self, rows=None):
        """Until the results are those of a finished walk, of these methods if any are given.

        Returns {method: cells}. After a change of anything but the start, see new_results.
        """
        self.wait_until(WALKED, rows)
        return self.results()

    @contextlib.contextmanager
    def new_results(self, rows=None):
        """Until a walk is finished with other results than before what is done inside."""
        before = self.tab.locator("#results").inner_text()
        yield
        self.wait_until("before => document.getElementById('results').innerText !== before", before)
        self.wait_walked(rows)

    @contextlib.contextmanager
    def new_picture(self):
        """Until matplotlib's figure is another one than before what is done inside."""
        before = self.picture()
        yield
        changed = "const now = await ({})(); return now && now !== before".format(DIGEST)
        self.wait_until(f"async before => {{ {changed} }}", before)

    def wait_picture(self, digest):
        """Until the figure is a known one."""
        self.wait_until(f"async digest => await ({DIGEST})() === digest", digest)

    def wait_carried(self, accept):
        """Until accept(state) is true of what the address carries; returns that."""
        return until(self.carried, accept)

    def wait_kept(self, entry, item, accept):
        """Until accept(value) is true of what the browser keeps; returns that."""
        return until(lambda: self.kept(entry, item), accept)

    # What it shows

    def results(self):
        rows = self.tab.locator("#results tr").all()
        return {
            row.locator("th").inner_text().strip(): [
                cell.inner_text() for cell in row.locator("td").all()
            ]
            for row in rows
        }

    def start(self):
        """The start that the page shows, as floats."""
        return tuple(float(self.tab.locator(f"#start-{axis}").input_value()) for axis in "xy")

    def status(self):
        return self.tab.locator("#status").inner_text()

    def steps_played(self):
        """How many steps the player offers."""
        return int(self.tab.locator("#moment").get_attribute("max"))

    def pixel(self, px, py, canvas="figure"):
        """RGBA of one CSS pixel of a canvas."""
        return self.tab.evaluate(
            """([name, px, py]) => {
                const canvas = document.getElementById(name);
                const ratio = canvas.width / canvas.getBoundingClientRect().width;
                const at = [Math.round(px * ratio), Math.round(py * ratio), 1, 1];
                return [...canvas.getContext("2d").getImageData(...at).data];
            }""",
            [canvas, px, py],
        )

    def watch_pixel(self, px, py, colour):
        """Look at one CSS pixel in each frame from now on; see frames_without()."""
        self.tab.evaluate(WATCH, [px, py, list(colour)])

    def frames_without(self):
        """[frames so far, those in which the watched pixel was of another colour]."""
        return self.tab.evaluate("[watched.frames, watched.without]")

    def wait_matplotlib(self):
        """Until matplotlib's figure has taken the place of the page's own."""
        self.wait_until("document.getElementById('figure').dataset.quick === 'false'")

    def picture(self):
        """A digest of the pixels of matplotlib's figure, to see whether it changed."""
        self.wait_until("document.getElementById('figure').dataset.quick !== 'true'")
        return self.tab.evaluate(DIGEST)

    def canvas_size(self):
        box = self.tab.locator("#plane").bounding_box()
        return box["width"], box["height"]

    # What it hands on and keeps

    def fragment(self):
        return self.tab.evaluate("location.hash.slice(1)")

    def carried(self):
        """The state that the address carries; {} if it carries none."""
        return state_of(self.fragment())

    def kept(self, entry, item):
        """What the browser keeps of an entry's item; None if nothing."""
        name = f"{STORED}.{entry}.{item}"
        return json.loads(self.tab.evaluate("name => localStorage.getItem(name)", name) or "null")

    # What is done with it

    def click_field(self, px, py):
        """Click a pixel of the field's canvas."""
        self.tab.locator("#plane").click(position={"x": px, "y": py})

    def type_start(self, x, y):
        self.tab.fill("#start-x", str(x))
        self.tab.fill("#start-y", str(y))
        self.tab.click("#go")

    def walk_from(self, x, y, rows=None):
        """Type a start and walk from there; returns the results."""
        self.type_start(x, y)
        return self.wait_walked(rows)

    def type_formula(self, text):
        """Choose the reader's own field, type its formula and press Enter."""
        self.tab.select_option("#landscape", "typed")
        self.tab.fill("#formula-text", text)
        self.tab.press("#formula-text", "Enter")

    def open_tab(self, name):
        self.tab.click(f"button[data-tab={name}]")

    def go_to(self, section):
        self.tab.select_option("#sections", section)

    @property
    def article(self):
        """The section of the lesson that is open."""
        return self.tab.locator("article:not([hidden])")

    @property
    def editor(self):
        return self.tab.locator(".cm-content:visible")

    @property
    def run_button(self):
        return self.tab.locator(".editor-buttons .primary:visible")

    def write(self, code):
        """Put code into the editor on view in place of what stands there."""
        self.editor.click()
        self.tab.keyboard.press("Control+a")
        self.tab.keyboard.insert_text(code)

    def run(self, code):
        """Write code and press Ctrl+Enter."""
        self.write(code)
        self.tab.keyboard.press("Control+Enter")

    def reset_code(self):
        self.tab.locator(".editor-buttons button:not(.primary):visible").click()

    def judge(self, code):
        """Answer the exercise on view; returns the diagnosis."""
        self.editor.wait_for()
        self.reset_code()
        self.run(code)
        return self.wait_judged()

    def wait_judged(self):
        diagnosis = self.article.locator(".diagnosis")
        diagnosis.wait_for(timeout=1000 * PATIENCE)
        return diagnosis

    def wait_run_ends(self):
        """Until the Run button can be pressed again."""
        self.run_button.and_(self.tab.locator(":enabled")).wait_for(timeout=1000 * PATIENCE)

    def _stay_local(self, route):
        if route.request.url.startswith((self.url, "blob:", "data:")):
            route.continue_()
        else:
            self.strayed.append(route.request.url)
            route.abort()

    def _heard(self, message):
        if message.type == "error":
            self.errors.append(message.text)


def new_context(chromium, width, height, **context):
    """A visitor's browser. Without service workers, so that every request can be seen and cut."""
    size = {"width": width, "height": height}
    return chromium.new_context(viewport=size, **{"service_workers": "block", **context})


@contextlib.contextmanager
def kept_open(chromium, url, path="", width=1280, height=800, **context):
    """A ready page that several tests use one after another (see FieldPage.begin_anew)."""
    opened = new_context(chromium, width, height, **context)
    page = FieldPage(opened, url)
    page.open_ready(path)
    yield page
    opened.close()


def until(read, accept, seconds=PATIENCE):
    """What read() returns once accept() is true of it."""
    end = time.monotonic() + seconds
    while not accept(value := read()):
        assert time.monotonic() < end, f"after {seconds} seconds still {value}"
        time.sleep(0.02)
    return value


def link_to(state):
    """The fragment of an address that carries this state."""
    packed = zlib.compressobj(wbits=-15)
    data = packed.compress(json.dumps(state).encode()) + packed.flush()
    return "1." + base64.urlsafe_b64encode(data).decode().rstrip("=")


def state_of(fragment):
    """The state that a fragment carries."""
    encoded = fragment.removeprefix("1.")
    padded = encoded + "=" * (-len(encoded) % 4)
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(padded), -15)) if encoded else {}


def read_pair(text):
    """The two numbers of "(−2.58, 0.697)" as shown in the table."""
    first, second = text.strip("()").replace("−", "-").split(", ")
    return float(first), float(second)


def shown(value, digits=4):
    """A value as rounded for the table."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else value
