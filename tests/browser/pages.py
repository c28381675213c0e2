"""What the tests do with the page, in the words of its user."""

import math

BOOT_MILLISECONDS = 90_000


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

    def open(self, path=""):
        self.tab.goto(self.url + path)

    def wait_for_micropython(self):
        """Until the page itself answers, Python still loading in the worker."""
        self.tab.wait_for_selector("#results tr", state="attached", timeout=BOOT_MILLISECONDS)

    def wait_ready(self):
        """Until the first figure is on the canvas."""
        self.tab.wait_for_selector("#boot", state="hidden", timeout=BOOT_MILLISECONDS)

    def click_field(self, px, py):
        """Click a pixel of the field's canvas."""
        self.tab.locator("#plane").click(position={"x": px, "y": py})

    def canvas_size(self):
        box = self.tab.locator("#plane").bounding_box()
        return box["width"], box["height"]

    def wait_walked(self, rows=None):
        """Until the results are those of a finished walk; returns {method: cells}."""
        self.tab.wait_for_function(
            """() => {
                const cells = [...document.querySelectorAll('#results td:nth-child(2)')];
                return cells.length > 0 && cells.every(cell => cell.innerText !== '—');
            }"""
        )
        results = self.results()
        assert rows is None or list(results) == rows
        return results

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

    def picture(self):
        """A digest of the figure's pixels, to see whether the picture changed."""
        return self.tab.evaluate(
            """async () => {
                const canvas = document.getElementById("figure");
                const { width, height } = canvas;
                const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
                const hash = await crypto.subtle.digest("SHA-256", data);
                return [...new Uint8Array(hash)].join(",");
            }"""
        )

    def _stay_local(self, route):
        if route.request.url.startswith((self.url, "blob:", "data:")):
            route.continue_()
        else:
            self.strayed.append(route.request.url)
            route.abort()

    def _heard(self, message):
        if message.type == "error":
            self.errors.append(message.text)


def read_pair(text):
    """The two numbers of "(−2.58, 0.697)" as shown in the table."""
    first, second = text.strip("()").replace("−", "-").split(", ")
    return float(first), float(second)


def shown(value, digits=4):
    """A value as rounded for the table."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else value
