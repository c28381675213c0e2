"""The library's own tests, run by the browser's Python: both interpreters must agree."""

import importlib.util
import io
import zipfile
from pathlib import Path

from runtime import PIECES, ROOT

PYODIDE = next(piece for piece in PIECES if piece.name == "pyodide").folder
PYTEST = ("pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments", "py")
RUN = """
async ([pyodide, archive]) => {
    const { loadPyodide } = await import(pyodide);
    const python = await loadPyodide({ packages: ["numpy", "matplotlib"] });
    python.unpackArchive(await (await fetch(archive)).arrayBuffer(), "zip");
    return python.runPython(`
        import contextlib, io, os, sys
        os.environ["MPLBACKEND"] = "agg"
        sys.path[:0] = [os.path.abspath("lib")]
        import pytest
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            code = pytest.main(["-q", "-p", "no:cacheprovider", "--noconftest", "library"])
        f"{int(code)}\\\\n{sys.version}\\\\n{told.getvalue()}"
    `);
}
"""


def test_the_librarys_tests_pass_in_the_browser(chromium, site_url):
    context = chromium.new_context()
    context.route(site_url + "tests.zip", lambda route: route.fulfill(body=archive()))
    context.route(site_url, lambda route: route.fulfill(body="", content_type="text/html"))
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.goto(site_url)
    told = page.evaluate(RUN, [f"{site_url}runtime/{PYODIDE}/pyodide.mjs", "tests.zip"])
    context.close()
    code, version, *lines = told.split("\n")
    assert "Emscripten" in told or "3.14" in version
    assert code == "0", "\n".join(lines)
    assert int(next(line for line in lines if " passed" in line).split()[0]) > 50


def archive():
    """The library, its tests that need no more than pytest, and pytest itself."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in (ROOT / "lib/bilingual.py", *(ROOT / "lib/visualizer").rglob("*.py")):
            zipped.write(path, path.relative_to(ROOT))
        for path in (ROOT / "tests" / "library").rglob("*.py"):
            if "hypothesis" not in path.read_text(encoding="utf-8"):
                zipped.write(path, path.relative_to(ROOT / "tests"))
        for name in PYTEST:
            found = importlib.util.find_spec(name)
            origin = Path(found.origin)
            folder = origin.parent
            if origin.name == "__init__.py":
                paths, folder = list(folder.rglob("*.py")), folder.parent
            else:
                paths = [origin]
            for path in paths:
                zipped.write(path, path.relative_to(folder))
    return buffer.getvalue()
