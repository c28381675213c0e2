"""A state is a link: everything that can be seen comes back exactly, and code waits to be read."""

import json

import pytest

from lesson import EXERCISES
from test_lesson import go_to, write

BASE64 = """
async fragment => {
    const text = fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return await new Response(stream).text();
}
"""


def fragment(page):
    page.tab.wait_for_timeout(700)
    return page.tab.evaluate("location.hash.slice(1)")


def state(page):
    return json.loads(page.tab.evaluate(BASE64, fragment(page)))


def seen(page):
    """What a reader sees, apart from the field's pixels."""
    return page.tab.evaluate("document.body.innerText"), page.results()


def test_everything_that_was_chosen_comes_back(ready_page):
    page = ready_page()
    page.tab.click("[data-language=en]")
    page.tab.select_option("#landscape", "himmelblau")
    page.tab.click("button[data-view=arrows]")
    page.tab.uncheck("#method-SGD")
    page.tab.check("#method-Adam")
    page.tab.fill("#Adam-lr", "0.123456789")
    page.tab.fill("#steps", "44")
    page.tab.fill("#start-x", "-0.30000000000000004")
    page.tab.fill("#start-y", "1e-7")
    page.tab.click("#go")
    page.wait_walked(["Momentum", "Adam"])
    page.tab.locator("#moment").fill("7")
    page.tab.wait_for_timeout(500)
    link, before, picture = fragment(page), seen(page), page.picture()

    other = ready_page("#" + link)
    other.wait_walked(["Momentum", "Adam"])
    other.tab.wait_for_timeout(500)
    assert seen(other) == before
    assert other.picture() == picture
    assert other.start() == (-0.30000000000000004, 1e-7)
    assert fragment(other) == link or state(other) == state(page)


@pytest.mark.parametrize("broken", ["1.abc", "9.zY87", "hello", "1." + "A" * 200])
def test_a_broken_link_gets_a_sentence_and_the_default_page(ready_page, broken):
    page = ready_page("#" + broken)
    assert "このリンクは読めませんでした" in page.tab.locator("#link-problem").inner_text()
    assert page.tab.input_value("#landscape") == "valley"


def test_foreign_code_is_shown_but_not_run_before_the_reader_says_so(ready_page):
    page = ready_page()
    page.tab.click("button[data-tab=lesson]")
    go_to(page, "write-sgd")
    write(page, EXERCISES["sgd"].solution)
    page.tab.wait_for_selector("article:not([hidden]) .diagnosis.right")
    page.wait_walked(["SGD", "あなた"])
    link = fragment(page)

    other = ready_page("#" + link)
    other.tab.wait_for_timeout(800)
    assert list(other.results()) == ["SGD"]
    assert other.tab.locator("#run-held").is_visible()
    editor = other.tab.locator("article:not([hidden]) .cm-content")
    editor.wait_for()
    assert "self.lr * grads[key]" in editor.inner_text()
    other.tab.click("#run-held")
    other.wait_walked(["SGD", "あなた"])
    assert other.tab.locator("#run-held").is_hidden()


def test_the_link_can_be_copied_and_the_script_taken_away(ready_page):
    page = ready_page(permissions=["clipboard-read", "clipboard-write"])
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    page.tab.click("#go")
    page.wait_walked()
    page.tab.wait_for_timeout(700)
    page.tab.click("#copy-link")
    page.tab.wait_for_function("document.getElementById('told').innerText !== ''")
    assert page.tab.evaluate("navigator.clipboard.readText()") == page.tab.url
    with page.tab.expect_download() as download:
        page.tab.click("#save-script")
    text = download.value.path().read_text(encoding="utf-8")
    assert "from visualizer import" in text and "SGD" in text
    with page.tab.expect_download() as download:
        page.tab.click("text=ノートブック")
    notebook = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
