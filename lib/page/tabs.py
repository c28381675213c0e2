"""The three parts of the page beside the stage: lesson, lab, code."""

from page.dom import by_id, every

TABS = ("lesson", "lab", "code")


class Tabs:
    """Buttons in the masthead. on_choose(tab) is called when the reader chose one."""

    def __init__(self, on_choose):
        self.buttons = every("button[data-tab]")
        for button in self.buttons:
            button.addEventListener("click", self._chosen)
        self.on_choose = on_choose

    def show(self, tab):
        for button in self.buttons:
            chosen = button.getAttribute("data-tab") == tab
            button.setAttribute("aria-pressed", "true" if chosen else "false")
        for name in TABS:
            by_id(name).hidden = name != tab

    def _chosen(self, event):
        self.on_choose(event.currentTarget.getAttribute("data-tab"))
