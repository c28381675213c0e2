"""The server: right types, right caching, nothing outside the site."""

import http.client
import os
import socket
import subprocess
import sys
import threading
from email.utils import formatdate
from pathlib import Path

import pytest
import serve
from runtime import ROOT
from server import SiteServer
from trouble import Trouble

TYPES = {
    "page.html": "text/html",
    "a.mjs": "text/javascript",
    "a.wasm": "application/wasm",
    "a.toml": "application/toml",
    "a.py": "text/x-python",
    "a.json": "application/json",
    "a.svg": "image/svg+xml",
    "a.whl": "application/zip",
    "a.strange": "application/octet-stream",
}


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    versioned = folder / "runtime" / "pyodide-314.0.3"
    versioned.mkdir(parents=True)
    (versioned / "pyodide.mjs").write_text("export {}")
    (folder / "index.html").write_text("home")
    (folder / ".hidden").write_text("secret")
    for name in TYPES:
        (folder / name).write_text("data")
    (tmp_path / "outside.txt").write_text("secret")
    os.symlink(tmp_path / "outside.txt", folder / "link.txt")
    return folder


@pytest.fixture
def address(site):
    server = SiteServer(("127.0.0.1", 0), site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address
    server.shutdown()
    server.server_close()


def ask(address, path, method="GET", **headers):
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_every_file_has_its_type(address, name, kind):
    answer, body = ask(address, "/" + name)
    assert (answer.status, body) == (200, b"data")
    assert answer.headers["Content-Type"].split(";")[0] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_root_is_the_page_and_folders_are_not_listed(address):
    assert ask(address, "/")[1] == b"home"
    assert ask(address, "/?kiosk")[1] == b"home"
    for path in ("/runtime", "/runtime/", "/runtime/pyodide-314.0.3/"):
        assert ask(address, path)[0].status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/runtime/../../outside.txt",
        "/..%5coutside.txt",
        "/%00",
        "/link.txt",
        "/.hidden",
        "//etc/passwd",
        "/" + "a" * 5000,
    ],
)
def test_there_is_no_way_out(address, path):
    with socket.create_connection(address, timeout=5) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert connection.recv(100).split()[1] == b"404"


def test_versioned_files_are_kept_and_others_asked_for_again(address):
    assert (
        "immutable"
        in ask(address, "/runtime/pyodide-314.0.3/pyodide.mjs")[0].headers["Cache-Control"]
    )
    assert ask(address, "/index.html")[0].headers["Cache-Control"] == "no-cache"


def test_a_known_file_is_not_sent_again(address, site):
    first, _ = ask(address, "/index.html")
    again, body = ask(address, "/index.html", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")
    since = formatdate((site / "index.html").stat().st_mtime + 1, usegmt=True)
    assert ask(address, "/index.html", If_Modified_Since=since)[0].status == 304
    assert ask(address, "/index.html", If_Modified_Since="nonsense")[0].status == 200
    (site / "index.html").write_text("new home")
    assert ask(address, "/index.html", If_None_Match=first.headers["ETag"])[1] == b"new home"


def test_head_has_no_body_and_post_is_refused(address):
    answer, body = ask(address, "/page.html", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], body) == (200, "4", b"")
    assert ask(address, "/page.html", "POST")[0].status == 501


def test_a_busy_port_is_told_with_the_way_out(address, site):
    with pytest.raises(Trouble, match=f"--port {address[1] + 1}"):
        serve.listen("127.0.0.1", address[1], site)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("203.0.113.7", 0)])
def test_an_impossible_place_is_told(site, host, port):
    with pytest.raises(Trouble):
        serve.listen(host, port, site)


def test_the_addresses_to_type(monkeypatch):
    monkeypatch.setattr(serve, "_own_address", lambda: "192.168.0.5")
    assert serve.addresses("127.0.0.1", 8000) == ["http://localhost:8000/"]
    assert serve.addresses("0.0.0.0", 80) == ["http://localhost:80/", "http://192.168.0.5:80/"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("ja_JP.UTF-8", "ポート"), ("C.UTF-8", "cannot be used")]
)
def test_trouble_is_one_sentence_in_the_users_language(address, language, sentence):
    command = [sys.executable, "-c", PROGRAM.format(port=address[1])]
    environment = {**os.environ, "LANG": language, "LC_ALL": language, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT / "tools"
    )
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


PROGRAM = """
import serve, trouble
trouble.run(lambda: serve.listen("127.0.0.1", {port}, "."))
"""


def test_the_one_command_shows_its_options():
    command = [sys.executable, Path("tools") / "serve.py", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert "--host" in done.stdout and "--port" in done.stdout and "--no-browser" in done.stdout
