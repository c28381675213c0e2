"""Without a network: the service worker of the built site, one release after another."""

import contextlib
import socket
import threading

import pytest

from build import build
from chromium import open_profile
from pages import FieldPage, new_context, until
from server import SiteServer

# A page that shows of which release its parts are, and fetches one more when it is asked to.
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>{release}</title>
<link rel="icon" href="data:,"><body>
<div id="boot"></div>
<script type="module">
import part from "./lib/part.mjs";
const late = async () => (await fetch("./lib/late.toml")).text();
window.shown = async () => [document.title, part, await late()].join();
if (!location.search) document.getElementById("boot").hidden = true;
</script></body>"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"
KEPT = """
async () => {
    const [name] = await caches.keys();
    if (!name) return [];
    const requests = await (await caches.open(name)).keys();
    return requests.map(request => new URL(request.url).pathname).sort();
}
"""


class CutServer(SiteServer):
    """Ends with all its connections: one that stays open would go on answering."""

    def __init__(self, address, site):
        self.accepted = []
        super().__init__(address, site)

    def process_request(self, request, client_address):
        self.accepted.append(request)
        super().process_request(request, client_address)

    def server_close(self):
        super().server_close()
        for connection in self.accepted:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Place:
    """A site with releases, and the server in front of it."""

    def __init__(self, folder):
        self.source, self.runtime, self.site = (
            folder / name for name in ("project", "runtime", "site")
        )
        (self.source / "lib").mkdir(parents=True)
        self.runtime.mkdir()
        for name in (".nojekyll", "main.py", "pyscript.toml"):
            (self.source / name).touch()
        self.server = None
        self.release("one")
        self.start()

    def release(self, name):
        (self.source / "index.html").write_text(PAGE.format(release=name))
        (self.source / "lib" / "part.mjs").write_text(f'export default "{name}";')
        (self.source / "lib" / "late.toml").write_text(name)
        build(self.site, self.source, self.runtime, precompiler=lambda runtime: None)

    def start(self, port=0):
        self.server = CutServer(("127.0.0.1", port), self.site)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def stop(self):
        """Cut the network."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self):
        return f"http://localhost:{self.port}/"


@pytest.fixture
def place(tmp_path):
    place = Place(tmp_path)
    yield place
    place.stop()


@pytest.fixture
def visitor(chromium):
    """A browser with service workers, as they are in life."""
    context = new_context(chromium, 800, 600, service_workers="allow")
    yield context
    context.close()


def visit(visitor, place, path=""):
    """A tab on the page, its service worker ready, as it is from the first visit's end on."""
    tab = visitor.new_page()
    tab.goto(place.url + path)
    tab.evaluate("navigator.serviceWorker.ready.then(() => null)")
    return tab


def shown(tab):
    return tab.evaluate("shown()")


def update(tab):
    """Have the browser look for a new release, as it does by itself after a reload."""
    tab.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")


@pytest.mark.parametrize("path", ["", "index.html", "?kiosk", "#1.abc"])
def test_after_one_visit_the_page_is_there_without_a_network(visitor, place, path):
    visit(visitor, place).close()
    place.stop()
    tab = visitor.new_page()
    tab.goto(place.url + path)
    assert shown(tab) == "one,one,one"
    place.start(place.port)


def test_nothing_is_kept_before_the_first_figure(visitor, place):
    tab = visitor.new_page()
    tab.goto(place.url + "?not-yet")
    assert shown(tab) == "one,one,one"
    tab.wait_for_timeout(300)
    assert tab.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)") is False
    tab.evaluate("document.getElementById('boot').hidden = true")
    tab.evaluate("navigator.serviceWorker.ready.then(() => null)")


def come_back(visitor, place, release):
    """Open the page until it is of this release, and whole each time before; returns the tab."""

    def opened():
        tab = visitor.new_page()
        tab.goto(place.url)
        title, part, late = shown(tab).split(",")
        assert title == part == late
        if title != release:
            tab.close()
        return title == release and tab

    return until(opened, bool)


def test_a_new_release_replaces_the_old_one_whole(visitor, place):
    visit(visitor, place).close()
    first = visit(visitor, place)
    place.release("two")
    update(first)
    until(lambda: first.evaluate(WAITING), bool)
    assert shown(first) == "one,one,one"
    # One release for all tabs, as long as one of them is open.
    second = visit(visitor, place)
    assert [shown(tab) for tab in (first, second)] == ["one,one,one"] * 2
    assert first.evaluate(KEPT).count("/lib/part.mjs") == 2
    first.close()
    second.reload()
    assert shown(second) == "one,one,one"
    place.stop()
    second.reload()
    assert shown(second) == "one,one,one"
    second.close()
    tab = come_back(visitor, place, "two")
    until(lambda: tab.evaluate(KEPT).count("/lib/part.mjs"), lambda count: count == 1)
    place.start(place.port)


def test_half_a_release_is_never_taken(visitor, place):
    visit(visitor, place).close()
    place.release("two")
    worker = (place.site / "service-worker.js").read_bytes()
    place.release("three")
    (place.site / "service-worker.js").write_bytes(worker)
    tab = visit(visitor, place)
    with contextlib.suppress(Exception):
        update(tab)
    tab.wait_for_timeout(500)
    tab.reload()
    assert shown(tab) == "one,one,one"
    assert tab.evaluate(WAITING) is False
    # Now the host has it whole.
    place.release("three")
    update(tab)
    until(lambda: tab.evaluate(WAITING), bool)
    tab.close()
    come_back(visitor, place, "three")


def test_what_the_browser_has_lost_is_fetched_again(visitor, place):
    visit(visitor, place).close()
    tab = visit(visitor, place)
    lose = """
        async () => {
            const cache = await caches.open((await caches.keys())[0]);
            for (const request of await cache.keys())
                if (request.url.includes("late")) await cache.delete(request);
        }
    """
    tab.evaluate(lose)
    assert "/lib/late.toml" not in tab.evaluate(KEPT)
    assert shown(tab) == "one,one,one"
    assert "/lib/late.toml" in tab.evaluate(KEPT)


REFUSED = {
    "missing": "delete Navigator.prototype.serviceWorker",
    "refused": """
        ServiceWorkerContainer.prototype.register =
            () => Promise.reject(new DOMException("no", "SecurityError"))
    """,
}


@pytest.mark.parametrize("how", REFUSED)
def test_where_there_are_no_service_workers_nothing_is_said(visitor, place, how):
    visitor.add_init_script(REFUSED[how])
    errors = []
    tab = visitor.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text))
    for release in ("one", "two"):
        place.release(release)
        tab.goto(place.url)
        assert shown(tab) == ",".join([release] * 3)
    assert errors == []


def test_the_whole_page_works_without_a_network(chromium, visitor, tmp_path):
    server = CutServer(("127.0.0.1", 0), build())
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    page = FieldPage(visitor, f"http://localhost:{server.server_address[1]}/")
    asked = []
    visitor.on("request", lambda request: asked.append(request.url))
    page.open()
    page.wait_for_micropython()
    assert not any("service-worker" in url for url in asked)
    page.wait_ready()
    page.tab.evaluate("navigator.serviceWorker.ready.then(() => null)")
    server.shutdown()
    server.server_close()
    page.tab.reload()
    page.wait_ready()
    page.tab.click("button[data-view=surface]")
    page.walk_from(-7, 2, ["SGD", "Momentum"])
    page.open_tab("code")
    page.editor.wait_for()
    # Another interpreter, for this one has to be ended.
    page.run("sum(range(10**12))")
    page.tab.wait_for_selector("#code .problem:visible", timeout=30_000)
    page.wait_ready()
    page.run("print(6 * 7)")
    until(lambda: page.tab.locator("#code .output").inner_text(), lambda text: "42" in text)
    page.tab.click("footer a")
    page.tab.get_by_role("row", name="numpy").wait_for()
    page.check()


@pytest.mark.parametrize(
    ("sizes", "refused"),
    [
        ("any", set()),
        # Unless Chromium looks at the icon, the line above says nothing.
        ("16x16", {"manifest-missing-suitable-icon", "no-acceptable-icon"}),
    ],
)
def test_it_can_be_installed(chromium, site_url, tmp_path, sizes, refused):
    with open_profile(chromium, tmp_path) as profile:

        def with_sizes(route):
            answer = route.fetch()
            text = answer.text().replace('"sizes": "any"', f'"sizes": "{sizes}"')
            route.fulfill(response=answer, body=text)

        profile.route("**/manifest.webmanifest", with_sizes)
        tab = profile.pages[0]
        tab.goto(site_url)
        session = profile.new_cdp_session(tab)
        manifest = session.send("Page.getAppManifest")
        found = manifest["errors"], manifest["url"]
        assert found == ([], f"{site_url}assets/manifest.webmanifest")
        errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert {error["errorId"] for error in errors} == refused
