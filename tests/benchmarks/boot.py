"""How fast the page is there: this page against PyScript as its documentation shows it.

    build/tests-venv/bin/python tests/benchmarks/boot.py [rounds] [megabits a second]

Both pages are opened in turn in fresh profiles, from the same local server, or over a line of so
many megabits a second and 40 ms. Prints medians and the ratio of this page to the plain one,
round by round:

- picture: until the field is seen (plain: its figure)
- answer: until the page answers a click (here: the route is walked and drawn; plain: its handler
  runs)
- figure: until the first matplotlib figure is seen
- again: the same on the next visit, the browser's cache being warm
- later, usual: the same once the browser has made its snapshot, and on the visit after that (plain:
  its first visit)
- stopped: from when code had to be stopped, by ending the worker, until the next worker's figure,
  without a snapshot (plain: its next visit, for it has to be loaded again)
- replaced: the same with a snapshot
- gap: the longest time between two frames until the first figure
- bytes: what was transferred until then
"""

import contextlib
import statistics
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests"), str(Path(__file__).parent)]

from line import slow_line
from measuring import browser, table

from build import build
from server import SiteServer

PLAIN = """<!DOCTYPE html>
<html><head><meta charset="utf-8">
<link rel="stylesheet" href="./runtime/{pyscript}/core.css">
<script type="module" src="./runtime/{pyscript}/core.js"></script></head>
<body><button id="go">go</button><p id="answer"></p><div id="figure"></div>
<script type="py" config='{{"interpreter": "./runtime/{pyodide}/pyodide.mjs",
  "packages": ["numpy", "matplotlib"], "packages_cache": "passthrough"}}'>
from pyscript import display, document, when
import numpy as np
import matplotlib.pyplot as plt

@when("click", "#go")
def go(event):
    document.getElementById("answer").textContent = "answered"

x, y = np.meshgrid(np.linspace(-10, 10, 161), np.linspace(-5, 5, 121))
figure, axes = plt.subplots()
axes.contour(x, y, x**2 / 20 + y**2, levels=18)
display(figure, target="figure")
</script></body></html>"""

WATCH = """
window.gap = 0; let last = performance.now();
const tick = now => { window.gap = Math.max(window.gap, now - last); last = now;
                      requestAnimationFrame(tick); };
requestAnimationFrame(tick);
window.seen = {};
const done = (name, test) => { if (!(name in seen) && test()) seen[name] = performance.now(); };
setInterval(() => {
  const ours = document.querySelector("#plane");
  if (ours) {
    done("picture", () => document.querySelector("#ground").naturalWidth > 0);
    if (!("answer" in seen) && document.querySelector("#results tr")) {
      const box = ours.getBoundingClientRect();
      const at = { clientX: box.x + 200, clientY: box.y + 150,
                   pointerType: "touch", bubbles: true };
      ours.dispatchEvent(new PointerEvent("pointerdown", at));
      ours.dispatchEvent(new PointerEvent("pointerup", at));
    }
    done("answer", () => document.querySelector("#results td")?.textContent.startsWith("("));
    done("figure", () => document.querySelector("#boot").hidden);
    if ("figure" in seen) {
      const { hidden } = document.querySelector("#boot");
      if (!hidden) window.stopped ??= performance.now();
      if (hidden && window.stopped) done("restarted", () => true);
    }
  } else {
    document.querySelector("#go")?.click();
    done("answer", () => document.querySelector("#answer")?.textContent);
    done("picture", () => document.querySelector("#figure img")?.complete);
    done("figure", () => document.querySelector("#figure img")?.complete);
  }
}, 10);
"""


COLUMNS = [
    "picture",
    "answer",
    "figure",
    "again",
    "later",
    "usual",
    "stopped",
    "replaced",
    "gap",
    "bytes",
]
# Nothing inside stops a call into C.
ENDLESS = "sum(range(10**12))"
SNAPSHOT = "document.documentElement.dataset.snapshot === '{}'"
MILLISECONDS = 120_000


def measure(chromium, url):
    """{figure name: value} of a first visit and of the next one."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    sizes = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(request):
        sizes.append(request.sizes()["responseBodySize"])

    page.on("requestfinished", finished)
    page.goto(url)
    seen, transferred = _seen(page), sum(sizes)
    page.remove_listener("requestfinished", finished)
    again = _visit(page, url)["figure"]
    if url.endswith(".html"):
        later = usual = seen["figure"]
        stopped = replaced = again
    else:
        stopped = _restart(page)
        page.wait_for_function(SNAPSHOT.format("made"), timeout=MILLISECONDS)
        later, usual = (_restored_visit(page, url) for _ in range(2))
        replaced = _restart(page)
    context.close()
    with_snapshot = {"later": later, "usual": usual, "replaced": replaced}
    return {**seen, "again": again, "stopped": stopped, **with_snapshot, "bytes": transferred}


def _visit(page, url):
    page.goto("about:blank")
    page.goto(url)
    return _seen(page)


def _restored_visit(page, url):
    figure = _visit(page, url)["figure"]
    page.wait_for_function(SNAPSHOT.format("restored"), timeout=MILLISECONDS)
    return figure


def _restart(page):
    """Milliseconds from the end of a worker to the figure of the next one."""
    page.click("button[data-tab=code]")
    page.locator("#code .cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(ENDLESS)
    page.keyboard.press("Control+Enter")
    page.wait_for_function("'restarted' in seen", timeout=MILLISECONDS)
    return page.evaluate("seen.restarted - window.stopped")


def _seen(page):
    page.wait_for_function("'figure' in seen && 'answer' in seen", timeout=MILLISECONDS)
    return page.evaluate("({...seen, gap: window.gap})")


def main(rounds=5, megabits=None):
    site = build()
    folders = {path.name.partition("-")[0]: path.name for path in (site / "runtime").iterdir()}
    plain = site / "plain.html"
    plain.write_text(PLAIN.format(**folders), encoding="utf-8")
    server = SiteServer(("127.0.0.1", 0), site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = {"this page": [], "plain page": []}
    port = server.server_address[1]
    line = slow_line(port, megabits * 1e6, 0.04) if megabits else contextlib.nullcontext(port)
    try:
        with browser() as chromium, line as port:
            address = f"http://localhost:{port}/"
            for _ in range(rounds):
                rows["this page"].append(measure(chromium, address))
                rows["plain page"].append(measure(chromium, address + "plain.html"))
    finally:
        plain.unlink()
        server.shutdown()
    ratios = [
        {name: ours[name] / theirs[name] for name in ours}
        for ours, theirs in zip(*rows.values(), strict=True)
    ]
    print(table({**rows, "ratio": ratios}, COLUMNS, statistics.median))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
