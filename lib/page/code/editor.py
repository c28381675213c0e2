"""PyScript's code editor (CodeMirror), with our own worker behind its run button."""

from pyscript import document
from pyscript.js_modules import browser

from page.frame.dom import every, make

# The editor lives in a shadow tree, out of the style sheet's reach. The classes from ͼb to ͼn are
# CodeMirror's for keywords, names, numbers, strings and comments; its own colours are too faint
# here and there, and made for a light ground.
SHADOW_STYLE = """
.cm-editor { font-size: 14px; color: var(--text); background: var(--card); }
.cm-editor .cm-scroller { font-family: var(--mono); line-height: 1.55; overflow-x: auto; }
.cm-editor .cm-scroller .cm-gutters {
  color: var(--quiet); background: var(--paper); border-color: var(--line);
}
.cm-editor .cm-cursor { border-left-color: var(--text); }
.cm-editor .cm-scroller :is(.cm-activeLine, .cm-activeLineGutter) { background: var(--active); }
.faulty .cm-scroller :is(.cm-activeLine, .cm-activeLineGutter) {
  background: var(--bad-soft); box-shadow: inset 4px 0 var(--bad);
}
.cm-editor .cm-matchingBracket { outline: 1px solid var(--quiet); }
.cm-content .ͼf { color: #a83200; }
@media (prefers-color-scheme: dark) {
  .cm-content .ͼb { color: #d7a6ff; }
  .cm-content :is(.ͼc, .ͼg, .ͼh, .ͼl) { color: #9cc4ff; }
  .cm-content :is(.ͼd, .ͼi, .ͼj, .ͼk) { color: #8fdcc0; }
  .cm-content :is(.ͼe, .ͼf, .ͼn) { color: #ffb0a0; }
  .cm-content .ͼm { color: #e6bc80; }
  .cm-editor .cm-selectionBackground { background: #2b4a52 !important; }
}
"""


class Editor:
    """One editor inside a slot of the page.

    slot: the element that it fills.
    code: what it shows; kept for it until it has appeared.
    label: what a screen reader calls it.
    on_run(code): the run button or Ctrl/Cmd+Enter was pressed.
    on_edit(code): the reader has changed the text.
    """

    def __init__(
        self, slot: object, code: str, label: str, on_run: object, on_edit: object
    ) -> None:
        self.slot, self.label = slot, label
        self.on_run, self.on_edit = on_run, on_edit
        self.root = self.content = None
        self._code = code
        self.script = make("script", code, type="py-editor", config="{}")
        self.script.addEventListener("py-editor", self._appeared)
        self._focused_before = document.activeElement
        slot.append(self.script)

    @property
    def code(self) -> str:
        """What the editor shows."""
        return self.script.code if self.content else self._code

    def show(self, code: str) -> None:
        """Show another text, in place of what the reader has written."""
        self._code = code
        if self.content and self.script.code != code:
            self.script.code = code
            self.clear_mark()

    def notice_edits(self) -> None:
        """Report what has been written since it was last reported."""
        if self.code != self._code:
            self._code = self.code
            self.clear_mark()
            self.on_edit(self._code)

    def mark_line(self, line: int | None) -> None:
        """Show where an error is: the cursor goes there and the line turns red until edited."""
        if not self.content or not line:
            return
        lines = every(".cm-line", self.root)
        if line <= len(lines):
            browser.selectLine(self.root, lines[line - 1])
            self.content.focus()
            self._scroller().classList.add("faulty")

    def clear_mark(self) -> None:
        if self.content:
            self._scroller().classList.remove("faulty")

    def rename(self, label: str) -> None:
        self.label = label
        if self.content:
            self.content.setAttribute("aria-label", label)

    def _scroller(self) -> object:
        return self.root.querySelector(".cm-scroller").parentElement

    def _appeared(self, event: object) -> None:
        host = self.slot.querySelector(".py-editor-input > div")
        self.root = host.shadowRoot
        self.root.append(make("style", SHADOW_STYLE))
        self.content = self.root.querySelector(".cm-content")
        self.content.setAttribute("tabindex", "0")
        self.rename(self.label)
        self.script.handleEvent = self._run
        if self.script.code != self._code:
            self.script.code = self._code
        # Not the input event: CodeMirror takes text over later, and what is pasted without it.
        browser.observeText(self.content, self.notice_edits)
        # PyScript focuses every new editor, which would scroll the page away from its reader.
        self.content.blur()
        if self._focused_before:
            self._focused_before.focus()

    def _run(self, event: object) -> bool:
        self.clear_mark()
        self.on_run(event.code)
        return False
