"""Firefox and WebKitGTK from Debian's packages, driven with the standard library alone."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

SECONDS = 60
# Commands return at once while a page loads; the tests wait for what they need.
CAPABILITIES = {"pageLoadStrategy": "none"}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Engine:
    """WebDriver's commands to one tab, sent by call(method, path, body)."""

    def call(self, method: str, path: str, body: dict | None = None) -> Any:
        raise NotImplementedError

    def open(self, url: str) -> None:
        self.call("POST", "/url", {"url": url})

    def script(self, script: str, *arguments: object) -> Any:
        """What a function body of JavaScript returns."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, condition: str, seconds: float = SECONDS) -> None:
        """Until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.script(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.1)

    def click(self, element: str, along: float = 0.5, across: float = 0.5) -> None:
        """Click on an element, given as a JavaScript expression, at these shares of its box."""
        x, y, width, height = self.script(
            f"const element = {element};"
            "element.scrollIntoView({ block: 'nearest', behavior: 'instant' });"
            "const box = element.getBoundingClientRect();"
            "return [box.left, box.top, box.width, box.height]"
        )
        place = {"x": round(x + width * along), "y": round(y + height * across)}
        moves = [{"type": "pointerMove", **place}]
        moves += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def type(self, text: str, hold: str = "") -> None:
        """Press keys one after another, others held down meanwhile."""
        presses = [{"type": "keyDown", "value": key} for key in hold]
        for key in text:
            presses += [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        presses += [{"type": "keyUp", "value": key} for key in hold]
        self._act({"type": "key", "id": "keyboard", "actions": presses})

    def _act(self, source: dict) -> None:
        self.call("POST", "/actions", {"actions": [source]})


class Firefox(Engine):
    """Marionette: JSON over a socket, each message led by its length."""

    PACKAGES = "firefox-esr"
    COMMANDS = {
        "/url": "WebDriver:Navigate",
        "/execute/sync": "WebDriver:ExecuteScript",
        "/actions": "WebDriver:PerformActions",
    }
    FLAGS = "--headless --kiosk --marionette --remote-allow-system-access --no-remote --profile"
    PREFERENCES = {
        "marionette.port": 0,
        "browser.shell.checkDefaultBrowser": False,
        "app.update.enabled": False,
    }

    @staticmethod
    def is_installed() -> bool:
        return bool(shutil.which("firefox-esr"))

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self.profile = Path(tempfile.mkdtemp())
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in self.PREFERENCES.items()
        ]
        (self.profile / "user.js").write_text("".join(lines))
        size = {"MOZ_HEADLESS_WIDTH": f"{width}", "MOZ_HEADLESS_HEIGHT": f"{height}"}
        command = ["firefox-esr", *self.FLAGS.split(), self.profile, "about:blank"]
        self.process = subprocess.Popen(command, env={**os.environ, **size}, **QUIET)
        self.socket = socket.create_connection(("127.0.0.1", self._port()), SECONDS)
        self.answers = self.socket.makefile("rb")
        self._receive()
        self._send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": CAPABILITIES}})

    def call(self, method: str, path: str, body: dict | None = None) -> Any:
        answer = self._send(self.COMMANDS[path], body or {})
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(SECONDS)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _port(self) -> int:
        """The port that Firefox has chosen, as soon as it says so in its profile."""
        file = self.profile / "MarionetteActivePort"
        while not (file.exists() and file.read_text()):
            assert self.process.poll() is None, "Firefox has ended"
            time.sleep(0.1)
        return int(file.read_text())

    def _send(self, command: str, parameters: dict) -> Any:
        text = json.dumps([0, 1, command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, value = self._receive()
        if error:
            raise RuntimeError(error)
        return value

    def _receive(self) -> Any:
        length = b""
        while (byte := self.answers.read(1)) not in (b":", b""):
            length += byte
        return json.loads(self.answers.read(int(length)))


class WebKit(Engine):
    """MiniBrowser behind WebKitWebDriver, on a screen of its own."""

    PACKAGES = "webkit2gtk-driver xvfb"

    @staticmethod
    def is_installed() -> bool:
        return all(map(shutil.which, ("WebKitWebDriver", "Xvfb"))) and bool(_mini_browsers())

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24"]
        self.screen = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        display = f":{self.screen.stdout.readline().strip()}"
        port = _free_port()
        self.driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"], env={**os.environ, "DISPLAY": display}, **QUIET
        )
        self.address = f"http://127.0.0.1:{port}/session"
        self.address += "/" + self._session()

    def call(self, method: str, path: str, body: dict | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from None

    def close(self) -> None:
        self.call("DELETE", "")
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait(SECONDS)

    def _session(self) -> str:
        """The id of a new session; the driver needs a moment until it listens."""
        options = {"binary": _mini_browsers()[-1], "args": ["--automation", "--full-screen"]}
        wanted = {**CAPABILITIES, "webkitgtk:browserOptions": options}
        end = time.monotonic() + SECONDS
        while True:
            try:
                body = {"capabilities": {"alwaysMatch": wanted}}
                return self.call("POST", "", body)["sessionId"]
            except urllib.error.URLError:
                assert time.monotonic() < end, "WebKitWebDriver does not answer"
                time.sleep(0.1)


def _mini_browsers() -> list[str]:
    """WebKitGTK's own small browser, the newest version of it last."""
    return sorted(map(str, Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]
