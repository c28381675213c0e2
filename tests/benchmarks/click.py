"""How long from a click on the field until the route is on the canvas.

    build/tests-venv/bin/python tests/benchmarks/click.py [clicks]

Prints milliseconds for the whole way (pointer down → the route on the canvas, as the page draws it,
and as matplotlib does) and for its yardstick in the same run: the same walk and route drawn by
hand-written JavaScript on a bare canvas. All include the wait for the browser's next frame.
"""

import statistics
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests"), str(Path(__file__).parent)]

from measuring import browser, table

from build import build
from server import SiteServer

# Resolves when the canvas has been painted so many times after a click at (x, y): the page paints
# the ground and draws its routes over it, then comes matplotlib's figure.
CLICK = """
([x, y, times]) => new Promise(resolve => {
  const top = document.getElementById("plane"), figure = document.getElementById("figure");
  const context = figure.getContext("2d"), put = context.putImageData;
  const box = top.getBoundingClientRect();
  const began = performance.now();
  context.putImageData = function (...args) {
    put.apply(this, args);
    if (--times) return;
    delete context.putImageData;
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  };
  const at = { clientX: box.x + x, clientY: box.y + y, pointerType: "touch", bubbles: true };
  top.dispatchEvent(new PointerEvent("pointerdown", at));
  top.dispatchEvent(new PointerEvent("pointerup", at));
})
"""

# The same in plain JavaScript: two optimizers, thirty steps, dots joined by lines.
YARDSTICK = """
([px, py]) => new Promise(resolve => {
  const canvas = window.bare ??= Object.assign(document.createElement("canvas"),
                                               { width: 796, height: 426 });
  const began = performance.now(), context = canvas.getContext("2d");
  context.clearRect(0, 0, 796, 426);
  for (const momentum of [0, 0.9]) {
    let x = px / 40 - 10, y = 5 - py / 40, vx = 0, vy = 0;
    const lr = momentum ? 0.1 : 0.95;
    context.beginPath(); context.moveTo((x + 10) * 40, (5 - y) * 40);
    for (let step = 0; step < 30; step++) {
      vx = momentum * vx - lr * x / 10; vy = momentum * vy - lr * 2 * y; x += vx; y += vy;
      const at = [(x + 10) * 40, (5 - y) * 40];
      context.lineTo(...at); context.arc(...at, 3, 0, 7);
    }
    context.stroke();
  }
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
})
"""


def main(clicks=40):
    server = SiteServer(("127.0.0.1", 0), build())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"http://localhost:{server.server_address[1]}/")
        page.wait_for_selector("#boot", state="hidden", timeout=120_000)
        rows = {"this page": [], "matplotlib": [], "JavaScript": []}
        for i in range(clicks + 3):
            at = [90 + 15 * (i % 40), 40 + 8 * (i % 40)]
            for times, name in enumerate(("this page", "matplotlib"), start=1):
                place = [at[0] + times, at[1], times]
                rows[name].append({"milliseconds": page.evaluate(CLICK, place)})
            rows["JavaScript"].append({"milliseconds": page.evaluate(YARDSTICK, at)})
    server.shutdown()
    warm = {name: measurements[3:] for name, measurements in rows.items()}
    print(table(warm, ["milliseconds"], statistics.median))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
