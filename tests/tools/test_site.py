"""The built site: the project's files with the runtime beside them, and nothing else."""

import pytest
from runtime import PIECES, ROOT
from sync import up_to_date
from trouble import Trouble

from build import build

PYODIDE = next(piece for piece in PIECES if piece.name == "pyodide")


@pytest.fixture
def project(tmp_path):
    """A small project and a small runtime."""
    source, runtime = tmp_path / "project", tmp_path / "runtime"
    (source / "lib" / "worker" / "__pycache__").mkdir(parents=True)
    (source / "assets").mkdir()
    (runtime / PYODIDE.folder).mkdir(parents=True)
    (source / "index.html").write_text("".join(f"<{p.cdn}core.js>" for p in PIECES))
    (source / "main.py").write_text("print('页')", encoding="utf-8")
    (source / "pyscript.toml").write_text("")
    (source / "lib" / "worker" / "interpreter.mjs").write_text(f'import "{PYODIDE.cdn}pyodide.mjs"')
    (source / "lib" / "worker" / "__pycache__" / "a.pyc").write_bytes(b"")
    (source / "README.md").write_text("not served")
    (runtime / PYODIDE.folder / "pyodide.mjs").write_text("export {}")
    return source, runtime, tmp_path / "site"


def built(project):
    source, runtime, site = project
    return build(site, source, runtime, precompiler=lambda runtime: None)


def names(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_every_cdn_address_becomes_a_path_beside_the_file(project):
    site = built(project)
    page = (site / "index.html").read_text()
    assert page == "".join(f"<./runtime/{piece.folder}/core.js>" for piece in PIECES)
    module = (site / "lib" / "worker" / "interpreter.mjs").read_text()
    assert module == f'import "../../runtime/{PYODIDE.folder}/pyodide.mjs"'


def test_only_what_is_served_is_in_the_site(project):
    assert names(built(project)) == {
        "index.html",
        "main.py",
        "pyscript.toml",
        "lib/worker/interpreter.mjs",
        f"runtime/{PYODIDE.folder}/pyodide.mjs",
    }


def test_an_unknown_cdn_address_is_refused(project):
    (project[0] / "main.py").write_text("https://cdn.example/unknown.js")
    with pytest.raises(Trouble, match="main.py"):
        built(project)


def test_a_second_build_rewrites_nothing_and_forgets_what_is_gone(project):
    site = built(project)
    before = {name: (site / name).stat().st_mtime_ns for name in names(site)}
    (site / "old.js").write_text("left over")
    built(project)
    assert {name: (site / name).stat().st_mtime_ns for name in names(site)} == before


def test_a_changed_file_is_replaced(project):
    site = built(project)
    (project[0] / "main.py").write_text("print(2)")
    built(project)
    assert (site / "main.py").read_text() == "print(2)"


@pytest.mark.parametrize("name", ["pyscript.toml", "index.html", "assets/catalogue.json"])
def test_the_lists_of_files_are_up_to_date(name):
    path = ROOT / name
    assert path.read_text(encoding="utf-8") == up_to_date()[path], "run python3 tools/sync.py"
