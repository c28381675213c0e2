"""PyScript's code editor (CodeMirror), with our own worker behind its run button."""

from pyscript import document

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

    on_run(code): the run button or Ctrl/Cmd+Enter. on_edit(code): the text changed. label: what a
    screen reader calls it. The text set before the editor has appeared is kept for it.
    """

    def __init__(self, slot, code, label, on_run, on_edit):
        self.slot, self.label = slot, label
        self.on_run, self.on_edit = on_run, on_edit
        self.root = self.content = None
        self._code = code
        self.script = make("script", code, type="py-editor", config="{}")
        self.script.addEventListener("py-editor", self._appeared)
        self._focused_before = document.activeElement
        slot.append(self.script)

    @property
    def code(self):
        return self.script.code if self.content else self._code

    @code.setter
    def code(self, text):
        self._code = text
        if self.content:
            self.script.code = text

    def mark_line(self, line: int | None) -> None:
        """Show where an error is: the cursor goes there and the line turns red until edited."""
        if not self.content or not line:
            return
        lines = every(".cm-line", self.root)
        if line <= len(lines):
            self._select(lines[line - 1])
            self.content.focus()
            self.root.querySelector(".cm-scroller").parentElement.classList.add("faulty")

    def _select(self, line: object) -> None:
        """Put the cursor into a line. Only Chromium has a selection for each shadow tree."""
        get_selection = getattr(self.root, "getSelection", None)
        selection = (get_selection and get_selection()) or document.getSelection()
        selection.setPosition(line, 0)

    def clear_mark(self):
        if self.content:
            self.root.querySelector(".cm-scroller").parentElement.classList.remove("faulty")

    def rename(self, label):
        self.label = label
        if self.content:
            self.content.setAttribute("aria-label", label)

    def _appeared(self, event):
        host = self.slot.querySelector(".py-editor-input > div")
        self.root = host.shadowRoot
        self.root.append(make("style", SHADOW_STYLE))
        self.content = self.root.querySelector(".cm-content")
        self.content.setAttribute("tabindex", "0")
        self.rename(self.label)
        self.script.handleEvent = self._run
        if self.script.code != self._code:
            self.script.code = self._code
        self.content.addEventListener("input", self._edited)
        self.content.addEventListener("keyup", self._edited)
        # PyScript focuses every new editor, which would scroll the page away from its reader.
        self.content.blur()
        if self._focused_before:
            self._focused_before.focus()

    def _run(self, event):
        self.clear_mark()
        self.on_run(event.code)
        return False

    def _edited(self, event):
        if self.script.code != self._code:
            self._code = self.script.code
            self.clear_mark()
            self.on_edit(self._code)
