"""The page's own JavaScript modules. Like those, none of them ever throws."""

import base64
import json
import zlib

import js


class Mailbox:
    """lib/page/mailbox.mjs; it remembers what was painted."""

    def __init__(self):
        self.painted, self.grounds, self.forgotten = [], [], []

    def listen(self, worker, reached, progressed): ...

    def paint(self, number, index, canvas):
        self.painted.append((number, index))
        return True

    def paintGround(self, number, canvas):
        self.grounds.append(number)
        return True

    def forget(self, number):
        self.forgotten.append(number)

    def forgetAll(self): ...


class Succession:
    """lib/page/succession.mjs; quick: something is left to the next worker."""

    def __init__(self):
        self.quick = False

    def hear(self, worker): ...

    def isQuick(self):
        return self.quick


class Browser:
    """lib/page/browser.mjs; refuses: the browser stores nothing, or has no more room."""

    def __init__(self):
        self.refuses = False

    def refusesStorage(self):
        return self.refuses

    def stored(self, area, name):
        return None if self.refuses else getattr(js, area).getItem(name)

    def names(self, area):
        return json.dumps([] if self.refuses else list(getattr(js, area).records))

    def store(self, area, name, text):
        if not self.refuses:
            getattr(js, area).setItem(name, text)
        return not self.refuses

    def remove(self, area, name):
        if not self.refuses:
            getattr(js, area).removeItem(name)

    def writeAddress(self, fragment, as_new_entry):
        js.history.entries += as_new_entry
        js.location.hash = "#" + fragment

    async def copy(self, text):
        return not self.refuses

    def capturePointer(self, element, pointer): ...

    def selectLine(self, root, line): ...

    def observeText(self, element, changed): ...

    def pngOf(self, *canvases):
        return "data:image/png;base64,"


class Packing:
    """lib/page/state/packing.mjs."""

    async def pack(self, text):
        work = zlib.compressobj(wbits=-15)
        packed = work.compress(text.encode()) + work.flush()
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")

    async def unpack(self, packed, longest):
        try:
            data = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
            work = zlib.decompressobj(wbits=-15)
            text = work.decompress(data, longest)
            return None if work.unconsumed_tail or not work.eof else text.decode()
        except (ValueError, zlib.error):
            return None


mailbox, succession, browser, packing = Mailbox(), Succession(), Browser(), Packing()
