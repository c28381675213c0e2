"""What a snapshot is made of: pages, a checksum, archives, sources; in Node, without a browser."""

import io
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from runtime import ROOT

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="needs Node")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    archive = tmp_path_factory.mktemp("archive") / "files.tar"
    with tarfile.open(archive, "w", format=tarfile.USTAR_FORMAT) as packed:
        folder = tarfile.TarInfo("one")
        folder.type = tarfile.DIRTYPE
        packed.addfile(folder)
        for name, text in {"one/a.txt": "first", f"{'long/' * 30}b.txt": "", "c.txt": "é"}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            packed.addfile(entry, io.BytesIO(text.encode()))
    command = ["node", HERE / "pages.mjs", ROOT / "lib/worker", archive]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_only_pages_with_something_in_them_are_kept(told):
    assert (told["runs"], told["size"]) == ([[1, 2], [5, 1]], 3)


def test_memory_comes_back_even_where_something_was_written_before(told):
    assert told["back"] is True


def test_a_checksum_tells_every_change(told):
    assert told["sums"] == 2 + len(range(0, 7 * 4096, 1021))


def test_files_of_an_archive_are_found_and_folders_are_none(told):
    found = [["/home/one/a.txt", "first"], [f"/home/{'long/' * 30}b.txt", ""], ["/home/c.txt", "é"]]
    assert told["texts"] == found


def test_sources_of_pyscript_are_found_where_there_are_any(told):
    assert told["none"] == []
    folder = "/home/pyodide/pyscript"
    assert sorted(told["sources"]) == [[f"{folder}/a.py", [42]], [f"{folder}/web/b.py", [42]]]
