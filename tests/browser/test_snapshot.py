"""Later visits: Python comes from a snapshot of its memory, and nobody can tell by what it does."""

import pytest

from chromium import launch_another
from pages import FieldPage, new_context, until
from runtime import ROOT

OCCASION, RECORD = "lib/worker/snapshot/occasion.mjs", "lib/worker/snapshot/record.mjs"
PRECOMPILED = "lib/worker/precompiled.mjs"
STATE = "document.documentElement.dataset.snapshot"
# Runs a function of the store in which the snapshot is kept.
STORE = """
async ([name, work]) => {
    const opening = indexedDB.open(name);
    const done = request => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const database = await done(opening);
    const store = mode => database.transaction("kept", mode).objectStore("kept");
    const get = name => done(store("readonly").get(name));
    const put = (value, name) => done(store("readwrite").put(value, name));
    const found = await new Function("get", "put", "store", "done",
        `return (async () => { ${work} })()`)(get, put, store, done);
    database.close();
    return found;
}
"""
CHANGE = "const record = await get('record'); {} await put(record, 'record');"

# What a visitor's programs may ask, and how it was started must not matter to.
PROGRAMS = [
    "import json, decimal, wave\nprint(json.dumps({'a': [1.5]}), decimal.Decimal(1) / 3)",
    "import pandas",
    "import matplotlib.animation, mpl_toolkits.mplot3d\nprint(matplotlib.animation.__name__)",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(plt.get_backend())",
    "import numpy\nprint(numpy.linalg.eigvals([[2, 1], [1, 3]]), numpy.fft.fft([1, 2, 3]))",
    "import numpy\nprint(numpy.random.default_rng(1).random(), numpy.__version__)",
    "import os, sys, time, locale\nprint(sorted(os.environ.items()), time.tzname, sys.path)"
    "\nprint(os.getcwd(), sorted(os.listdir()), locale.getlocale(), sys.stdout.encoding)"
    "\nprint([getattr(one, '__name__', type(one).__name__) for one in sys.meta_path])",
    "import datetime\nprint(datetime.datetime(2026, 7, 1).astimezone().isoformat())",
    "import os\nfor folder in ('/', '/lib/python3.14/site-packages', '/home/pyodide/visualizer'):"
    "\n    print(sorted(os.listdir(folder)))",
    "from matplotlib import font_manager\nprint(font_manager.findfont('DejaVu Serif'))",
    "def f(n):\n    return f(n + 1)\nf(0)",
    "from matplotlib.ft2font import FT2Font\nFT2Font('/nowhere.ttf')",
    "import ctypes\nprint(ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda x: x + 1)(41))",
    "from js import Object\nfrom pyodide.ffi import to_js\n"
    "print(to_js({'a': 1}, dict_converter=Object.fromEntries).a)",
    "import tempfile, pathlib\nwith tempfile.TemporaryDirectory() as folder:\n"
    "    path = pathlib.Path(folder, 'é')\n    path.write_text('ü')\n    print(path.read_text())",
    "while True:\n    pass",
    "x = = 1",
]
DICE = """
import random, numpy, uuid
print(random.random(), numpy.random.rand(), numpy.random.default_rng().random(), uuid.uuid4())
"""
# Ends the worker: nothing inside stops a call into C.
ENDLESS = "sum(range(10**12))"


class Visitor:
    """A browser in which the site was, or is, visited."""

    def __init__(self, chromium, url):
        self.context = new_context(chromium, 1280, 800, timezone_id="Asia/Tokyo")
        self.page = FieldPage(self.context, url)
        # Not ten seconds, of which a test has too many.
        self.rewrite(OCCASION, "QUIET = 10_000", "QUIET = 100")

    def rewrite(self, path, old, new):
        text = (ROOT / "build/site" / path).read_text(encoding="utf-8")
        assert old in text
        body = text.replace(old, new)
        fulfil = {"body": body, "content_type": "text/javascript"}
        self.context.route(f"**/{path}", lambda route: route.fulfill(**fulfil))

    def visit(self):
        self.page.open_ready()
        return self.page

    def wait_state(self, *states):
        """Until it is known what has become of the snapshot."""
        wanted = "states => states.includes(document.documentElement.dataset.snapshot)"
        self.page.wait_until(wanted, list(states), seconds=60)
        return self.page.tab.evaluate(STATE)

    def visit_until(self, *states):
        self.visit()
        return self.wait_state("made", "restored", "refused", "unwanted") in states

    def store(self, work):
        path = self.page.tab.evaluate("new URL('.', location.href).pathname")
        return self.page.tab.evaluate(STORE, [f"snapshot {path}", work])

    def attempts(self):
        return self.store("return await get('attempts')")


@pytest.fixture(scope="module")
def visitor(chromium, site_url):
    """Somebody who was here before: what was seen then is in first."""
    visitor = Visitor(chromium, site_url)
    visitor.visit()
    visitor.first = seen(visitor.page)
    assert visitor.wait_state("made", "refused") == "made"
    yield visitor
    visitor.context.close()


@pytest.fixture
def restored(visitor):
    assert visitor.visit_until("restored")
    yield visitor.page
    visitor.page.check()


VIEWS = ["button[data-view=arrows]", "button[data-view=surface]", "button[data-tab=lesson]"]


def seen(page):
    """Pictures, and what programs say."""
    pictures = [page.picture()]
    for button in VIEWS:
        with page.new_picture():
            page.tab.click(button)
        pictures.append(page.picture())
    return pictures, *programs_told(page)


def programs_told(page):
    page.open_tab("code")
    page.editor.wait_for()
    return {code: told(page, code) for code in PROGRAMS}, told(page, DICE)


def told(page, code):
    """(what a program has printed, the sentence about its end, how many figures it has drawn)."""
    page.run(code)
    page.wait_run_ends()
    output, problem = (page.tab.locator(f"#code .{part}") for part in ("output", "problem"))
    figures = page.tab.locator("#code .figures canvas").count()
    return output.inner_text().strip(), problem.inner_text().strip(), figures


def test_a_later_visit_restores_and_does_the_same_to_the_last_pixel(visitor, restored):
    pictures, programs, dice = visitor.first
    restored.begin_anew()
    restored.wait_picture(pictures[0])
    for button, picture in zip(VIEWS, pictures[1:], strict=True):
        restored.tab.click(button)
        restored.wait_picture(picture)
    programs_now, dice_now = programs_told(restored)
    for code in PROGRAMS:
        assert programs_now[code] == programs[code], code
    assert dice_now != dice


def test_random_numbers_are_others_at_each_visit(visitor, restored):
    def thrown():
        restored.open_tab("code")
        restored.editor.wait_for()
        return told(restored, DICE)[0].split()

    once = thrown()
    assert visitor.visit_until("restored")
    assert not set(once) & set(thrown())


def test_an_attempt_that_ended_well_does_not_count(visitor, restored):
    until(lambda: visitor.attempts()["restoring"], lambda count: count == 0)


DAMAGES = {
    "cut off": "record.bytes = record.bytes.slice(0, record.bytes.size - 5000);",
    "a byte": "record.bytes = new Blob([record.bytes.slice(0, 99), 'x', record.bytes.slice(100)]);",
    "other places": "record.plan.places[0] += 16;",
    "no plan": "delete record.plan;",
    "no modules": "record.plan.libraries[2] += 'x';",
    "of no use to Pyodide": "record.plan.config.hiwireKeys.push({ path: ['no', 'such'] });",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_snapshot_is_thrown_away_and_made_again(visitor, restored, damage):
    visitor.store(CHANGE.format(DAMAGES[damage]))
    assert visitor.visit_until("made")
    visitor.page.begin_anew()
    visitor.page.wait_picture(visitor.first[0][0])
    assert visitor.visit_until("restored")


def test_another_releases_snapshot_is_not_used(visitor, restored):
    visitor.store(CHANGE.format("record.key = record.key.replace('[\"', '[\"another ');"))
    assert visitor.visit_until("made")
    assert visitor.visit_until("restored")


UNFINISHED = "const tried = await get('attempts'); await put({{ ...tried, {} }}, 'attempts');"


def test_on_another_day_what_never_came_to_an_end_is_tried_again(visitor, restored):
    visitor.store(UNFINISHED.format("restoring: 3, day: tried.day - 1"))
    assert visitor.visit_until("restored")


def test_what_never_came_to_an_end_is_not_tried_for_ever(visitor, restored):
    visitor.store(UNFINISHED.format("restoring: 3"))
    try:
        assert visitor.visit_until("refused")
        assert visitor.store("return await get('record') === undefined")
        assert visitor.visit_until("refused")
    finally:
        visitor.store("await done(store('readwrite').clear());")
        assert visitor.visit_until("made")


REFUSALS = {
    "no IndexedDB": "const request = undefined.open(",
    "it is blocked": "const request = { get error() { setTimeout(() => this.onerror()); } };"
    " request.error; const unused = (",
    "it never answers": "const request = {}; const unused = (",
}


@pytest.mark.parametrize("how", REFUSALS)
def test_without_storage_the_page_works(chromium, site_url, how):
    visitor = Visitor(chromium, site_url)
    visitor.rewrite(RECORD, "const request = indexedDB.open(", REFUSALS[how])
    visitor.rewrite(PRECOMPILED, "await indexedDB.databases?.()", "undefined")
    page = visitor.visit()
    page.walk_from(-7, 2)
    page.check()
    visitor.context.close()


@pytest.mark.parametrize(
    "poor",
    [
        "Object.defineProperty(Navigator.prototype, 'deviceMemory', { value: 4 })",
        "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } })",
        "StorageManager.prototype.estimate = async () => ({ quota: 2e8, usage: 0 })",
    ],
)
def test_small_devices_and_full_ones_make_none(chromium, site_url, poor):
    visitor = Visitor(chromium, site_url)
    visitor.context.add_init_script(poor)
    assert visitor.visit_until("unwanted")
    visitor.page.check()
    visitor.context.close()


def test_a_classrooms_insecure_address_has_it_too(chromium, site_url):
    browser = launch_another(chromium, "--host-resolver-rules=MAP kiosk.test 127.0.0.1")
    visitor = Visitor(browser, site_url.replace("localhost", "kiosk.test"))
    # It does not say how much memory there is: processors are counted in its place.
    processors = "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 8 })"
    visitor.context.add_init_script(processors)
    assert visitor.visit_until("made")
    assert visitor.page.tab.evaluate("isSecureContext") is False
    assert visitor.visit_until("restored")
    visitor.page.check()
    browser.close()


# Seen from inside, for it may be over in a moment.
WATCH = """
() => {
    const boot = document.getElementById("boot");
    let shown = window.replaced = false;
    new MutationObserver(() => {
        window.replaced ||= shown && boot.hidden;
        shown ||= !boot.hidden;
    }).observe(boot, { attributes: true });
}
"""


def stop_by_force(page):
    """Run what has to be ended from outside, and wait for the next worker's figure."""
    page.tab.evaluate(WATCH)
    page.run(ENDLESS)
    page.wait_until("() => window.replaced", seconds=60)


def test_the_next_worker_gets_the_memory_of_the_one_that_was_stopped(visitor, restored):
    restored.open_tab("code")
    restored.editor.wait_for()
    picture = restored.picture()
    # Nothing is left to read: it must come from the page.
    visitor.store("await done(store('readwrite').delete('record'));")
    try:
        for number in range(3):
            restored.tab.evaluate(f"delete {STATE}")
            stop_by_force(restored)
            visitor.wait_state("restored")
            restored.wait_picture(picture)
            restored.wait_run_ends()
            assert told(restored, f"import wave\nprint({number})") == (str(number), "", 0)
    finally:
        assert visitor.visit_until("made")


def test_the_next_worker_of_the_first_visit_reads_what_was_made_meanwhile(visitor, restored):
    visitor.store("await done(store('readwrite').clear());")
    assert visitor.visit_until("made")
    page = visitor.page
    page.open_tab("code")
    page.editor.wait_for()
    stop_by_force(page)
    assert visitor.wait_state("restored")
    page.wait_run_ends()
    assert told(page, "print(6 * 7)") == ("42", "", 0)
