"""At a classroom's address, and where the browser stores nothing, the page works as well."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch, open_profile
from pages import BOOT_MILLISECONDS, FieldPage, new_context, until

NAME = "classroom.test"
CODE = "class SGD:\n    pass\n\nprint(6 * 7)\n"
# What Chromium's settings say where sites may not keep anything, cookies or else.
FORBIDDEN = {"profile": {"default_content_setting_values": {"cookies": 2}}}
ALLOW = {"ja": "このサイトのデータ（Cookie）を許可", "en": "Allow this site its data"}
NOT_KEPT = {"ja": "保存できません", "en": "keeps nothing"}


@pytest.fixture(scope="module")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def classroom(playwright, site_url):
    """A browser in a classroom, and the address there: not a secure one, as in http://192.168.…"""
    browser = launch(playwright, f"--host-resolver-rules=MAP {NAME} 127.0.0.1")
    yield browser, f"http://{NAME}:{urlsplit(site_url).port}/"
    browser.close()


def print_answer(page):
    """Write a program that prints 42, and run it."""
    page.open_tab("code")
    page.editor.wait_for()
    page.run(CODE)
    until(lambda: page.tab.locator("#code .output").inner_text(), lambda text: "42" in text)


def test_at_an_address_that_is_not_secure_nothing_is_missing(classroom):
    browser, url = classroom
    page = FieldPage(new_context(browser, 1280, 800, service_workers="allow"), url)
    page.open_ready()
    assert page.tab.evaluate("isSecureContext") is False
    assert page.tab.evaluate("navigator.clipboard === undefined && !navigator.serviceWorker")
    page.click_field(300, 200)
    walked = page.wait_walked(["SGD", "Momentum"])
    page.wait_until("document.getElementById('figure').dataset.quick !== 'true'")
    page.tab.click("#copy-link")
    field = page.tab.locator("#link-text")
    field.wait_for()
    selected = page.tab.evaluate(
        "document.activeElement.value.slice(...[0, 1].map(i => "
        "document.activeElement[['selectionStart', 'selectionEnd'][i]]))"
    )
    assert selected == field.input_value() == page.tab.url
    print_answer(page)
    page.wait_kept("codes", "free", lambda code: code == CODE)
    assert page.tab.locator("#notice").is_hidden()
    page.check()
    # Later, by the link that was copied by hand; what was written is still there.
    later = page.beside()
    later.open_ready(selected.removeprefix(url))
    assert later.wait_walked() == walked
    later.open_tab("code")
    later.editor.wait_for()
    assert "print(6 * 7)" in later.editor.inner_text()
    later.check()
    page.context.close()


REFUSED = "Access is denied for this document."
BLOCKED = f"""
const refuse = () => {{ throw new DOMException("{REFUSED}", "SecurityError"); }};
for (const area of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(window, area, {{ get: refuse }});
"""


@pytest.fixture
def forgetful(classroom, site_url):
    """A page in a browser that stores nothing."""
    context = new_context(classroom[0], 1280, 800)
    context.add_init_script(BLOCKED)
    yield FieldPage(context, site_url)
    context.close()


def test_where_nothing_is_stored_the_page_works_and_says_so_when_it_matters(forgetful):
    page, notice = forgetful, forgetful.tab.locator("#notice")
    page.open_ready()
    refused = "() => { try { return !localStorage; } catch { return true; } }"
    assert page.tab.evaluate(refused)
    page.click_field(300, 200)
    page.wait_walked(["SGD", "Momentum"])
    page.tab.click("[data-language=en]")
    page.wait_carried(lambda state: state.get("language") == "en")
    assert notice.is_hidden()  # there is nothing yet that would be lost
    print_answer(page)
    notice.wait_for()
    assert NOT_KEPT["en"] in notice.inner_text()
    page.tab.click("[data-language=ja]")
    assert NOT_KEPT["ja"] in notice.inner_text()
    # What the notice says helps.
    page.wait_carried(lambda state: state.get("codes") == {"free": CODE})
    assert page.tab.locator(".problem:visible").count() == 0
    assert set(page.errors) <= {REFUSED}  # PyScript's own storage says so


def test_where_sites_may_keep_nothing_the_page_walks_and_says_what_to_allow(
    classroom, site_url, tmp_path
):
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps(FORBIDDEN), encoding="utf-8")
    with open_profile(classroom[0], tmp_path) as profile:
        page = FieldPage(profile, site_url)
        page.open()
        page.wait_for_micropython()
        page.click_field(300, 200)
        page.wait_walked(["SGD", "Momentum"])
        told = page.tab.locator("#boot.failed")
        told.wait_for(timeout=BOOT_MILLISECONDS)
        for language, words in ALLOW.items():
            page.tab.click(f"[data-language={language}]")
            assert words in told.inner_text()
        assert page.tab.locator(".problem:visible").all_inner_texts() == []
