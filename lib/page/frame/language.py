"""The language of the page: its buttons, its title, and labels that screen readers speak."""

from pyscript import document

from page.frame import words
from page.frame.dom import by_id, every, press
from page.state import actions
from page.state.store import Store


class Language:
    """Keeps what index.html holds in the chosen language. To be made before all other parts."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._buttons = every("[data-language]")
        for button in self._buttons:
            button.addEventListener("click", self._choose)
        store.subscribe(lambda change: self.show(), "language")
        self.show()

    def show(self) -> None:
        language = self.store["language"]
        words.use(language)
        document.documentElement.lang = language
        document.title = by_id("title").querySelector("[lang={}]".format(language)).textContent
        for element in every("[data-label-{}]".format(language)):
            element.setAttribute("aria-label", element.getAttribute("data-label-" + language))
        for button in self._buttons:
            if button.getAttribute("data-language") == language:
                press(self._buttons, button)

    def _choose(self, event: object) -> None:
        language = event.currentTarget.getAttribute("data-language")
        self.store.act(actions.choose_language, language=language)
