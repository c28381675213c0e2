"""Presenter mode: large type, the whole screen, arrow keys from section to section."""

from pyscript import document

from page.frame.dom import by_id

FORWARD, BACK = ("ArrowRight", "PageDown"), ("ArrowLeft", "PageUp")


class Presenter:
    """on_begin() is called when it is switched on; step(by) goes from section to section."""

    def __init__(self, on_begin: object, step: object) -> None:
        self.on_begin, self.step = on_begin, step
        self.button = by_id("present")
        self.button.addEventListener("click", lambda event: self.toggle())
        document.addEventListener("keydown", self._key)
        document.addEventListener("fullscreenchange", self._screen_changed)

    @property
    def presenting(self) -> bool:
        return document.body.classList.contains("presenter")

    def toggle(self) -> None:
        if self.presenting:
            self._set(False)
            if getattr(document, "fullscreenElement", None):
                document.exitFullscreen()
        else:
            self._set(True)
            if getattr(document.documentElement, "requestFullscreen", None):
                document.documentElement.requestFullscreen()
            self.on_begin()

    def _set(self, presenting: bool) -> None:
        document.body.classList.toggle("presenter", presenting)
        self.button.setAttribute("aria-pressed", "true" if presenting else "false")

    def _screen_changed(self, event: object) -> None:
        if self.presenting and not getattr(document, "fullscreenElement", None):
            self._set(False)

    def _key(self, event: object) -> None:
        if not self.presenting or event.target.matches("canvas, input, select, py-editor *"):
            return
        if event.key in FORWARD or event.key in BACK:
            event.preventDefault()
            self.step(1 if event.key in FORWARD else -1)
