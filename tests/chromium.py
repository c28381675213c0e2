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
    return playwright.chromium.launch(executable_path=_path(), args=[*FLAGS, *flags])


def open_profile(chromium, folder):
    """A context that is no private window, as all others are: its profile is in this folder."""
    kind = chromium.browser_type
    return kind.launch_persistent_context(folder, executable_path=_path(), args=FLAGS)


def _path():
    return shutil.which("chromium") or shutil.which("chromium-browser")
