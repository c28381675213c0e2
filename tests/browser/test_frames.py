"""The page keeps drawing: what takes long is done in pieces."""

# Clicks the field as soon as the page tells of walks at all; keeps what there was by then.
CLICK_AT_ONCE = """
new MutationObserver((changes, observer) => {
    if (!document.querySelector("#results tr")) return;
    observer.disconnect();
    const plane = document.getElementById("plane"), { x, y } = plane.getBoundingClientRect();
    const at = { clientX: x + 200, clientY: y + 150, pointerType: "touch", bubbles: true };
    plane.dispatchEvent(new PointerEvent("pointerdown", at));
    plane.dispatchEvent(new PointerEvent("pointerup", at));
    const cell = document.querySelector("#results td").textContent;
    window.seen = { cell, rooms: document.querySelectorAll(".method, #sections option").length };
}).observe(document, { childList: true, subtree: true });
"""


def test_a_click_walks_before_the_rest_of_the_page_is_there(open_page):
    page = open_page()
    page.context.add_init_script(CLICK_AT_ONCE)
    page.open()
    page.wait_until("window.seen")
    seen = page.tab.evaluate("seen")
    assert seen["cell"].startswith("(") and seen["rooms"] == 0
    page.wait_for_micropython()
    assert page.tab.locator("#methods .method").count() == 6
    walked = page.wait_walked(["SGD", "Momentum"])
    assert walked["SGD"][0] == seen["cell"]
