"""The page as it is committed, which takes its runtime from the CDN."""

import mimetypes
import threading

import pytest

from pages import FieldPage
from runtime import BUILD, PIECES, ROOT
from server import TYPES, SiteServer


@pytest.fixture
def committed_page(chromium, site_url):
    """The project's own folder on a plain server, the CDN's addresses answered from build/."""
    server = SiteServer(("127.0.0.1", 0), ROOT)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    address = f"http://localhost:{server.server_address[1]}/"
    asked = []

    def answer(route):
        url = route.request.url
        for piece in PIECES:
            if url.startswith(piece.cdn):
                asked.append(piece.name)
                file = BUILD / "runtime" / piece.folder / url.removeprefix(piece.cdn)
                kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
                headers = {"access-control-allow-origin": "*"}
                return route.fulfill(path=file, content_type=kind, headers=headers)
        return route.continue_() if url.startswith((address, "blob:")) else route.abort()

    page = FieldPage(context, address, answer)
    page.open()
    yield page, asked
    context.close()
    server.shutdown()
    assert page.errors == []


def test_the_committed_page_works_from_the_cdn(committed_page):
    page, asked = committed_page
    page.wait_ready()
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    page.tab.click("#go")
    results = page.wait_walked(["SGD", "Momentum"])
    assert results["SGD"][0] == "(−0.3504, 0.08478)"
    assert set(asked) == {piece.name for piece in PIECES}


def test_its_footer_leads_to_a_page_that_redistributes_nothing(committed_page):
    page, _ = committed_page
    page.tab.click("footer a")
    page.tab.locator("#loaded:visible").wait_for()
    assert page.tab.get_by_role("row").count() == 0
