"""The zip for a USB stick: the site, whole, and a server that needs nothing but Python."""

import os
import shutil
import urllib.request
import zipfile

import pytest

from build import SITE
from pack import FOLDER, SERVER, pack
from runtime import ROOT
from stick import started, unpack


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    return unpack(tmp_path_factory.mktemp("stick"))


@pytest.fixture
def site(tmp_path):
    """A small site."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "service-worker.js").write_text('const FILES = {"./": "", "./main.py": ""};\nrest')
    (folder / "index.html").write_text("home")
    (folder / "main.py").write_text("one")
    (folder / "main.py.gz").write_bytes(b"compressed")
    (folder / "unused.whl").write_bytes(b"nobody asks for it")
    return folder


def entries(path):
    with zipfile.ZipFile(path) as archive:
        return {entry.filename.removeprefix(f"{FOLDER}/"): entry for entry in archive.infolist()}


def get(url, **headers):
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read(), answer.headers


def test_it_has_what_the_page_asks_for_and_what_serves_it(site, tmp_path):
    assert list(entries(pack(site, tmp_path / "a.zip"))) == [
        "LICENSE",
        "README.txt",
        "serve.py",
        "server.py",
        "site/index.html",
        "site/main.py",
        "site/main.py.gz",
        "site/service-worker.js",
        "trouble.py",
    ]


def test_the_same_files_give_the_same_bytes(site, tmp_path):
    first = pack(site, tmp_path / "a.zip").read_bytes()
    copy = shutil.copytree(site, tmp_path / "copy", copy_function=shutil.copyfile)
    for path in copy.iterdir():
        path.chmod(0o600)
        os.utime(path, (0, 0))
    assert pack(copy, tmp_path / "b.zip").read_bytes() == first


def test_files_of_another_release_have_another_date(site, tmp_path):
    """By date and size a browser knows a file: one of the same size would never be replaced."""
    dates = set()
    for text in ("one", "two"):
        (site / "main.py").write_text(text)
        dates |= {entry.date_time for entry in entries(pack(site, tmp_path / "a.zip")).values()}
    assert len(dates) == 2
    assert all(1990 <= year < 2010 for year, *_ in dates)


def test_everybody_may_read_everything(site, tmp_path):
    modes = {
        entry.external_attr >> 16 for entry in entries(pack(site, tmp_path / "a.zip")).values()
    }
    assert modes == {0o644}


def test_its_server_is_the_projects_own(stick):
    for name in SERVER:
        assert (stick / name).read_bytes() == (ROOT / "tools" / name).read_bytes()


def test_started_from_anywhere_it_serves_the_same_bytes_as_the_site(stick, tmp_path):
    with started(stick, tmp_path) as address:
        assert get(address)[0] == (SITE / "index.html").read_bytes()
        for path in (stick / "site").rglob("*"):
            if path.is_file():
                relative = path.relative_to(stick / "site")
                assert get(address + relative.as_posix())[0] == (SITE / relative).read_bytes()
        wasm = next((stick / "site").glob("runtime/micropython-*/micropython.wasm"))
        url = address + wasm.relative_to(stick / "site").as_posix()
        assert get(url, **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"


def test_what_to_do_is_told_in_both_languages(stick):
    text = (stick / "README.txt").read_text(encoding="utf-8")
    japanese, english = text.split("All that is needed")
    assert "python3 serve.py" in japanese and "py serve.py" in japanese
    assert "python3 serve.py" in english and "py serve.py" in english
