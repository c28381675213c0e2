"""The page's own JavaScript modules."""


class Mailbox:
    """lib/page/mailbox.mjs; it remembers what was painted."""

    def __init__(self):
        self.painted, self.forgotten = [], []

    def listen(self, worker, heard): ...

    def paint(self, number, index, canvas):
        self.painted.append((number, index))

    def forget(self, number):
        self.forgotten.append(number)


mailbox = Mailbox()
