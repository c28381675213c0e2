"""A state is a link: everything that can be seen comes back exactly, and code waits to be read."""

import json

import pytest

from lesson import EXERCISES
from pages import kept_open, link_to, state_of, until

SGD = EXERCISES["sgd"].solution
MINE, THEIRS = SGD + "# mine\n", SGD + "# theirs\n"
# The lesson at the first exercise, with somebody else's answer to it.
FOREIGN = {
    "tab": "lesson",
    "section": "write-sgd",
    "codes": {"sgd": THEIRS},
    "lesson": {
        "landscape": "valley",
        "methods": ["SGD"],
        "start": [-7, 2],
        "student": {"code": THEIRS, "class": "SGD", "hyper": {"lr": 0.95}},
    },
}


@pytest.fixture(scope="module")
def opened(chromium, site_url):
    clipboard = ["clipboard-read", "clipboard-write"]
    with kept_open(chromium, site_url, permissions=clipboard) as page:
        yield page


@pytest.fixture(scope="module")
def second(opened):
    """Another tab of the same browser."""
    tab = opened.beside()
    tab.open_ready()
    return tab


def seen(page):
    """What a reader sees, apart from the field's pixels."""
    return page.tab.evaluate("document.body.innerText"), page.results()


def open_exercise(page):
    page.open_tab("lesson")
    page.go_to("write-sgd")
    page.editor.wait_for()


def write_own(page):
    """The visitor's own answer to the first exercise, and a guess."""
    page.open_tab("lesson")
    page.go_to("compare")
    if page.tab.locator("#again").is_visible():
        page.tab.click("#again")
    page.tab.click("#choices button:has-text('SGD')")
    open_exercise(page)
    page.write(MINE)
    page.wait_kept("codes", "sgd", lambda code: code == MINE)
    page.wait_kept("guesses", "compare", lambda guess: guess == {"choice": "SGD"})


def test_everything_that_was_chosen_comes_back(page, ready_page):
    page.tab.click("[data-language=en]")
    page.tab.select_option("#landscape", "himmelblau")
    page.tab.click("button[data-view=arrows]")
    page.tab.uncheck("#method-SGD")
    page.tab.check("#method-Adam")
    page.tab.fill("#Adam-lr", "0.123456789")
    page.tab.fill("#steps", "44")
    page.walk_from("-0.30000000000000004", "1e-7", ["Momentum", "Adam"])
    page.tab.locator("#moment").fill("7")
    state = page.wait_carried(lambda state: state["lab"].get("moment") == 7)
    link, before = page.fragment(), seen(page)

    other = ready_page("#" + link)
    other.wait_walked(["Momentum", "Adam"])
    assert seen(other) == before
    other.wait_picture(page.picture())
    assert other.start() == (-0.30000000000000004, 1e-7)
    assert other.carried() == state


@pytest.mark.parametrize("broken", ["1.abc", "9.zY87", "hello", "1." + "A" * 200])
def test_a_broken_link_gets_a_sentence(page, broken):
    page.tab.evaluate("broken => { location.hash = broken; }", broken)
    page.tab.wait_for_selector("#link-problem", state="visible")
    assert "このリンクは読めませんでした" in page.tab.locator("#link-problem").inner_text()
    page.follow({"tab": "lab"})
    page.tab.wait_for_selector("#link-problem", state="hidden")


def test_a_broken_link_opens_the_default_page(ready_page):
    page = ready_page("#1.abc")
    assert "このリンクは読めませんでした" in page.tab.locator("#link-problem").inner_text()
    assert page.tab.input_value("#landscape") == "valley"


def test_foreign_code_is_shown_but_not_run_before_the_reader_says_so(page):
    page.follow(FOREIGN)
    page.editor.wait_for()
    page.wait_walked(["SGD"])
    assert page.tab.locator("#run-held").is_visible()
    assert "# theirs" in page.editor.inner_text()
    page.tab.click("#run-held")
    page.wait_walked(["SGD", "あなた"])
    assert page.tab.locator("#run-held").is_hidden()


def test_a_link_leaves_what_the_visitor_has_made_alone(page):
    write_own(page)
    own = {"guesses": {"compare": {"choice": "Momentum"}}}
    page.follow({**FOREIGN, **own})
    page.tab.wait_for_selector("#leave-visit", state="visible")
    assert "# theirs" in page.editor.inner_text()
    assert page.kept("codes", "sgd") == MINE
    assert page.kept("guesses", "compare") == {"choice": "SGD"}

    # What is written into a visited editor is no work of the visitor's own either.
    page.write(THEIRS + "# more\n")
    page.wait_carried(lambda state: "# more" in state["codes"]["sgd"])
    assert page.kept("codes", "sgd") == MINE
    page.go_to("compare")
    assert "本当は" in page.tab.locator("#verdict").inner_text() or page.wait_walked()
    page.go_to("write-sgd")

    page.tab.click("#leave-visit")
    page.wait_until("() => document.getElementById('leave-visit').hidden")
    assert "# mine" in page.editor.inner_text()
    assert page.kept("codes", "sgd") == MINE
    assert page.kept("guesses", "compare") == {"choice": "SGD"}
    page.go_to("compare")
    page.wait_walked(["SGD", "Momentum"])
    assert "予想どおり" in page.tab.locator("#verdict").inner_text()
    carried = page.wait_carried(lambda state: state.get("guesses"))
    assert carried["guesses"] == {"compare": {"choice": "SGD"}}


def test_a_link_in_a_new_tab_leaves_what_the_visitor_has_made_alone(page, second):
    write_own(page)
    second.follow({**FOREIGN, "lesson": None})
    second.editor.wait_for()
    assert "# theirs" in second.editor.inner_text()
    second.open_tab("lab")
    second.walk_from(-7, 2)
    second.wait_carried(lambda state: state.get("lab", {}).get("start") == [-7, 2])
    assert second.kept("codes", "sgd") == MINE
    assert second.kept("guesses", "compare") == {"choice": "SGD"}
    assert "# mine" in page.editor.inner_text()
    second.check()


def test_a_link_carries_what_is_on_view_and_nothing_else(page):
    write_own(page)
    page.open_tab("code")
    page.editor.wait_for()
    page.write("print('draft')\n")
    free = page.wait_carried(lambda state: "draft" in state.get("codes", {}).get("free", ""))
    assert free["codes"] == {"free": "print('draft')\n"}
    assert set(free) == {"language", "tab", "lab", "codes"}

    page.open_tab("lab")
    lab = page.wait_carried(lambda state: state["tab"] == "lab")
    assert set(lab) == {"language", "tab", "lab"}

    page.open_tab("lesson")
    page.go_to("compare")
    compare = page.wait_carried(lambda state: state.get("section") == "compare")
    assert set(compare) == {"language", "tab", "section", "lesson", "guesses"}
    assert set(compare["guesses"]) == {"compare"}
    page.go_to("field")
    field = page.wait_carried(lambda state: state.get("section") == "field")
    assert set(field) == {"language", "tab", "section", "lesson"}
    page.go_to("write-sgd")
    write = page.wait_carried(lambda state: state.get("section") == "write-sgd")
    assert write["codes"] == {"sgd": MINE}


def test_two_tabs_do_not_overwrite_each_others_code(page, second):
    second.begin_anew()
    for tab in (page, second):
        open_exercise(tab)
    page.write(MINE)
    page.wait_kept("codes", "sgd", lambda code: code == MINE)
    # An editor that is open elsewhere shows it.
    second.editor.get_by_text("# mine").wait_for()

    second.go_to("write-momentum")
    second.editor.wait_for()
    second.write("# momentum in the second tab\n")
    second.wait_kept("codes", "momentum", lambda code: code and "second tab" in code)
    assert second.kept("codes", "sgd") == MINE
    page.write(MINE + "# more\n")
    page.wait_kept("codes", "sgd", lambda code: "# more" in code)
    assert "second tab" in page.kept("codes", "momentum")
    page.go_to("write-momentum")
    page.editor.get_by_text("second tab").wait_for()
    second.reset_code()
    page.wait_kept("codes", "momentum", lambda code: code is None)
    page.wait_until(
        "() => document.querySelector('article:not([hidden]) .py-editor-input > div').shadowRoot"
        ".querySelector('.cm-content').innerText.includes('class Momentum')"
    )
    second.check()


def test_the_link_can_be_copied_and_the_script_taken_away(page):
    page.walk_from(-7, 2)
    page.wait_carried(lambda state: state["lab"].get("start") == [-7, 2])
    page.tab.click("#copy-link")
    page.wait_until("() => document.getElementById('sharing-status').innerText !== ''")
    assert page.tab.evaluate("navigator.clipboard.readText()") == page.tab.url
    with page.tab.expect_download() as download:
        page.tab.click("#save-script")
    text = download.value.path().read_text(encoding="utf-8")
    assert "from visualizer import" in text and "SGD" in text
    with page.tab.expect_download() as download:
        page.tab.click("text=ノートブック")
    notebook = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4


def test_a_link_copied_at_once_carries_the_last_change(page):
    page.walk_from(-7, 2)
    page.wait_carried(lambda state: state["lab"].get("start") == [-7, 2])
    page.tab.evaluate(
        "() => { document.querySelector('[data-view=arrows]').click();"
        " document.getElementById('copy-link').click(); }"
    )
    copied = until(
        lambda: page.tab.evaluate("navigator.clipboard.readText()"),
        lambda text: state_of(text.partition("#")[2]).get("lab", {}).get("view") == "arrows",
    )
    assert copied == page.tab.url


# Follow a link at once, or in the moment in which the page begins to write the change down.
FOLLOW = """
([link, at_once]) => {
    const later = window.setTimeout;
    if (!at_once) window.setTimeout = (call, pause, ...rest) => later((...all) => {
        if (pause === 300) {
            window.setTimeout = later;
            location.hash = link;
        }
        call(...all);
    }, pause, ...rest);
    document.querySelector("[data-view=arrows]").click();
    if (at_once) location.hash = link;
}
"""


@pytest.mark.parametrize("at_once", [True, False])
def test_a_link_followed_after_a_change_is_shown_and_stays_in_the_address(page, at_once):
    link = link_to({"tab": "lab", "lab": {"landscape": "bowl", "start": [0.5, 0.2]}})
    page.tab.evaluate(FOLLOW, [link, at_once])
    page.wait_until("() => document.getElementById('landscape').value === 'bowl'")
    page.wait_walked(["SGD", "Momentum"])
    # By then whatever was to be written down after the change would have been.
    page.tab.click("#play")
    page.wait_until("() => Number(document.getElementById('moment').value) > 8")
    assert page.fragment() == link


def test_without_a_clipboard_the_link_is_there_to_be_copied_by_hand(open_page):
    """As at a classroom's address, which is no secure one."""
    page = open_page()
    page.tab.evaluate("delete Navigator.prototype.clipboard")
    page.wait_for_micropython()
    page.tab.click("#copy-link")
    page.tab.locator("#link-text").wait_for()
    selected = page.tab.evaluate("document.getSelection().toString()")
    assert selected == page.tab.url
    assert "選んである" in page.tab.locator("#sharing-status").inner_text()
