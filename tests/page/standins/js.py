"""What the page takes from JavaScript, as far as its tests under CPython need it."""

import asyncio
import base64
import zlib


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
    def replaceState(self, state, title, address):
        location.hash = address


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
    """Only what page.state.link does with it: text → stream → deflated → bytes."""

    def __init__(self, parts):
        self.data = "".join(parts).encode()

    @classmethod
    def new(cls, parts):
        return cls(parts)

    def stream(self):
        return Stream(self.data)


class Stream:
    def __init__(self, data):
        self.data = data

    def pipeThrough(self, change):
        return Stream(change(self.data))


class CompressionStream:
    @staticmethod
    def new(kind):
        def deflate(data):
            work = zlib.compressobj(wbits=-15)
            return work.compress(data) + work.flush()

        return deflate


class DecompressionStream:
    @staticmethod
    def new(kind):
        return lambda data: zlib.decompress(data, wbits=-15)


class Response:
    def __init__(self, stream):
        self.body = stream

    @classmethod
    def new(cls, stream):
        return cls(stream)

    async def arrayBuffer(self):
        return self.body.data

    async def text(self):
        return self.body.data.decode()


class Uint8Array(bytes):
    @classmethod
    def new(cls, data):
        return cls(data)

    @property
    def length(self):
        return len(self)


async def fetch(address):
    return Response(Stream(base64.b64decode(address.partition("base64,")[2], validate=True)))


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


class Navigator:
    clipboard = None


navigator = Navigator()
