"""What the page takes from PyScript: a document of plain elements, a window with timers."""

from html.parser import HTMLParser


class ClassList(set):
    def toggle(self, name, wanted):
        (self.add if wanted else self.discard)(name)

    contains = set.__contains__
    remove = set.discard


class Element:
    """An element: attributes, children, text, listeners; as simple as can be."""

    def __init__(self, tag="div"):
        self.tag, self.attributes, self.children, self.listeners = tag, {}, [], {}
        self.hidden = self.disabled = self.checked = self.open = False
        self.value = self.text = ""
        self.style, self.classList = Attributes(), ClassList()
        self.width = self.height = 0
        self.complete = True  # a picture has come

    @property
    def textContent(self):
        return self.text + "".join(child.textContent for child in self.children)

    @textContent.setter
    def textContent(self, text):
        self.children, self.text = [], text

    @property
    def className(self):
        return self.attributes.get("class", "")

    @className.setter
    def className(self, name):
        self.attributes["class"] = name

    def setAttribute(self, name, value):
        self.attributes[name] = value
        if name in ("value", "id"):
            setattr(self, name, value)

    def getAttribute(self, name):
        return self.attributes.get(name)

    def append(self, *children):
        self.children += children

    before = append

    def replaceChildren(self, *children):
        self.text, self.children = "", list(children)

    def replaceWith(self, other):
        self.__dict__ = other.__dict__

    def addEventListener(self, kind, handler, *_):
        self.listeners.setdefault(kind, []).append(handler)

    def fire(self, kind, **event):
        for handler in self.listeners.get(kind, []):
            handler(Event(self, **event))

    def querySelector(self, selector):
        return next(iter(self._below(selector)), Element())

    def querySelectorAll(self, selector):
        return Found(self._below(selector))

    def getBoundingClientRect(self):
        return Box()

    def getContext(self, kind):
        return vars(self).setdefault("context", Context())

    def insertAdjacentHTML(self, where, html):
        HTMLParser().feed(html)
        self.children.append(_text(html))

    def focus(self): ...

    @property
    def parentElement(self):
        return self

    def click(self):
        self.fire("click")

    def remove(self): ...

    @property
    def options(self):
        return Found(self.children)

    @property
    def length(self):
        return len(self.children)

    def _below(self, selector):
        found = []
        for child in self.children:
            if child.attributes.get("class") == selector.lstrip("."):
                found.append(child)
            found += child._below(selector)
        return found


def _text(text):
    element = Element("#text")
    element.text = text
    return element


class Attributes:
    """Takes any attribute."""


class Box:
    width, height, left, top = 800.0, 500.0, 0.0, 0.0


class Context:
    """Remembers what was drawn; only clearRect makes it forget."""

    def __init__(self):
        self.drawn = []

    def __getattr__(self, name):
        return lambda *arguments: self.drawn.append((name, *arguments))

    def clearRect(self, *arguments):
        self.drawn = []

    def measureText(self, text):
        return Box()


class Path2D:
    """Remembers what it is made of: (name of a call, *its arguments)."""

    def __init__(self, text=""):
        copied = isinstance(text, Path2D)
        self.text, self.parts = (text.text, text.parts[:]) if copied else (text, [])

    @classmethod
    def new(cls, text=""):
        return cls(text)

    def __getattr__(self, name):
        return lambda *arguments: self.parts.append((name, *arguments))


class Event:
    def __init__(self, target, **attributes):
        self.target = self.currentTarget = target
        vars(self).update(attributes)

    def preventDefault(self): ...


class Found(list):
    @property
    def length(self):
        return len(self)

    def item(self, index):
        return self[index]


class Window(Element):
    devicePixelRatio = 1
    Path2D = Path2D

    def __init__(self):
        super().__init__("window")
        self.timers, self.frames, self.count = {}, [], 0

    def setTimeout(self, handler, milliseconds):
        self.count += 1
        self.timers[self.count] = handler
        return self.count

    def clearTimeout(self, timer):
        self.timers.pop(timer, None)

    def requestAnimationFrame(self, handler):
        self.frames.append(handler)

    def run_timers(self):
        """As if all the time had passed that anybody waits for."""
        while self.timers:
            timers, self.timers = self.timers, {}
            for handler in timers.values():
                handler()

    def run_frame(self, now):
        frames, self.frames = self.frames, []
        for handler in frames:
            handler(now)


class Document(Element):
    """Elements are there as soon as somebody asks for them by id."""

    def __init__(self, window):
        super().__init__("document")
        self.defaultView, self.by_id, self.groups = window, {}, {}
        self.documentElement, self.body = Element("html"), Element("body")
        self.activeElement = None
        self.title = ""

    def getElementById(self, name):
        return self.by_id.setdefault(name, Element())

    def createElement(self, tag):
        return Element(tag)

    def createElementNS(self, namespace, tag):
        return Element(tag)

    def createDocumentFragment(self):
        return Element("#fragment")

    def querySelectorAll(self, selector):
        return Found(self.groups.get(selector, []))

    def querySelector(self, selector):
        return self.by_id.setdefault(selector, Element())


window = Window()
document = Document(window)
workers = {}
