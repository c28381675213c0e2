"""What is raised in code that must not go on. Not Exceptions: `except Exception` lets them pass."""


class Stopped(BaseException):
    """The guard wants the code to end. kind: which sentence tells why."""

    kind: str


class TimeUp(Stopped):
    kind = "time"


class MemoryUp(Stopped):
    kind = "memory"


class OutputFull(Stopped):
    kind = "output"


class InputAsked(Stopped):
    kind = "input"
