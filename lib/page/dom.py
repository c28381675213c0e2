"""The few things the page does with the document, under short names."""

from pyscript import document


def by_id(name):
    return document.getElementById(name)


def every(selector, root=document):
    """All elements below root that match selector, as a list."""
    found = root.querySelectorAll(selector)
    return [found.item(i) for i in range(found.length)]


def make(tag, text=None, **attributes):
    """A new element. Underscores in attribute names stand for hyphens; class_ is class."""
    element = document.createElement(tag)
    for name, value in attributes.items():
        element.setAttribute(name.rstrip("_").replace("_", "-"), str(value))
    if text is not None:
        element.textContent = text
    return element


def bilingual(words):
    """A fragment with the Japanese and the English words; the style sheet shows one of them."""
    fragment = document.createDocumentFragment()
    for language in ("ja", "en"):
        fragment.append(make("span", words[language], lang=language))
    return fragment


def press(buttons, chosen):
    """Mark the chosen one of a group of toggle buttons."""
    for button in buttons:
        button.setAttribute("aria-pressed", "true" if button is chosen else "false")


def show_problem(element, text, field=None):
    """Show a sentence beside the field it is about; no text takes it away again."""
    element.textContent = text or ""
    element.hidden = not text
    if field is not None:
        field.setAttribute("aria-invalid", "true" if text else "false")
