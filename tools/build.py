"""Build the static site: the project's page with its runtime beside it, in build/site."""

from __future__ import annotations

import argparse
import filecmp
import os
from collections.abc import Callable, Iterator, Mapping, Set
from pathlib import Path

from bundle import CONFIGS, MICROPYTHON, STARTER, bundled, listed, starting_early
from compress import compressed
from fetch import fetch
from licence_page import LICENCES, with_parts
from licences import redistributed
from offline import PAGE, WORKER, registering, release_of, service_worker, sums_of
from precompile import Precompiled, precompile
from runtime import BUILD, PIECES, ROOT
from server import COMPRESSED
from store import save
from trouble import Trouble, of_disk, run

SITE = BUILD / "site"
# Without it GitHub Pages leaves out every __init__.py. Written first, it marks a site as ours.
MARK = ".nojekyll"
RUNTIME = "runtime"
PARTS = (MARK, "index.html", "main.py", "pyscript.toml", "lib", "assets")
# Files in which the CDN's addresses stand.
ADDRESSED = (".html", ".py", ".json", ".toml", ".mjs", ".css")
# The one address in it from the CDN, the interpreter's, PyScript reads as relative to the page.
RELATIVE_TO_PAGE = MICROPYTHON
CDN = "https://cdn."
# The worker loads byte code where Python is precompiled, and a stand-in for Pyodide's module.
WORKER_CONFIG = Path("pyscript.toml")
INTERPRETER, STAND_IN = Path("lib/worker/interpreter.mjs"), "./precompiled.mjs"
# Snapshots of the worker's memory are good for the release that this says.
KEY, RELEASE = Path("lib/worker/snapshot/key.mjs"), b"checksum of the release"
PYODIDE = next(piece for piece in PIECES if piece.name == "pyodide")
PYODIDE_MODULE = PYODIDE.cdn + "pyodide.mjs"


def build(
    site: Path = SITE,
    source: Path = ROOT,
    runtime: Path | None = None,
    precompiler: Callable[[Path], Precompiled | None] = precompile,
) -> Path:
    """Bring site in line with the project and its runtime, file by file; returns its path.

    Every file is replaced as a whole, and the runtime is there before the page that needs it. What
    does not belong there is removed. Raises Trouble if another folder than SITE holds anything but
    an earlier site, or where the licence of something redistributed is not known.
    """
    if site != SITE:
        _must_be_ours(site)
    runtime = runtime or fetch()
    parts = redistributed(runtime)
    precompiled = precompiler(runtime)
    _write(site / MARK, b"")
    served = dict(_served(runtime, precompiled))
    for relative, path in served.items():
        _link(path, site / relative)
    sources = {
        path.relative_to(source): _localized(path, path.relative_to(source), precompiled)
        for path in _sources(source)
    }
    unused = {path for path in served if precompiled and _is_replaced(path)}
    unused |= _bundle(sources, precompiled)
    if LICENCES in sources:
        page = sources[LICENCES].decode("utf-8")
        sources[LICENCES] = with_parts(page, parts).encode("utf-8")
    page = _completed(sources, precompiled)
    # What the page names itself it asks for, though an archive has it as well: the worker's script.
    unused = {path for path in unused if f'"./{path.as_posix()}"' not in page}
    if KEY in sources:
        release = _worker_release({**served, **sources}).encode()
        sources[KEY] = sources[KEY].replace(RELEASE, release)
    sources[WORKER] = service_worker({**served, **sources}, unused)
    for relative, data in sources.items():
        _write(site / relative, data)
    beside = compressed(site, served.keys() | sources.keys())
    _remove_all_but(served.keys() | sources.keys() | beside, site)
    return site


def _bundle(sources: dict[Path, bytes], precompiled: Precompiled | None) -> set[Path]:
    """Put what an interpreter loads into one file; returns what nobody asks for any more."""
    unused = set()
    for config, archive in CONFIGS.items():
        text = sources.get(config, b"").decode("utf-8")
        unused |= {Path(os.path.normpath(config.parent / address)) for address in listed(text)}
        if listed(text):
            compiled = precompiled.project if precompiled and config == WORKER_CONFIG else None
            text, sources[archive] = bundled(config, text, sources.__getitem__, compiled)
            sources[config] = text.encode("utf-8")
    return unused


def _completed(sources: dict[Path, bytes], precompiled: Precompiled | None) -> str:
    """Add to the page what only the built site has; returns the page."""
    page = registering(sources[PAGE].decode("utf-8"))
    if CONFIGS[MICROPYTHON] in sources:
        sources[STARTER] = _localized(Path(__file__).with_name(STARTER.name), STARTER, precompiled)
        page = starting_early(page)
    sources[PAGE] = page.encode("utf-8")
    return page


def _worker_release(files: Mapping[Path, bytes | Path]) -> str:
    """A checksum of all files that the worker's memory comes from."""
    folders = {RUNTIME, INTERPRETER.parent.as_posix()}
    held = {
        path: data
        for path, data in files.items()
        if folders & {parent.as_posix() for parent in path.parents} or path == WORKER_CONFIG
    }
    return release_of(sums_of(held))


def _must_be_ours(site: Path) -> None:
    paths = site.iterdir() if site.exists() else ()
    names = {path.name.removesuffix(COMPRESSED) for path in paths}
    if names and not (MARK in names and names <= {*PARTS, RUNTIME, WORKER.name}):
        raise Trouble(
            f"{site} には別のファイルがあります。空のフォルダーを選んでください。",
            f"{site} holds other files. Choose an empty folder.",
        )


def _sources(source: Path) -> Iterator[Path]:
    for part in PARTS:
        path = source / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            names = file.relative_to(source).parts
            is_ours = part == MARK or not any(
                name.startswith((".", "__pycache__")) for name in names
            )
            if file.is_file() and is_ours:
                yield file


def _served(runtime: Path, precompiled: Precompiled | None) -> Iterator[tuple[Path, Path]]:
    """(path in the site, file) of everything that is not the project's own."""
    folders = [runtime / piece.folder for piece in PIECES]
    for folder in [*folders, *([precompiled.served] if precompiled else [])]:
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                yield Path(RUNTIME) / path.relative_to(folder.parent), path


def _is_replaced(path: Path) -> bool:
    """Whether a file of the runtime is not needed where Python is precompiled."""
    return path.suffix == ".whl" or path.parts[1:] == (PYODIDE.folder, "python_stdlib.zip")


def _localized(path: Path, relative: Path, precompiled: Precompiled | None) -> bytes:
    """The file's bytes, its CDN addresses turned into paths to the runtime beside it."""
    data = path.read_bytes()
    if path.suffix not in ADDRESSED:
        return data
    text = data.decode("utf-8")
    if precompiled:
        text = text.replace("runtime/precompiled/", f"runtime/{precompiled.served.name}/")
        if relative == INTERPRETER:
            text = text.replace(PYODIDE_MODULE, STAND_IN)
    depth = 0 if relative == RELATIVE_TO_PAGE else len(relative.parts) - 1
    up = "../" * depth or "./"
    for piece in PIECES:
        text = text.replace(piece.cdn, f"{up}runtime/{piece.folder}/")
    if CDN in text:
        raise Trouble(
            f"{relative} に未知の CDN のアドレスがあります。tools/runtime.py に加えてください。",
            f"{relative} names a CDN address that tools/runtime.py does not; add it there.",
        )
    return text.encode("utf-8")


def _write(target: Path, data: bytes) -> None:
    if not (target.is_file() and target.read_bytes() == data):
        save(target, [data])


def _link(path: Path, target: Path) -> None:
    """The same file under another name; a copy where the file system has no hard links."""
    if target.is_file():
        if os.path.samefile(path, target) or filecmp.cmp(path, target, shallow=False):
            return
        target.unlink()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, target)
    except OSError:
        save(target, [path.read_bytes()])


def _remove_all_but(wanted: Set[Path], site: Path) -> None:
    try:
        for path in sorted(site.rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(site) not in wanted:
                path.unlink()
    except OSError as error:
        raise of_disk(error, site) from error


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SITE, help="folder of the site")
    options = parser.parse_args()
    print(build(options.out))


if __name__ == "__main__":
    run(_main)
