"""The browser of the tests and benchmarks: Debian's Chromium without its calls home."""

import shutil

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def launch(playwright, *flags):
    return _launch(playwright.chromium, *flags)


def launch_another(chromium, *flags):
    """A browser beside one that is open, with flags of its own."""
    return _launch(chromium.browser_type, *flags)


def open_profile(chromium, folder):
    """A context that is no private window, as all others are: its profile is in this folder."""
    kind = chromium.browser_type
    return kind.launch_persistent_context(folder, executable_path=_path(), args=FLAGS)


def _launch(kind, *flags):
    return kind.launch(executable_path=_path(), args=[*FLAGS, *flags])


def _path():
    return shutil.which("chromium") or shutil.which("chromium-browser")
