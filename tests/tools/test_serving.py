"""The server: right types, right caching, nothing outside the site."""

import gzip
import http.client
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.request
from email.utils import formatdate

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
    "a.tar.gz": "application/gzip",
    "a.strange": "application/octet-stream",
}
LETTERS = b"abcdefghijklmnopqrstuvwxyz"


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
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    yield server.server_address
    server.shutdown()
    server.server_close()


def ask(address, path, method="GET", **headers):
    connection = http.client.HTTPConnection(*address, timeout=5)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


def make_compressed(site, name):
    """Write a file and a compressed one beside it; returns its contents."""
    plain = f"// {name}\n".encode() * 1000
    (site / name).write_bytes(plain)
    (site / f"{name}.gz").write_bytes(gzip.compress(plain))
    return plain


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
        "/index.html/",
        "/./index.html",
        "//etc/passwd",
        "//[",
        "index.html",
        "/C:/Windows/win.ini",
        "/" + "a" * 5000,
    ],
)
def test_there_is_no_way_out(address, path):
    with socket.create_connection(address, timeout=5) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    assert answer.split()[1] == b"404"
    assert b"secret" not in answer and "ファイルがありません".encode() in answer


def test_a_browser_that_goes_away_is_nothing_to_talk_about(address, site, capsys):
    (site / "large.bin").write_bytes(bytes(1 << 24))
    before = threading.active_count()
    with socket.create_connection(address, timeout=5) as connection:
        connection.sendall(b"GET /large.bin HTTP/1.1\r\n\r\n")
        connection.recv(100)
        assert threading.active_count() == before + 1
        # A reset rather than a friendly end.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wait_until(lambda: threading.active_count() == before)
    assert ask(address, "/page.html")[0].status == 200
    assert capsys.readouterr().err == ""


def wait_until(condition):
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


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


def test_a_browser_has_the_compressed_file_if_it_can(address, site):
    plain = make_compressed(site, "large.mjs")
    for coding in (None, "identity", "br", "gzip;q=0", "identity, gzip;q=0.5", "gzip;q=x", "*;q=0"):
        headers = {} if coding is None else {"Accept-Encoding": coding}
        answer, body = ask(address, "/large.mjs", **headers)
        assert (answer.headers["Content-Encoding"], body) == (None, plain), coding
        assert answer.headers["Vary"] == "Accept-Encoding"
    for coding in (
        "gzip",
        "br;q=1.0, GZIP;q=0.8, *;q=0.1",
        "*",
        "x-gzip",
        "identity;q=0, gzip;q=0.1",
    ):
        answer, body = ask(address, "/large.mjs", Accept_Encoding=coding)
        assert (answer.headers["Content-Encoding"], gzip.decompress(body)) == ("gzip", plain), (
            coding
        )
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Content-Length"] == f"{len(body)}"
        assert answer.headers["Vary"] == "Accept-Encoding"


def test_each_form_of_a_file_is_known_by_its_own_name(address, site):
    make_compressed(site, "large.mjs")
    forms = [{}, {"Accept-Encoding": "gzip"}]
    first, second = (ask(address, "/large.mjs", **form)[0].headers["ETag"] for form in forms)
    assert first != second
    for tag, form, other in ((first, *forms), (second, *forms[::-1])):
        answer, body = ask(address, "/large.mjs", If_None_Match=f'"0", W/{tag}', **form)
        assert (answer.status, body, answer.headers["ETag"]) == (304, b"", tag)
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert ask(address, "/large.mjs", If_None_Match=tag, **other)[0].status == 200


def test_a_compressed_file_of_an_older_one_is_left_alone(address, site):
    make_compressed(site, "large.mjs")
    (site / "large.mjs").write_text("new")
    later = time.time_ns() + 10**9
    os.utime(site / "large.mjs", ns=(later, later))
    answer, body = ask(address, "/large.mjs", Accept_Encoding="gzip")
    assert (answer.headers["Content-Encoding"], body) == (None, b"new")


@pytest.mark.parametrize("name", ["a.tar.gz", "a.whl", "a.zip", "a.png", "a.tar"])
def test_what_is_compressed_is_sent_as_it_is(address, site, name):
    # PyScript and our own loader unpack such files by themselves.
    plain = make_compressed(site, name)
    answer, body = ask(address, f"/{name}", Accept_Encoding="gzip")
    assert (answer.headers["Content-Encoding"], body) == (None, plain)
    assert answer.headers["Vary"] is None


def test_nothing_compressed_comes_from_outside_the_site(address, site):
    (site / "large.mjs").write_text("inside")
    (site.parent / "outside.gz").write_bytes(gzip.compress(b"secret"))
    os.symlink(site.parent / "outside.gz", site / "large.mjs.gz")
    assert ask(address, "/large.mjs", Accept_Encoding="gzip")[1] == b"inside"


@pytest.mark.parametrize(
    ("asked", "told", "given"),
    [
        ("bytes=0-3", "bytes 0-3/26", b"abcd"),
        ("bytes=23-", "bytes 23-25/26", b"xyz"),
        ("bytes=24-99", "bytes 24-25/26", b"yz"),
        ("bytes=-2", "bytes 24-25/26", b"yz"),
        ("bytes=-99", "bytes 0-25/26", LETTERS),
    ],
)
def test_a_part_is_given(address, site, asked, told, given):
    (site / "letters.whl").write_bytes(LETTERS)
    answer, body = ask(address, "/letters.whl", Range=asked)
    assert (answer.status, answer.headers["Content-Range"], body) == (206, told, given)
    assert answer.headers["Content-Length"] == f"{len(given)}"
    whole, _ = ask(address, "/letters.whl", "HEAD", Range=asked)
    assert (whole.status, whole.headers["Content-Length"]) == (200, "26")
    assert whole.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["bytes=26-", "bytes=99-100", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(address, site, asked):
    (site / "letters.whl").write_bytes(LETTERS)
    answer, body = ask(address, "/letters.whl", Range=asked)
    assert (answer.status, answer.headers["Content-Range"], body) == (416, "bytes */26", b"")


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=3-2",
        "bytes=-",
        "bytes=0-1,4-5",
        "bytes=a-b",
        "lines=0-3",
        "bytes=" + "9" * 5000 + "-",
    ],
)
def test_what_is_no_part_is_answered_with_the_whole(address, site, asked):
    (site / "letters.whl").write_bytes(LETTERS)
    answer, body = ask(address, "/letters.whl", Range=asked)
    assert (answer.status, body) == (200, LETTERS)


def test_the_rest_of_a_file_is_given_only_if_it_is_still_the_same(address, site):
    (site / "letters.whl").write_bytes(LETTERS)
    headers = ask(address, "/letters.whl")[0].headers
    for name in ("ETag", "Last-Modified"):
        answer, _ = ask(address, "/letters.whl", Range="bytes=20-", If_Range=headers[name])
        assert answer.status == 206
    for known in ('"another"', f"W/{headers['ETag']}", formatdate(0, usegmt=True)):
        answer, body = ask(address, "/letters.whl", Range="bytes=20-", If_Range=known)
        assert (answer.status, body) == (200, LETTERS)


def test_of_a_compressed_form_no_part_is_given(address, site):
    plain = make_compressed(site, "large.mjs")
    answer, body = ask(address, "/large.mjs", Range="bytes=0-3", Accept_Encoding="gzip")
    assert (answer.status, gzip.decompress(body)) == (200, plain)
    assert answer.headers["Accept-Ranges"] is None
    assert ask(address, "/large.mjs", Range="bytes=0-3")[1] == plain[:4]


def test_a_connection_serves_one_file_after_another_without_a_pause(address, site):
    connection = http.client.HTTPConnection(*address, timeout=5)
    began = time.monotonic()
    for _ in range(50):
        for path, status in (("/page.html", 200), ("/page.html", 206)):
            connection.request("GET", path, headers={"Range": "bytes=0-1"} if status == 206 else {})
            answer = connection.getresponse()
            assert (answer.status, len(answer.read())) == (status, 4 if status == 200 else 2)
    # Where headers wait for a confirmation, 40 ms go by each time.
    assert time.monotonic() - began < 2


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_slow_browsers_hold_none_of_the_servers_memory(start, site):
    (site / "large.bin").write_bytes(bytes(1 << 24))
    process, url = start("--no-browser")
    address = ("127.0.0.1", int(url.rstrip("/").rpartition(":")[2]))

    def held():
        (line,) = (
            line
            for line in open(f"/proc/{process.pid}/status").read().splitlines()
            if line.startswith("VmRSS")
        )
        return int(line.split()[1]) / 1024

    before, slow = held(), []
    for _ in range(50):
        slow.append(socket.create_connection(address, timeout=5))
        slow[-1].sendall(b"GET /large.bin HTTP/1.1\r\n\r\n")
        slow[-1].recv(100)
    time.sleep(0.5)
    assert held() - before < 10
    for connection in slow:
        connection.close()


def test_a_crowd_waits_for_room_and_finds_it(monkeypatch, site):
    monkeypatch.setattr("server._connections", lambda: 2)
    server = SiteServer(("127.0.0.1", 0), site)
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    idle = [socket.create_connection(server.server_address, timeout=5) for _ in range(2)]
    for connection in idle:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert connection.recv(1 << 16)
    waiting = socket.create_connection(server.server_address, timeout=5)
    waiting.sendall(b"GET / HTTP/1.0\r\n\r\n")
    waiting.settimeout(0.3)
    with pytest.raises(TimeoutError):
        waiting.recv(100)
    idle[0].close()
    waiting.settimeout(5)
    assert waiting.recv(100).startswith(b"HTTP/1.1 200")
    idle[1].close()
    waiting.close()
    server.shutdown()
    server.server_close()


def test_head_has_no_body_and_post_is_refused(address):
    answer, body = ask(address, "/page.html", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], body) == (200, "4", b"")
    assert ask(address, "/page.html", "POST")[0].status == 501


def test_a_busy_port_is_told_with_the_way_out(address, site):
    with pytest.raises(Trouble, match=f"--port {serve.other_port(address[1])}$"):
        serve.listen("127.0.0.1", address[1], site)


@pytest.mark.parametrize(("port", "other"), [(8000, 8001), (80, 8080), (65535, 8080)])
def test_the_way_out_is_a_port_that_anyone_may_use(port, other):
    assert serve.other_port(port) == other


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("203.0.113.7", 0)])
def test_an_impossible_place_is_told(site, host, port):
    with pytest.raises(Trouble):
        serve.listen(host, port, site)


def test_the_addresses_to_type(monkeypatch):
    monkeypatch.setattr(serve, "_own_address", lambda: "192.168.0.5")
    assert serve.addresses("127.0.0.1", 8000) == ["http://localhost:8000/"]
    assert serve.addresses("0.0.0.0", 80) == ["http://localhost:80/", "http://192.168.0.5:80/"]


BROWSER = """#!{python}
import sys, urllib.request
body = urllib.request.urlopen(sys.argv[1]).read().decode()
with open("{seen}", "w") as file:
    print(sys.argv[1], body, file=file)
"""
START = """
import pathlib, serve, trouble
serve.find_site = lambda: pathlib.Path("{site}")
trouble.run(serve.main)
"""


@pytest.fixture
def start(site, tmp_path):
    """A function that starts the one command on the small site, in a process of its own.

    The browser that it opens writes into the file `seen` what it was told and what it got.
    """
    processes = []
    browser = tmp_path / "browser"
    browser.write_text(BROWSER.format(python=sys.executable, seen=tmp_path / "seen"))
    browser.chmod(0o755)

    def start_(*options):
        process = subprocess.Popen(
            [sys.executable, "-c", START.format(site=site), "--port", "0", *options],
            cwd=ROOT / "tools",
            env={**os.environ, "BROWSER": str(browser)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Whoever runs the tests in the background has Ctrl-C switched off for their children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        processes.append(process)
        return process, process.stdout.readline().strip()

    yield start_
    for process in processes:
        process.kill()
        process.communicate()


def test_the_browser_finds_the_page_and_ctrl_c_ends_it_quietly(start, tmp_path):
    process, url = start()
    wait_until(lambda: (tmp_path / "seen").exists() and (tmp_path / "seen").read_text())
    assert (tmp_path / "seen").read_text() == f"{url} home\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=5)
    assert (process.returncode, errors) == (130, "")


def test_the_browser_stays_closed_where_nobody_wants_it(start, tmp_path):
    _, url = start("--no-browser")
    assert urllib.request.urlopen(url).read() == b"home"
    time.sleep(0.3)
    assert not (tmp_path / "seen").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a second address of this machine")
def test_it_is_reached_by_other_addresses_only_when_asked_to(start):
    def connect(url):
        port = int(url.rstrip("/").rpartition(":")[2])
        # Linux answers at every 127.x.y.z, wherever nothing narrower is bound.
        socket.create_connection(("127.0.0.2", port), timeout=5).close()

    _, url = start("--no-browser")
    with pytest.raises(ConnectionRefusedError):
        connect(url)
    _, url = start("--no-browser", "--host", "0.0.0.0")
    connect(url)
