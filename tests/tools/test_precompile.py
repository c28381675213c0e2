"""Precompiling is optional: it never stops a build, and never leaves half a result."""

import shutil
import tarfile
import zipfile

import pytest

from build import INTERPRETER, build
from precompile import PYODIDE, RESULTS, folder_name, precompile
from runtime import BUILD
from server import VERSIONED

WRITES = 'for name in {names}; do touch "$4/$name"; done; echo run >> "$(dirname "$0")/runs"'


@pytest.fixture
def node(tmp_path):
    """A function that makes a stand-in for Node from the text of a shell script."""

    def make(script):
        path = tmp_path / "node"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return make


def test_the_browser_may_keep_the_results_forever():
    assert VERSIONED.match(f"/runtime/{folder_name()}/{RESULTS[0]}")


def test_results_are_made_once_and_replace_older_ones(tmp_path, node):
    folder = tmp_path / "precompiled"
    (folder / "precompiled-0-old").mkdir(parents=True)
    program = node(WRITES.format(names=" ".join(RESULTS)))
    for _ in range(2):
        assert precompile(tmp_path, folder, program) == folder / folder_name()
    assert (tmp_path / "runs").read_text() == "run\n"
    assert [path.name for path in folder.iterdir()] == [folder_name()]
    assert sorted(path.name for path in (folder / folder_name()).iterdir()) == sorted(RESULTS)


@pytest.mark.parametrize(
    "script",
    ["echo 'it broke' >&2; exit 1", WRITES.format(names=RESULTS[0]), None],
    ids=["fails", "writes half", "is not there"],
)
def test_without_results_there_is_one_line_and_nothing_else(tmp_path, node, capsys, script):
    program = node(script) if script else str(tmp_path / "node")
    assert precompile(tmp_path, tmp_path / "precompiled", program) is None
    lines = capsys.readouterr().err.splitlines()
    assert (program in lines[-1]) or ("it broke" in lines[-1])
    assert not (tmp_path / "precompiled").exists()


@pytest.mark.parametrize("with_results", [True, False])
def test_the_worker_imports_the_stand_in_only_with_results(tmp_path, with_results):
    made = tmp_path / "precompiled" / folder_name()
    made.mkdir(parents=True)
    (made / RESULTS[0]).touch()
    runtime = tmp_path / "runtime"
    site = build(tmp_path / "site", runtime=runtime, precompiler=lambda _: with_results and made)
    text = (site / INTERPRETER).read_text()
    assert ('from "./precompiled.mjs"' in text) == with_results
    assert (f'from "../../runtime/{PYODIDE.folder}/pyodide.mjs"' in text) != with_results
    assert (site / "runtime" / folder_name() / RESULTS[0]).exists() == with_results


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node")
@pytest.mark.skipif(not (BUILD / "runtime").exists(), reason="needs the fetched runtime")
def test_what_pyodide_compiles():
    folder = precompile(BUILD / "runtime")
    with zipfile.ZipFile(folder / "python_stdlib.zip") as stdlib:
        names = stdlib.namelist()
        header = stdlib.read("json/decoder.pyc")[:8]
    assert header[2:4] == b"\r\n" and header[4:] == b"\1\0\0\0"
    assert not [name for name in names if name.endswith(".py")]
    with tarfile.open(folder / "library.tar.gz") as library:
        names = set(library.getnames())
    site = "lib/python3.14/site-packages/"
    assert not [name for name in names if name.endswith(".py") or "/tests/" in name]
    for module in ("numpy/fft/__init__", "matplotlib/animation", "mpl_toolkits/mplot3d/axes3d"):
        assert f"{site}{module}.pyc" in names
    assert [name for name in names if name.startswith(f"{site}numpy-") and "METADATA" in name]
