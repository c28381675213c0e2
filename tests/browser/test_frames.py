"""The page keeps drawing: what takes long is done in pieces."""

from pages import FieldPage, new_context

# Clicks the field as soon as there are results to be told; keeps how much else there was by then.
CLICK_AT_ONCE = """
new MutationObserver((changes, observer) => {
    if (!document.querySelector("#results tr")) return;
    observer.disconnect();
    const plane = document.getElementById("plane"), { x, y } = plane.getBoundingClientRect();
    const at = { clientX: x + 200, clientY: y + 150, pointerType: "touch", bubbles: true };
    plane.dispatchEvent(new PointerEvent("pointerdown", at));
    plane.dispatchEvent(new PointerEvent("pointerup", at));
    window.rooms = document.querySelectorAll(".method, #sections option").length;
}).observe(document, { childList: true, subtree: true });
"""


def test_a_click_walks_before_the_rest_of_the_page_is_there(chromium, site_url):
    context = new_context(chromium, 1280, 800)
    context.add_init_script(CLICK_AT_ONCE)
    page = FieldPage(context, site_url)
    page.open()
    page.wait_for_micropython()
    assert page.tab.evaluate("rooms") == 0
    assert page.tab.locator("#methods .method").count() == 6
    page.wait_walked(["SGD", "Momentum"])
    page.check()
    context.close()
