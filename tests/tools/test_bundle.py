"""What an interpreter loads: one file in the built site, a list of files in the project."""

import gzip
import io
import json
import re
import tarfile
import tomllib

import pytest

from build import build
from bundle import CONFIGS, STARTER, bundled, listed, starting_early
from runtime import PIECES, ROOT, locked

PAGE, WORKER = CONFIGS


def members(archive):
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as packed:
        return [(m.name, m.isdir(), m.isfile() and packed.extractfile(m).read()) for m in packed]


def names(config, bundle):
    if config == PAGE:
        return set(json.loads(bundle))
    return {name for name, is_folder, _ in members(bundle) if not is_folder}


@pytest.mark.parametrize("config", CONFIGS)
def test_every_file_that_the_project_lists_is_in_the_bundle(config):
    text = (ROOT / config).read_text(encoding="utf-8")
    read = []

    def contents(path):
        read.append(path)
        return (ROOT / path).read_bytes()

    new, bundle = bundled(config, text, contents)
    assert len(read) == len(listed(text)) > 50
    assert all((ROOT / path).is_file() and ".." not in path.parts for path in read)
    assert names(config, bundle) == {path.removeprefix("./") for path in listed(text).values()}


def test_pyscript_unpacks_the_archive_of_the_worker():
    new = bundled(WORKER, '[files]\n"./lib/a.py" = "./a.py"\n', lambda path: b"")[0]
    assert listed(new) == {f"./{CONFIGS[WORKER].as_posix()}": "./*"}


def test_what_starts_micropython_brings_the_files_of_the_page():
    new = json.loads(bundled(PAGE, '{"files": {"./a.py": "./page/a.py"}}', lambda path: b"")[0])
    assert new == {"files": {}, "interpreter": f"./{STARTER.as_posix()}"}


def test_all_else_in_a_configuration_stays():
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    before, after = json.loads(text), json.loads(bundled(PAGE, text, lambda path: b"")[0])
    replaced = {"files": 0, "interpreter": 0}
    assert {**before, **replaced} == {**after, **replaced}
    text = (ROOT / WORKER).read_text(encoding="utf-8")
    before, after = tomllib.loads(text), tomllib.loads(bundled(WORKER, text, lambda path: b"")[0])
    assert {**before, "files": 0} == {**after, "files": 0}


def test_folders_come_before_what_is_in_them_and_the_bytes_are_always_the_same():
    text = '[files]\n"./lib/b/c.py" = "./x/y/c.py"\n"./lib/a.py" = "./a.py"\n'
    archive = bundled(WORKER, text, lambda path: path.as_posix().encode())[1]
    assert members(archive) == [
        ("x", True, False),
        ("x/y", True, False),
        ("a.py", False, b"lib/a.py"),
        ("x/y/c.py", False, b"lib/b/c.py"),
    ]
    assert archive == bundled(WORKER, text, lambda path: path.as_posix().encode())[1]
    assert gzip.decompress(archive)[257:262] == b"ustar"


def test_the_built_site_has_the_bundle_and_is_not_written_anew(tmp_path):
    source, runtime = tmp_path / "project", tmp_path / "runtime"
    (source / "lib" / "page").mkdir(parents=True)
    runtime.mkdir()
    for name in (".nojekyll", "index.html", "main.py", "pyscript.toml"):
        (source / name).touch()
    (source / "lib" / "page" / "a.py").write_text('"""A."""\na = "頁"\n', encoding="utf-8")
    (source / PAGE).write_text('{"files": {"./a.py": "./page/a.py"}}')
    site = tmp_path / "site"
    for _ in range(2):
        build(site, source, runtime, precompiler=lambda runtime: None)
        assert json.loads((site / CONFIGS[PAGE]).read_bytes()) == {"page/a.py": '0\na = "頁"\n'}
        assert (site / STARTER).is_file()
    assert not (site / CONFIGS[WORKER]).exists()


PAGE_TEXT = (ROOT / "index.html").read_text(encoding="utf-8")


def test_micropython_starts_before_all_that_it_does_not_wait_for():
    scripts = re.findall(r'<script type="module" src="([^"]+)"', starting_early(PAGE_TEXT))
    assert scripts[0] == f"./{STARTER.as_posix()}" and len(scripts) == 2


def test_what_the_page_asks_for_early_is_there():
    """Otherwise a new version of the runtime would leave addresses of the old one behind."""
    asked = re.findall(r'<link rel="(?:module)?preload"[^>]* href="([^"]+)"', PAGE_TEXT)
    known = {piece.cdn + name for piece in PIECES for name in locked()[piece.name]}
    assert len(asked) > 5
    for address in asked:
        assert address in known or (ROOT / address).is_file(), address
