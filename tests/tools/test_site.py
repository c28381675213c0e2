"""The built site: the project's files with the runtime beside them, and nothing else."""

import base64
import errno
import gzip
import hashlib
import json

import pytest

from build import build
from precompile import Precompiled
from runtime import PIECES, ROOT
from trouble import Trouble
from wheels import make_wheel

PYODIDE = next(piece for piece in PIECES if piece.name == "pyodide")


@pytest.fixture
def project(tmp_path):
    """A small project and a small runtime."""
    source, runtime = tmp_path / "project", tmp_path / "runtime"
    (source / "lib" / "worker" / "__pycache__").mkdir(parents=True)
    (source / "assets").mkdir()
    (runtime / PYODIDE.folder).mkdir(parents=True)
    (source / "index.html").write_text("".join(f"<{p.cdn}core.js>" for p in PIECES))
    (source / ".nojekyll").touch()
    (source / "main.py").write_text("print('頁')", encoding="utf-8")
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


def test_an_interpreter_is_named_as_seen_from_the_page(project):
    (micropython,) = (piece for piece in PIECES if piece.name == "micropython")
    config = project[0] / "lib" / "page" / "pyscript.json"
    config.parent.mkdir()
    config.write_text(f'{{"interpreter": "{micropython.cdn}micropython.mjs"}}')
    text = (built(project) / "lib" / "page" / "pyscript.json").read_text()
    assert text == f'{{"interpreter": "./runtime/{micropython.folder}/micropython.mjs"}}'


def test_only_what_is_served_is_in_the_site(project):
    assert names(built(project)) == {
        ".nojekyll",
        "index.html",
        "main.py",
        "pyscript.toml",
        "service-worker.js",
        "service-worker.js.gz",
        "lib/worker/interpreter.mjs",
        f"runtime/{PYODIDE.folder}/pyodide.mjs",
    }


def test_an_older_runtime_is_left_behind(project):
    """Fault: after a change of version the old one was served beside the new."""
    old = project[1] / "pyodide-0.1"
    old.mkdir()
    (old / "pyodide.mjs").write_text("")
    assert not any("pyodide-0.1" in name for name in names(built(project)))


def test_an_unknown_cdn_address_is_refused(project):
    (project[0] / "main.py").write_text("https://cdn.example/unknown.js")
    with pytest.raises(Trouble, match="main.py"):
        built(project)


def test_a_second_build_rewrites_nothing_and_forgets_what_is_gone(project):
    site = built(project)
    before = {name: (site / name).stat().st_mtime_ns for name in names(site)}
    (site / "lib" / "old.js").write_text("left over")
    built(project)
    assert not (site / "lib" / "old.js").exists()
    assert {name: (site / name).stat().st_mtime_ns for name in names(site)} == before


@pytest.mark.parametrize("held", ["thesis.txt", ".git/config", "index.html", "runtime/precious"])
def test_a_folder_that_holds_other_files_is_left_alone(project, held):
    site = project[2]
    (site / held).parent.mkdir(parents=True)
    (site / held).write_text("precious")
    with pytest.raises(Trouble, match="Choose an empty folder"):
        built(project)
    assert names(site) == {held}


def test_the_project_itself_is_no_place_for_the_site(project):
    source, runtime, _ = project
    before = names(source)
    with pytest.raises(Trouble, match="Choose an empty folder"):
        build(source, source, runtime, precompiler=lambda runtime: None)
    assert names(source) == before


def test_an_interrupted_build_is_taken_up_again(project, monkeypatch):
    source, runtime, site = project

    def interrupted(path, target):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("build._link", interrupted)
        with pytest.raises(KeyboardInterrupt):
            built(project)
    assert "index.html" in names(built(project))


def test_where_there_are_no_hard_links_the_runtime_is_copied_once(project, monkeypatch):
    def refused(path, target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    module = built(project) / "runtime" / PYODIDE.folder / "pyodide.mjs"
    assert module.read_text() == "export {}"
    before = module.stat()
    built(project)
    assert (module.stat().st_ino, module.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_spoilt_copy_of_the_runtime_is_replaced(project):
    module = built(project) / "runtime" / PYODIDE.folder / "pyodide.mjs"
    module.unlink()
    module.write_text("half a fi")
    built(project)
    assert module.read_text() == "export {}"


def test_a_changed_file_is_replaced(project):
    site = built(project)
    (project[0] / "main.py").write_text("print(2)")
    built(project)
    assert (site / "main.py").read_text() == "print(2)"


def test_files_that_shrink_have_a_compressed_one_beside_them(project):
    source, runtime, _ = project
    large, folder = "x = 1\n" * 1000, runtime / PYODIDE.folder
    (source / "main.py").write_text(large)
    (folder / "pyodide.asm.wasm").write_bytes(bytes(5000))
    for name in ("library.tar.gz", "python_stdlib.zip", "a.png"):
        (folder / name).write_bytes(bytes(5000))
    assert make_wheel(folder, files={"LICENSE": "x" * 5000}).stat().st_size > 5000
    site = built(project)
    beside = {name for name in names(site) if f"{name}.gz" in names(site)}
    wasm = f"runtime/{PYODIDE.folder}/pyodide.asm.wasm"
    assert beside == {"main.py", "service-worker.js", wasm}
    assert gzip.decompress((site / "main.py.gz").read_bytes()) == large.encode()


def test_a_compressed_file_follows_its_file(project):
    (project[0] / "main.py").write_text("x = 1\n" * 1000)
    beside = built(project) / "main.py.gz"
    first, made = beside.read_bytes(), beside.stat().st_mtime_ns
    built(project)
    assert beside.stat().st_mtime_ns == made
    beside.unlink()
    built(project)
    assert beside.read_bytes() == first
    # One of another file, as new as can be.
    beside.write_bytes(gzip.compress(b"x = 2\n" * 1000))
    built(project)
    assert beside.read_bytes() == first
    (project[0] / "main.py").write_text("x = 1")
    built(project)
    assert not beside.exists()


def test_what_a_tool_has_left_in_a_folder_is_not_served(project):
    (project[0] / "lib" / ".mypy_cache").mkdir()
    (project[0] / "lib" / ".mypy_cache" / "cache.db").write_text("")
    assert not any(".mypy_cache" in name for name in names(built(project)))


def kept(site):
    """{address: checksum} of what the service worker keeps."""
    table = (site / "service-worker.js").read_text("utf-8").partition("const FILES = ")[2]
    return json.JSONDecoder().raw_decode(table)[0]


def test_the_service_worker_keeps_what_the_page_can_ask_for(project):
    source, runtime, site = project
    (source / "lib" / "worker" / "start.py").write_text("")
    (source / "lib" / "part.py").write_text("x = 1\n" * 1000)
    files = "".join(f'"./lib/{name}" = "./{name}"\n' for name in ("part.py", "worker/start.py"))
    (source / "pyscript.toml").write_text(f"[files]\n{files}")
    (source / "index.html").write_text('<script src="./lib/worker/start.py">')
    (runtime / PYODIDE.folder / "python_stdlib.zip").write_bytes(b"")
    wheel = make_wheel(runtime / PYODIDE.folder).name
    pyodide = f"./runtime/{PYODIDE.folder}"
    always = {
        "./",
        "./main.py",
        "./pyscript.toml",
        "./lib/worker/files.tar.gz",
        "./lib/worker/interpreter.mjs",
        "./lib/worker/start.py",
        f"{pyodide}/pyodide.mjs",
    }
    assert kept(built(project)).keys() == {
        *always,
        f"{pyodide}/{wheel}",
        f"{pyodide}/python_stdlib.zip",
    }
    folder = site.parent / "precompiled" / "precompiled-1"
    folder.mkdir(parents=True)
    (folder / "python_stdlib.zip").write_bytes(b"")
    project_compiled = site.parent / "needed" / "lib"
    (project_compiled / "worker").mkdir(parents=True)
    for name in ("part.pyc", "worker/start.pyc"):
        (project_compiled / name).write_bytes(b"")
    made = Precompiled(folder, project_compiled)
    build(site, source, runtime, precompiler=lambda runtime: made)
    assert kept(site).keys() == {*always, "./runtime/precompiled-1/python_stdlib.zip"}
    digest = base64.b64encode(hashlib.sha256((site / "main.py").read_bytes()).digest()).decode()
    assert kept(site)["./main.py"] == f"sha256-{digest}"


def test_every_release_has_a_service_worker_of_its_own(project):
    worker = built(project) / "service-worker.js"
    first = worker.read_bytes()
    built(project)
    assert worker.read_bytes() == first
    (project[0] / "lib" / "worker" / "interpreter.mjs").write_text("")
    built(project)
    assert worker.read_bytes() != first


def test_only_the_built_page_asks_for_the_service_worker(project):
    (project[0] / "index.html").write_text("<body></body>")
    assert "serviceWorker" in (built(project) / "index.html").read_text()
    assert "serviceWorker" not in (ROOT / "index.html").read_text("utf-8")
