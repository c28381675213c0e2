"""All editors of the page, each made when it is first needed."""

from page.dom import by_id
from page.notepad import Notepad
from page.workshop import Workshop


class Editors:
    """Opens the exercise or the notepad that belongs to a section of the lesson or to a tab.

    on_edit(): some code changed. on_solved(key): an exercise was solved.
    """

    def __init__(self, state, catalogue, viewer, on_edit, on_solved):
        self.state, self.catalogue, self.viewer = state, catalogue, viewer
        self.on_edit, self.on_solved = on_edit, on_solved
        self.opened = {}

    def open_in(self, article):
        """Make the editor that a section asks for by its data-exercise or data-editor."""
        exercise, notepad = (
            article.getAttribute("data-exercise"),
            article.getAttribute("data-editor"),
        )
        slot = article.querySelector(".editor-slot")
        if exercise and exercise not in self.opened:
            self.opened[exercise] = Workshop(
                exercise,
                slot,
                self.state,
                self.catalogue,
                self.viewer,
                self.on_edit,
                lambda: self.on_solved(exercise),
            )
        if notepad:
            self._open_notepad(notepad, slot)

    def open_free(self):
        """Make the free editor of the code tab."""
        self._open_notepad("free", by_id("free-slot"))

    def forget(self):
        """Take every editor away with what was written in it."""
        for editor in self.opened.values():
            editor.editor.slot.replaceChildren()
        self.opened = {}

    def translate(self):
        for editor in self.opened.values():
            editor.translate()

    def _open_notepad(self, key, slot):
        if key not in self.opened:
            sample = by_id(key + "-sample").textContent
            self.opened[key] = Notepad(
                key, slot, sample, self.state, self.viewer.engine, self.on_edit
            )
