"""The few things the page does with the document, under short names."""

from pyscript import document


def by_id(name: str) -> object:
    return document.getElementById(name)


def every(selector: str, root: object = document) -> list:
    """All elements below root that match selector, as a list."""
    found = root.querySelectorAll(selector)
    return [found.item(i) for i in range(found.length)]


def make(tag: str, text: str | None = None, **attributes: object) -> object:
    """A new element. Underscores in attribute names stand for hyphens; class_ is class."""
    element = document.createElement(tag)
    for name, value in attributes.items():
        element.setAttribute(name.rstrip("_").replace("_", "-"), str(value))
    if text is not None:
        element.textContent = text
    return element


def bilingual(words: dict) -> object:
    """A fragment with the Japanese and the English words; the style sheet shows one of them."""
    fragment = document.createDocumentFragment()
    for language in ("ja", "en"):
        fragment.append(make("span", words[language], lang=language))
    return fragment


def press(buttons: list, chosen: object) -> None:
    """Mark the chosen one of a group of toggle buttons."""
    for button in buttons:
        button.setAttribute("aria-pressed", "true" if button is chosen else "false")


def set_text(element: object, text: str) -> None:
    """Change an element's text only if it differs: screen readers speak of every change."""
    if element.textContent != text:
        element.textContent = text


def show_problem(element: object, text: str | None, field: object = None) -> None:
    """Show a sentence beside the field it is about; no text takes it away again."""
    set_text(element, text or "")
    element.hidden = not text
    if field is not None:
        field.setAttribute("aria-invalid", "true" if text else "false")


def button(words: dict, handler: object, kind: str = "") -> object:
    """A button with words in both languages; handler(event) is called when it is pressed."""
    element = make("button", type="button", class_=kind)
    element.append(bilingual(words))
    element.addEventListener("click", handler)
    return element
