"""The runtime is either whole and right, or there is one sentence that says what to do."""

import errno
import hashlib
import io
import socket
import subprocess
import tarfile
import threading
import zipfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

import sources
import store
from fetch import fetch
from runtime import CARRIER_FOLDER, PIECES, locked
from trouble import Trouble

CONTENTS = {piece.name: {f"{piece.name}.mjs": piece.name.encode()} for piece in PIECES}
CONTENTS["pyodide"]["numpy.whl"] = b"a wheel"
LOCK = {
    piece: {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    for piece, files in CONTENTS.items()
}


def delivering(contents, asked=None):
    """A source that has these contents."""

    def source(wanted):
        for piece, name in wanted:
            if asked is not None:
                asked.append(name)
            yield piece, name, [contents[piece.name][name]]

    return source


def failing(wanted):
    raise sources.SourceFailed("行けません", "no way there")
    yield


def files_below(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def quiet(*_):
    pass


def test_the_first_source_that_delivers_is_enough(tmp_path):
    folder = fetch(tmp_path, LOCK, {"a": delivering(CONTENTS), "b": failing}, quiet)
    assert files_below(folder) == sorted(name for files in LOCK.values() for name in files)


def test_the_next_source_steps_in_for_one_that_fails(tmp_path):
    fetch(tmp_path, LOCK, {"a": failing, "b": delivering(CONTENTS)}, quiet)
    assert len(files_below(tmp_path)) == 4


def test_right_files_are_kept_and_a_spoilt_one_is_fetched_again(tmp_path):
    fetch(tmp_path, LOCK, {"a": delivering(CONTENTS)}, quiet)
    fetch(tmp_path, LOCK, {"a": failing}, quiet)
    spoilt = next(tmp_path.rglob("pyodide.mjs"))
    spoilt.write_bytes(b"half a fi")
    asked = []
    fetch(tmp_path, LOCK, {"a": delivering(CONTENTS, asked)}, quiet)
    assert asked == ["pyodide.mjs"]
    assert spoilt.read_bytes() == b"pyodide"


def test_without_any_source_the_reasons_are_told(tmp_path):
    with pytest.raises(Trouble, match="a: no way there / b: no way there"):
        fetch(tmp_path, LOCK, {"a": failing, "b": failing}, quiet)


WRONG = {**CONTENTS, "micropython": {"micropython.mjs": b"<html>Please log in</html>"}}


def test_a_wrong_file_is_refused_and_leaves_nothing_behind(tmp_path):
    with pytest.raises(Trouble, match="micropython.mjs is not the file"):
        fetch(tmp_path, LOCK, {"a": delivering(WRONG)}, quiet)
    assert "micropython.mjs" not in "".join(files_below(tmp_path))


def test_the_next_source_steps_in_for_one_that_delivers_something_else(tmp_path):
    asked = []
    fetch(tmp_path, LOCK, {"a": delivering(WRONG), "b": delivering(CONTENTS, asked)}, quiet)
    assert next(tmp_path.rglob("micropython.mjs")).read_bytes() == b"micropython"
    assert "pyscript.mjs" not in asked


def test_progress_counts_up_to_the_number_of_files(tmp_path):
    lines = []
    fetch(tmp_path, LOCK, {"a": delivering(CONTENTS)}, lines.append)
    assert [line.split()[0] for line in lines[1:]] == ["1/4", "2/4", "3/4", "4/4"]


def test_a_wrong_file_does_not_replace_a_good_one(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"good")
    with pytest.raises(Trouble):
        store.save(path, [b"bad"], hashlib.sha256(b"good").hexdigest())
    assert path.read_bytes() == b"good"
    assert files_below(tmp_path) == ["file"]


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path):
    def chunks():
        yield b"some"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Trouble, match="disk is full"):
        store.save(tmp_path / "file", chunks())
    assert files_below(tmp_path) == []


def test_a_cdn_that_cannot_be_reached_fails_after_one_try():
    tried = []

    def unreachable(address, timeout):
        tried.append((address, timeout))
        raise URLError("no route")

    wanted = [(PIECES[0], "core.js"), (PIECES[0], "core.css")]
    with pytest.raises(sources.SourceFailed, match="no route"):
        list(sources.from_cdn(wanted, unreachable))
    assert len(tried) == 1
    assert tried[0][1] <= 5


def test_the_cdn_is_asked_for_each_file_of_its_version():
    asked = []

    def answer(address, timeout):
        asked.append(address)
        return io.BytesIO(b"data")

    wanted = [(piece, "a.js") for piece in PIECES]
    found = contents_of(sources.from_cdn(wanted, answer))
    assert sorted(asked) == sorted(piece.cdn + "a.js" for piece in PIECES)
    assert found == {(piece, "a.js"): b"data" for piece in PIECES}


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf a fi",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"no HTTP at all\r\n\r\n",
        b"",
    ],
    ids=["cut off", "cut off in a chunk", "not there", "not HTTP", "silent"],
)
def test_a_broken_download_lets_the_next_source_step_in(tmp_path, answer):
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve_once():
            connection, _ = listening.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(answer)

        threading.Thread(target=serve_once, daemon=True).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"

        def broken(wanted):
            return sources.from_cdn(wanted, lambda _, timeout: urlopen(url, timeout=timeout))

        with pytest.raises(Trouble, match="^The runtime could not be fetched.*download failed"):
            fetch(tmp_path, LOCK, {"CDN": broken}, quiet)
    assert files_below(tmp_path) == []
    fetch(tmp_path, LOCK, {"CDN": failing, "b": delivering(CONTENTS)}, quiet)


def contents_of(files):
    return {(piece, name): b"".join(chunks) for piece, name, chunks in files}


def clients(command, cwd, **_):  # stands in for subprocess.run
    """npm and pip as they behave: they put a package into the folder."""
    if "pip" in command:
        target = Path(command[command.index("--dest") + 1]) / "carrier.whl"
        with zipfile.ZipFile(target, "w") as wheel:
            wheel.writestr(CARRIER_FOLDER + "numpy.whl", b"a wheel")
        return
    name = command[-1]
    piece = next(piece for piece in PIECES if name == f"{piece.npm}@{piece.version}")
    with tarfile.open(Path(cwd) / "package.tgz", "w:gz") as archive:
        data = piece.name.encode()
        member = tarfile.TarInfo(f"package/{piece.inside}{piece.name}.mjs")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))


def everything(lock=LOCK):
    return [(piece, name) for piece in PIECES for name in lock[piece.name]]


def test_the_registries_own_clients_deliver_the_same(monkeypatch):
    monkeypatch.setattr(sources.shutil, "which", lambda name: name)
    found = contents_of(sources.from_registries(everything(), clients))
    assert found == {
        (piece, name): data for piece in PIECES for name, data in CONTENTS[piece.name].items()
    }


def test_a_missing_npm_is_named(monkeypatch):
    monkeypatch.setattr(sources.shutil, "which", lambda name: None)
    with pytest.raises(sources.SourceFailed, match="install Node.js"):
        list(sources.from_registries(everything(), clients))


def test_a_missing_pip_is_named(monkeypatch):
    monkeypatch.setattr(sources, "find_spec", lambda name: None)
    wheels = [file for file in everything() if file[1].endswith(".whl")]
    with pytest.raises(sources.SourceFailed, match="install pip"):
        list(sources.from_registries(wheels, clients))


def test_a_package_without_the_file_is_named(monkeypatch):
    monkeypatch.setattr(sources.shutil, "which", lambda name: name)
    with pytest.raises(sources.SourceFailed, match="@pyscript/core has no other.js"):
        list(sources.from_registries([(PIECES[0], "other.js")], clients))
    with pytest.raises(sources.SourceFailed, match="has no other.whl"):
        list(sources.from_registries([(PIECES[2], "other.whl")], clients))


NPM_SAYS = """npm error code ENOTFOUND
npm error syscall getaddrinfo
npm error A complete log of this run can be found in: debug-0.log
"""
PIP_SAYS = """WARNING: Retrying after connection broken by 'NewConnectionError'
ERROR: Could not find a version that satisfies the requirement
ERROR: No matching distribution found
"""


@pytest.mark.parametrize(
    ("said", "file", "sentence"),
    [
        (NPM_SAYS, "core.js", r"npm failed \(npm error code ENOTFOUND\)"),
        (PIP_SAYS, "numpy.whl", r"pip failed \(ERROR: Could not find .* requirement\)"),
        ("", "core.js", r"npm failed \(Command .* returned non-zero exit status 1"),
    ],
)
def test_what_a_client_says_is_passed_on(monkeypatch, said, file, sentence):
    monkeypatch.setattr(sources.shutil, "which", lambda name: name)

    def refused(command, **_):
        raise subprocess.CalledProcessError(1, command, stderr=said)

    with pytest.raises(sources.SourceFailed, match=sentence):
        list(sources.from_registries([(PIECES[0], file)], refused))


def test_the_lock_names_every_piece_and_no_address():
    lock = locked()
    assert set(lock) == {piece.name for piece in PIECES}
    assert sum(name.endswith(".whl") for name in lock["pyodide"]) == 12
    for files in lock.values():
        for name, digest in files.items():
            assert "/" not in name and ":" not in name
            assert len(bytes.fromhex(digest)) == 32
