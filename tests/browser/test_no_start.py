"""Where the page cannot start, it says why and what to do."""

import pytest

from runtime import BUILD

WITHOUT_WEBASSEMBLY = "delete globalThis.WebAssembly"


@pytest.fixture
def tab(chromium):
    context = chromium.new_context(service_workers="block")
    yield context.new_page()
    context.close()


def told(tab):
    """The sentence that is seen, once there is one."""
    sentence = tab.locator(".problem[role=alert]:visible")
    sentence.wait_for()
    assert tab.locator("#boot").is_hidden()
    return sentence.inner_text()


def test_opened_as_a_file_it_says_how_to_serve_it(tab, site_url):
    tab.goto((BUILD / "site/index.html").as_uri())
    assert "python3 tools/serve.py" in told(tab)


def test_without_webassembly_it_asks_for_another_browser(tab, site_url):
    tab.add_init_script(WITHOUT_WEBASSEMBLY)
    tab.goto(site_url)
    assert "WebAssembly" in told(tab)


@pytest.mark.parametrize("file", ["**/core.js", "**/micropython.wasm", "**/lib/page/files.json"])
def test_without_one_of_its_files_it_says_so(tab, site_url, file):
    tab.route(file, lambda route: route.abort())
    tab.goto(site_url)
    text = told(tab)
    assert "再読み込み" in text and "reload" in text


def test_a_page_that_has_started_says_nothing_of_it(page):
    page.tab.evaluate("cannotStart('file-missing')")
    assert page.tab.locator("#file-missing").is_hidden()
