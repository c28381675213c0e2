"""Whether the memory of the tab levels off in long use: as a table, part by part.

    build/tests-venv/bin/python tests/benchmarks/soak.py [part ...] [--scale 0.05] [--site FOLDER]

Parts: clicks (3000 on the field), playback (5 minutes), kiosk (20 minutes, nobody near), runs (100
of code in the code tab, 20 of them stopped), changes (50 of landscape, view and section),
replacements (50 of the worker, from an earlier visit's snapshot). Each has a fresh tab. --scale
shortens them all; --site soaks another built site than this project's. Linux only: what a process
holds is read from /proc.

- tab: memory of the tab's process after a forced collection; most: the most since the row before
- heap, buffers: JavaScript's objects, and the array buffers that they hold, on the page's thread

Ends with exit code 1 if a tab has grown by 60 MB or more in the second half of a part; by 250 where
workers are replaced, for the browser may hold one a little longer.
"""

import argparse
import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests"), str(Path(__file__).parent)]

from measuring import browser
from playwright.sync_api import Browser, Page

from build import build
from server import SiteServer

ROWS = 10
COLUMNS = ("tab", "most", "heap", "buffers")
# The bound of what a tab may grow by in the second half of a part.
GROWTH, GROWTH_OF = 60, {"replacements": 250}
MB = 1 << 20
BOOT_MILLISECONDS = 120_000

# Clicks here and there; after each, until all results are there and they are new ones.
CLICKS = """
async ([from, to]) => {
  const plane = document.getElementById("plane"), results = document.getElementById("results");
  const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  for (let i = from; i < to; i++) {
    const box = plane.getBoundingClientRect(), before = results.innerText;
    const along = (i * 0.618034) % 1, across = (i * 0.754878) % 1;
    const at = { clientX: box.x + box.width * (0.15 + 0.7 * along), pointerType: "touch",
                 clientY: box.y + box.height * (0.15 + 0.7 * across), bubbles: true };
    plane.dispatchEvent(new PointerEvent("pointerdown", at));
    plane.dispatchEvent(new PointerEvent("pointerup", at));
    await wait(80);
    for (let tries = 0; tries < 100; tries++) {
      if (results.innerText !== before && !results.innerText.includes("—")) break;
      await wait(20);
    }
  }
}
"""

PLAY = """
() => {
  const button = document.getElementById("play");
  setInterval(() => button.disabled || button.dataset.playing === "true" || button.click(), 200);
}
"""

# Resolves when the figure looks different from before, or after a second.
CHANGE = """
async ([selector, value]) => {
  const figure = document.getElementById("figure"), small = new OffscreenCanvas(64, 40);
  const context = small.getContext("2d", { willReadFrequently: true });
  const look = () => {
    context.clearRect(0, 0, 64, 40);
    context.drawImage(figure, 0, 0, 64, 40);
    return context.getImageData(0, 0, 64, 40).data.join();
  };
  const before = look(), element = document.querySelector(selector);
  if (value === null) element.click();
  else {
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (let tries = 0; tries < 20; tries++) {
    await new Promise(resolve => setTimeout(resolve, 50));
    if (look() !== before) return;
  }
}
"""

PROGRAM = """
from visualizer import Adventurer, Field, SGD

field = Field(lambda x, y: x**2 / 20 + y**2, (-10, 10), (-5, 5))
adventurer = Adventurer(-7, 2)
adventurer.optimize(field, SGD(0.9))
field.plot(route=adventurer.route)
print("run", {number})
"""
# Stopped inside Python, and by ending the worker, for nothing inside stops a call into C.
ENDLESS = ("while True: pass", "sum(range(10**12))")


class Memory:
    """What the tab's process holds, in MB. Watches the most of it in a thread of its own."""

    def __init__(self, chromium: Browser, page: Page) -> None:
        processes = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        self.renderers = [
            one["id"] for one in processes["processInfo"] if one["type"] == "renderer"
        ]
        self.session = page.context.new_cdp_session(page)
        self.most = 0.0
        threading.Thread(target=self._watch, daemon=True).start()

    def row(self) -> dict[str, float]:
        most, self.most = max(self.most, self._held()), 0.0
        self.session.send("HeapProfiler.collectGarbage")
        # The allocator hands pages back to the system a little later.
        time.sleep(0.5)
        heap = self.session.send("Runtime.getHeapUsage")
        buffers = heap.get("backingStorageSize", 0) / MB
        return {
            "tab": self._held(),
            "most": most,
            "heap": heap["usedSize"] / MB,
            "buffers": buffers,
        }

    def _held(self) -> float:
        return sum(_process_size(process) for process in self.renderers)

    def _watch(self) -> None:
        while self._held():
            self.most = max(self.most, self._held())
            time.sleep(0.5)


def _process_size(process: int) -> float:
    """MB that this process holds, and its share of what it holds with others; 0: it has ended.

    Without what is mapped from files, the browser itself for the most part: of that the share grows
    whenever another browser on the machine ends.
    """
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        held = [line for line in lines if line.startswith(("Pss_Anon:", "Pss_Shmem:"))]
        return sum(int(line.split()[1]) for line in held) / 1024
    return 0.0


def _spans(amount: float) -> Iterator[tuple[int, int]]:
    """The beginning and end of each row's share of so many repetitions."""
    for i in range(ROWS):
        yield round(amount * i / ROWS), round(amount * (i + 1) / ROWS)


def clicks(page: Page, scale: float) -> Iterator[str]:
    for span in _spans(3000 * scale):
        page.evaluate(CLICKS, span)
        yield f"{span[1]} clicks"


def playback(page: Page, scale: float) -> Iterator[str]:
    page.evaluate(CLICKS, (0, 1))
    page.evaluate(PLAY)
    yield from _wait(page, 300 * scale)


def kiosk(page: Page, scale: float) -> Iterator[str]:
    yield from _wait(page, 1200 * scale)


def _wait(page: Page, seconds: float) -> Iterator[str]:
    for i in range(ROWS):
        page.wait_for_timeout(1000 * seconds / ROWS)
        yield f"{seconds * (i + 1) / ROWS:.0f} s"


def runs(page: Page, scale: float) -> Iterator[str]:
    page.click("button[data-tab=code]")
    for first, end in _spans(100 * scale):
        for number in range(first, end):
            if number % 5 == 4:
                _run(page, ENDLESS[number // 5 % 2])
                page.wait_for_selector("#code .problem", timeout=60_000)
            else:
                _run_to_its_end(page, PROGRAM.format(number=number), f"run {number}")
        _run_to_its_end(page, f"print('after', {end})", f"after {end}")
        yield f"{end} runs"


def _run(page: Page, code: str) -> None:
    page.locator("#code .cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")
    page.wait_for_function("!document.querySelector('#code .primary').disabled", timeout=60_000)


def _run_to_its_end(page: Page, code: str, output: str) -> None:
    """Run it until it runs: a worker that has been ended may not be replaced yet."""
    for _ in range(100):
        _run(page, code)
        if output in page.locator("#code .output").inner_text():
            return
        page.wait_for_timeout(500)
    raise TimeoutError(page.locator("#code").inner_text())


def replacements(page: Page, scale: float) -> Iterator[str]:
    _wait_for_snapshot(page, "made")
    page.reload()
    _wait_for_snapshot(page, "restored")
    page.click("button[data-tab=code]")
    for first, end in _spans(50 * scale):
        for number in range(first, end):
            _run(page, ENDLESS[1])
            page.wait_for_selector("#code .problem", timeout=60_000)
            _run_to_its_end(page, PROGRAM.format(number=number), f"run {number}")
        yield f"{end} workers"


def _wait_for_snapshot(page: Page, state: str) -> None:
    condition = "state => document.documentElement.dataset.snapshot === state"
    page.wait_for_function(condition, arg=state, timeout=BOOT_MILLISECONDS)


def changes(page: Page, scale: float) -> Iterator[str]:
    changing = _changes(page)
    for first, end in _spans(50 * scale):
        for _ in range(first, end):
            page.evaluate(CHANGE, next(changing))
        yield f"{end} changes"


def _changes(page: Page) -> Iterator[tuple[str, str | None]]:
    """(selector, value to choose there; None: click it), again and again through all of them."""
    views = [f"button[data-view={view}]" for view in ("arrows", "surface", "contour")]
    landscapes = _values(page, "#landscape")
    page.click("button[data-tab=lesson]")
    sections = _values(page, "#sections")
    for i in range(10_000):
        yield "button[data-tab=lab]", None
        yield "#landscape", landscapes[i % len(landscapes)]
        yield views[i % 3], None
        yield "button[data-tab=lesson]", None
        yield "#sections", sections[i % len(sections)]


def _values(page: Page, selector: str) -> list[str]:
    script = "options => options.map(option => option.value).filter(value => value !== 'typed')"
    return page.locator(f"{selector} option").evaluate_all(script)


PARTS: dict[str, Callable[[Page, float], Iterator[str]]] = {
    part.__name__: part for part in (clicks, playback, kiosk, runs, changes, replacements)
}


def soak(chromium: Browser, address: str, part: str, scale: float) -> Iterator[dict]:
    """One part in a fresh tab: a row of the table at its beginning and after each tenth."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + ("?kiosk" if part == "kiosk" else ""))
    page.wait_for_selector("#boot", state="hidden", timeout=BOOT_MILLISECONDS)
    memory = Memory(chromium, page)
    yield {"after": "the boot", **memory.row()}
    for after in PARTS[part](page, scale):
        yield {"after": after, **memory.row()}
    page.close()


def growth(rows: list[dict], column: str = "tab") -> float:
    """MB by which the tab has grown in the second half."""
    return rows[-1][column] - rows[len(rows) // 2][column]


def bound_of(part: str) -> float:
    """MB that it may not grow by."""
    return GROWTH_OF.get(part, GROWTH)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", default=list(PARTS), help=", ".join(PARTS))
    parser.add_argument("--scale", type=float, default=1.0, help="1: as long as said above")
    parser.add_argument("--site", type=Path, help="folder of a built site")
    options = parser.parse_args()
    server = SiteServer(("127.0.0.1", 0), options.site or build())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{server.server_address[1]}/"
    grown = {part: _table(address, part, options.scale) for part in options.parts}
    server.shutdown()
    return int(any(by >= bound_of(part) for part, by in grown.items()))


def _table(address: str, part: str, scale: float) -> float:
    heads = "".join(f"{column:>10}" for column in COLUMNS)
    print(f"\n{part:14}{heads}   MB", flush=True)
    rows = []
    with browser() as chromium:
        for row in soak(chromium, address, part, scale):
            rows.append(row)
            numbers = (row[name] for name in ("tab", "most", "heap", "buffers"))
            print(
                f"{row['after']:14}" + "".join(f"{number:10.1f}" for number in numbers), flush=True
            )
    by = growth(rows)
    verdict = "levels off" if by < bound_of(part) else "does not level off"
    print(f"{verdict}: {by:+.1f} MB in the second half", flush=True)
    return by


if __name__ == "__main__":
    sys.exit(main())
