"""What an interpreter loads: one archive in the built site, a list of files in the project."""

import gzip
import io
import json
import tarfile
import tomllib
from pathlib import Path

import pytest

from build import build
from bundle import CONFIGS, bundled, listed
from runtime import ROOT

PAGE, WORKER = CONFIGS


def members(archive):
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as packed:
        return [(m.name, m.isdir(), m.isfile() and packed.extractfile(m).read()) for m in packed]


@pytest.mark.parametrize("config", CONFIGS)
def test_every_file_that_the_project_lists_is_in_the_archive(config):
    text = (ROOT / config).read_text(encoding="utf-8")
    read = []

    def contents(path):
        read.append(path)
        return (ROOT / path).read_bytes()

    new, archive = bundled(config, text, contents)
    assert len(read) == len(listed(text)) > 50
    assert all((ROOT / path).is_file() and ".." not in path.parts for path in read)
    files = {name for name, is_folder, _ in members(archive) if not is_folder}
    assert files == {path.removeprefix("./") for path in listed(text).values()}
    assert list(listed(new).values()) == ["./*"]
    (address,) = listed(new)
    assert (config.parent / address).as_posix() == CONFIGS[config].as_posix()


def test_all_else_in_a_configuration_stays():
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    before, after = json.loads(text), json.loads(bundled(PAGE, text, lambda path: b"")[0])
    assert {**before, "files": 0} == {**after, "files": 0}
    text = (ROOT / WORKER).read_text(encoding="utf-8")
    before, after = tomllib.loads(text), tomllib.loads(bundled(WORKER, text, lambda path: b"")[0])
    assert {**before, "files": 0} == {**after, "files": 0}


def test_folders_come_before_what_is_in_them_and_the_bytes_are_always_the_same():
    text = '{"files": {"./b/c.py": "./x/y/c.py", "../a.py": "./a.py"}}'
    archive = bundled(PAGE, text, lambda path: path.as_posix().encode())[1]
    assert members(archive) == [
        ("x", True, False),
        ("x/y", True, False),
        ("a.py", False, b"lib/a.py"),
        ("x/y/c.py", False, b"lib/page/b/c.py"),
    ]
    assert archive == bundled(PAGE, text, lambda path: path.as_posix().encode())[1]
    assert gzip.decompress(archive)[257:262] == b"ustar"


def test_the_built_site_has_the_archive_and_is_not_written_anew(tmp_path):
    source, runtime = tmp_path / "project", tmp_path / "runtime"
    (source / "lib" / "page").mkdir(parents=True)
    runtime.mkdir()
    for name in (".nojekyll", "index.html", "main.py", "pyscript.toml"):
        (source / name).touch()
    (source / "lib" / "page" / "a.py").write_text("a = 1")
    (source / PAGE).write_text('{"files": {"./a.py": "./page/a.py"}}')
    archive = Path("site") / CONFIGS[PAGE]
    for _ in range(2):
        build(tmp_path / "site", source, runtime, precompiler=lambda runtime: None)
        assert members((tmp_path / archive).read_bytes())[-1] == ("page/a.py", False, b"a = 1")
    assert not (tmp_path / "site" / CONFIGS[WORKER]).exists()
