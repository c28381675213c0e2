"""What the page takes from JavaScript, as far as its tests under CPython need it."""

import asyncio


class Storage:
    """Web Storage."""

    def __init__(self):
        self.records = {}

    @property
    def length(self):
        return len(self.records)

    def key(self, index):
        return list(self.records)[index]

    def getItem(self, name):
        return self.records.get(name)

    def setItem(self, name, text):
        self.records[name] = str(text)

    def removeItem(self, name):
        self.records.pop(name, None)


class Location:
    hash = search = ""
    href = "http://localhost/"


class History:
    def __init__(self):
        self.entries = 1


class MediaQuery:
    matches = False

    def addEventListener(self, kind, handler): ...


class Promise:
    """A promise that a coroutine can await."""

    @staticmethod
    def new(executor):
        future = asyncio.get_running_loop().create_future()

        def resolve(value=None):
            if not future.done():
                future.set_result(value)

        executor(resolve, future.set_exception)
        return future


class ResizeObserver:
    @classmethod
    def new(cls, handler):
        return cls()

    def observe(self, element): ...


class Style:
    def getPropertyValue(self, name):
        return "#000000"


class Performance:
    def __init__(self):
        self.time = 0.0

    def now(self):
        return self.time


class Blob:
    """A text on its way to a file."""

    def __init__(self, parts):
        self.data = "".join(parts).encode()

    @classmethod
    def new(cls, parts):
        return cls(parts)


localStorage, sessionStorage = Storage(), Storage()
location, history, performance = Location(), History(), Performance()


def matchMedia(query):
    return MediaQuery()


def getComputedStyle(element):
    return Style()


class URL:
    made = {}

    @classmethod
    def createObjectURL(cls, blob):
        cls.made["blob:1"] = blob.data.decode()
        return "blob:1"

    @classmethod
    def revokeObjectURL(cls, address): ...


class URLSearchParams:
    @classmethod
    def new(cls, search):
        return cls()

    def get(self, name):
        return None
