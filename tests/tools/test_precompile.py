"""Precompiling is optional: it never stops a build, and never leaves half a result."""

import shutil
import tarfile
import zipfile

import pytest

from build import INTERPRETER, build
from divide import PARTS
from precompile import BYTECODE, COMPILED, FIRST_FIGURE, PYODIDE, Precompiled, precompile
from runtime import BUILD, ROOT
from server import VERSIONED

# Stands in for Node: the script's name decides which results it writes into the folder of its $4.
WRITES = """
echo $(basename "$3") >> "$(dirname "$0")/runs"
case "$3" in
  *bytecode.py) cd "$4"; {compiled} ;;
  *) cd "$4"; {needed} ;;
esac
"""
SITE = "lib/python3.14/site-packages/"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A folder with a small standard library and a small library, compiled."""
    folder = tmp_path_factory.mktemp("compiled")
    with zipfile.ZipFile(folder / "python_stdlib.zip", "w") as stdlib:
        for name in ("json/__init__.pyc", "wave.pyc", "grammar.txt"):
            stdlib.writestr(name, name)
    with tarfile.open(folder / "library.tar.gz", "w:gz") as library:
        for name in ("numpy/__init__.pyc", "numpy/fft.pyc", "fonts/one.ttf", "fonts/two.ttf"):
            path = folder / "file"
            path.write_text(name)
            library.add(path, SITE + name)
        path.unlink()
    return folder


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/lib").mkdir(parents=True)
    (tmp_path / "project/lib/one.py").write_text("1\n")
    return tmp_path / "project"


@pytest.fixture
def node(tmp_path, compiled):
    """A function that makes a stand-in for Node from the text of a shell script."""
    used = (
        '{"/lib/python314.zip/": ["json/__init__.py"],'
        f' "/{SITE}": ["numpy/__init__.py", "fonts/one.ttf"]}}'
    )
    writes = WRITES.format(
        compiled=f"cp {compiled}/* .", needed=f"mkdir lib; echo '{used}' > used.json"
    )

    def make(script=writes):
        path = tmp_path / "node"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return make


def test_the_first_figures_part_and_the_rest_are_divided(tmp_path, node, project):
    made = precompile(tmp_path, tmp_path / "precompiled", node(), project)
    assert VERSIONED.match(f"/runtime/{made.served.name}/{PARTS[0]}")
    with zipfile.ZipFile(made.served / PARTS[0]) as stdlib:
        assert stdlib.namelist() == ["json/__init__.pyc", "grammar.txt"]
    with tarfile.open(made.served / PARTS[1]) as first:
        assert first.getnames() == [f"{SITE}numpy/__init__.pyc", f"{SITE}fonts/one.ttf"]
    with tarfile.open(made.served / PARTS[2]) as rest:
        stdlib = "lib/python314.zip"
        assert rest.getnames() == [stdlib, f"{SITE}numpy/fft.pyc", f"{SITE}fonts/two.ttf"]
        with zipfile.ZipFile(rest.extractfile(stdlib)) as whole:
            assert whole.namelist() == ["json/__init__.pyc", "wave.pyc", "grammar.txt"]


def test_results_are_made_once_and_replace_older_ones(tmp_path, node, project):
    folder = tmp_path / "precompiled"
    (folder / "precompiled-0-old").mkdir(parents=True)
    program = node()
    first, second = (precompile(tmp_path, folder, program, project) for _ in range(2))
    assert first == second
    assert (tmp_path / "runs").read_text().split() == [BYTECODE.name, FIRST_FIGURE.name]
    kept = {first.served, first.project.parent}
    assert len(set(folder.iterdir()) - kept) == 1
    (project / "lib/one.py").write_text("2\n")
    third = precompile(tmp_path, folder, program, project)
    assert (tmp_path / "runs").read_text().split()[2:] == [FIRST_FIGURE.name]
    # What the browser has fetched stays good: nothing in it has changed.
    assert third.served == first.served and third.project != first.project
    assert len(list(folder.iterdir())) == 3


def test_the_same_input_gives_the_same_bytes(tmp_path, node, project):
    made = [
        precompile(tmp_path, tmp_path / folder, node(), project).served for folder in ("a", "b")
    ]
    for part in PARTS:
        assert (made[0] / part).read_bytes() == (made[1] / part).read_bytes()


@pytest.mark.parametrize(
    "script",
    ["echo 'it broke' >&2; exit 1", f'touch "$4/{COMPILED[0]}"', None],
    ids=["fails", "writes half", "is not there"],
)
def test_without_results_there_is_one_line_and_nothing_else(
    tmp_path, node, capsys, script, project
):
    program = node(script) if script else str(tmp_path / "node")
    assert precompile(tmp_path, tmp_path / "precompiled", program, project) is None
    lines = capsys.readouterr().err.splitlines()
    assert (program in lines[-1]) or ("it broke" in lines[-1])
    assert list(tmp_path.glob("precompiled/*")) == []


@pytest.mark.parametrize("with_results", [True, False])
def test_the_worker_imports_the_stand_in_only_with_results(tmp_path, with_results):
    made = Precompiled(tmp_path / "precompiled/precompiled-1-2", BUILD / "no sources")
    made.served.mkdir(parents=True)
    (made.served / PARTS[0]).touch()
    source = tmp_path / "source"
    for name in ("index.html", INTERPRETER, INTERPRETER.with_name("precompiled.mjs")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text((ROOT / name).read_text())
    site = build(
        tmp_path / "site",
        source=source,
        runtime=tmp_path / "runtime",
        precompiler=lambda _: made if with_results else None,
    )
    text = (site / INTERPRETER).read_text()
    assert ('from "./precompiled.mjs"' in text) == with_results
    assert (f'from "../../runtime/{PYODIDE.folder}/pyodide.mjs"' in text) != with_results
    assert (site / "runtime" / made.served.name / PARTS[0]).exists() == with_results


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node")
@pytest.mark.skipif(not (BUILD / "runtime").exists(), reason="needs the fetched runtime")
def test_what_pyodide_compiles():
    made = precompile(BUILD / "runtime")
    with zipfile.ZipFile(made.served / "python_stdlib.zip") as stdlib:
        names = stdlib.namelist()
        header = stdlib.read("json/decoder.pyc")[:8]
    assert header[2:4] == b"\r\n" and header[4:] == b"\1\0\0\0"
    assert not [name for name in names if name.endswith(".py")]
    assert "wave.pyc" not in names
    of_first, of_rest = (names_in(made.served / part) for part in PARTS[1:])
    assert not [name for name in of_first | of_rest if name.endswith(".py") or "/tests/" in name]
    assert not of_first & of_rest
    for module in ("numpy/__init__", "matplotlib/contour", "mpl_toolkits/mplot3d/axes3d"):
        assert f"{SITE}{module}.pyc" in of_first
    assert f"{SITE}matplotlib/animation.pyc" in of_rest
    assert [name for name in of_rest if name.startswith(f"{SITE}numpy-") and "METADATA" in name]
    assert (made.project / "visualizer/walk.pyc").read_bytes()[:8] == header


def names_in(path):
    with tarfile.open(path) as archive:
        return set(archive.getnames())
