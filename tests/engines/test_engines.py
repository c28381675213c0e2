"""The page in Firefox and in WebKit: it walks, judges, marks a line, stops a loop, comes again."""

import pytest

from drivers import Firefox, WebKit

BOOT_SECONDS = 120
CONTROL, SHIFT, ENTER, HOME, END = "\ue009", "\ue008", "\ue007", "\ue011", "\ue010"
EDITOR = (
    "[...document.querySelectorAll('.py-editor-input > div')]"
    ".find(box => box.offsetParent)?.shadowRoot.querySelector('.cm-content')"
)
MARKED = f"{EDITOR}.getRootNode().querySelector('.faulty .cm-activeLine')"


def one(selector):
    return f"document.querySelector({selector!r})"


@pytest.fixture(scope="module", params=[Firefox, WebKit], ids=lambda engine: engine.__name__)
def page(request, site_url):
    """The page after its first figure; the tests of one engine share it."""
    engine = request.param
    if not engine.is_installed():
        pytest.skip(f"needs what `apt install {engine.PACKAGES}` brings")
    page = engine()
    try:
        page.open(site_url)
        page.wait(f"{one('#boot')}?.hidden", BOOT_SECONDS)
        yield page
    finally:
        page.close()


def open_code(page):
    page.click(one("[data-tab=code]"))
    page.wait(EDITOR)


def run(page, code):
    page.click(EDITOR, 0.3, 0.1)
    page.type("a", CONTROL)
    page.type(code)
    page.type(ENTER, CONTROL)


def wait_for_run(page):
    page.wait(f"!{one('#code .primary')}.disabled", 10)


def test_a_click_walks_at_once_and_its_figure_comes(page):
    page.click(one("#plane"), 0.3, 0.3)
    page.wait("[...document.querySelectorAll('#results td')].every(cell => cell.innerText !== '—')")


def test_a_right_answer_is_recognised(page):
    page.click(one("[data-tab=lesson]"))
    page.script(
        "const list = document.getElementById('sections'); list.value = 'write-sgd';"
        "list.dispatchEvent(new Event('change'))"
    )
    page.wait(EDITOR)
    page.wait(one("article:not([hidden]) .primary"))
    lines = f"[...{EDITOR}.querySelectorAll('.cm-line')]"
    page.click(f"{lines}.find(line => line.innerText.includes('pass'))", 0.3)
    page.type(HOME)
    page.type(END, SHIFT)
    page.type("for key in params: params[key] -= self.lr * grads[key]")
    page.type(ENTER, CONTROL)
    page.wait(one("article:not([hidden]) .diagnosis.right"), 20)


def test_a_faulty_line_is_marked_and_run_can_be_pressed_again(page):
    open_code(page)
    run(page, "x = = 1")
    page.wait(one("#code .problem:not([hidden])"), 20)
    wait_for_run(page)
    assert page.script(f"return {MARKED}?.innerText") == "x = = 1"
    run(page, "print(6 * 7)")
    page.wait(f"{one('#code .output')}.innerText.trim() === '42'", 20)
    wait_for_run(page)


def test_an_endless_loop_is_stopped_with_a_sentence(page):
    open_code(page)
    run(page, "while True: pass")
    page.wait(one("#code .problem:not([hidden])"), 20)
    wait_for_run(page)


# These browsers do not say how much memory there is: processors are counted in its place.
PROCESSORS = "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 8 })"
SNAPSHOT = "document.documentElement.dataset.snapshot"


def come_again(page, site_url):
    page.script("window.isOld = true")
    page.open(site_url)
    page.wait(f"!window.isOld && {one('#boot')}")
    page.script(PROCESSORS)
    page.wait(f"{one('#boot')}.hidden", BOOT_SECONDS)


def test_a_later_visit_comes_from_a_snapshot(page, site_url):
    come_again(page, site_url)
    page.wait(f"['made', 'refused'].includes({SNAPSHOT})", BOOT_SECONDS)
    made = page.script(f"return {SNAPSHOT}") == "made"
    assert made or not isinstance(page, Firefox)
    come_again(page, site_url)
    page.wait(SNAPSHOT if not made else f"{SNAPSHOT} === 'restored'", BOOT_SECONDS)
    open_code(page)
    run(page, "import wave; print(6 * 7)")
    page.wait(f"{one('#code .output')}.innerText.trim() === '42'", 20)
    wait_for_run(page)


def test_a_licence_in_the_list_leads_to_its_text(page, site_url):
    """The last one here: it leaves the page."""
    page.open(site_url + "assets/licences.html")
    page.wait("document.querySelectorAll('.parts tr').length > 90")
    page.click("[...document.querySelectorAll('td a')].find(a => a.innerText === 'PSF-2.0')")
    page.wait("document.querySelector('details[open]')?.innerText.startsWith('PSF-2.0')", 10)
