"""The page's behaviour, run by MicroPython on the main thread."""
