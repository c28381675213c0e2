"""The page of licences: all that the site redistributes, and nothing whose licence is not known."""

import tomllib
from html.parser import HTMLParser

import pytest

import licences
from build import build
from licence_page import with_parts
from licences import redistributed
from runtime import BUILD, PIECES, ROOT, Piece, locked
from trouble import Trouble
from wheel_file import read_wheel
from wheels import make_wheel

PYODIDE = next(piece for piece in PIECES if piece.name == "pyodide")
TABLE = tomllib.loads(licences.TABLE.read_text(encoding="utf-8"))
PAGE = (ROOT / "assets/licences.html").read_text(encoding="utf-8")


class Reader(HTMLParser):
    """What a page has: rows of its table, texts under their anchors, links within itself."""

    def __init__(self, page):
        super().__init__()
        self.rows, self.texts, self.links, self.hidden = [], {}, set(), set()
        self._cell = self._text = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "hidden" in given:
            self.hidden.add(given["id"])
        if tag == "a" and given["href"].startswith("#"):
            self.links.add(given["href"][1:])
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
            self._cell = tag
        if tag == "pre":
            self._text = given.get("id", "own")
            self.texts[self._text] = ""

    def handle_endtag(self, tag):
        if tag == self._cell:
            self._cell = None
        if tag == "pre":
            self._text = None

    def handle_data(self, data):
        if self._cell:
            self.rows[-1][-1] += data
        if self._text:
            self.texts[self._text] += data


@pytest.fixture(scope="module")
def built():
    return Reader((build() / "assets/licences.html").read_text(encoding="utf-8"))


@pytest.fixture
def runtime(tmp_path):
    """A runtime that has nothing but Pyodide's folder, to put wheels into."""
    folder = tmp_path / PYODIDE.folder
    folder.mkdir()
    return folder


def names(parts):
    return [part.name for part in parts]


def test_every_piece_and_every_wheel_is_in_the_list(built):
    listed = {row[0] for row in built.rows}
    wheels = [name for name in locked()["pyodide"] if name.endswith(".whl")]
    told = [read_wheel(BUILD / "runtime" / PYODIDE.folder / name) for name in wheels]
    assert len(told) == 12
    assert {f"{wheel.name} {wheel.version}" for wheel in told} <= listed
    pieces = {"PyScript": "pyscript", "MicroPython": "micropython", "Pyodide": "pyodide"}
    versions = {piece.name: piece.version for piece in PIECES}
    assert {f"{name} {versions[piece]}" for name, piece in pieces.items()} <= listed
    assert {"CPython 3.14.2", "@codemirror/view 6.43.4", "DejaVu fonts 2.35"} <= listed


def test_every_part_has_a_licence_with_its_text_and_says_whose_it_is(built):
    _, *rows = built.rows
    assert all(licence.strip() for _, licence, _ in rows)
    assert [name for name, _, holder in rows if not holder] == ["packaging 26.1"]
    assert built.links <= built.texts.keys()
    assert all(text.strip() for text in built.texts.values())
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in "".join(built.texts.values())


@pytest.mark.parametrize(
    ("piece", "name", "told"),
    [
        ("pyodide", "CPython", "/python-{}/"),
        ("pyodide", "Expat", "expat_{}"),
        ("pyodide", "zlib", " inflate {} "),
        ("pyodide", "bzip2", "{}, 6-Sept-2010"),
        ("micropython", "MicroPython", "MicroPython v{} "),
    ],
)
def test_the_versions_told_are_those_in_the_compiled_files(piece, name, told):
    """Pyodide's lock file, for one, says Python 3.14.0, and has 3.14.2."""
    (version,) = (row[1] for row in TABLE[piece]["parts"] if row[0] == name)
    (folder,) = (BUILD / "runtime" / one.folder for one in PIECES if one.name == piece)
    (compiled,) = folder.glob("*.wasm")
    assert told.format(version).encode() in compiled.read_bytes()


def test_no_text_is_there_twice(built):
    assert len(set(built.texts.values())) == len(built.texts)


def test_every_standard_text_is_used():
    words = {word for known in TABLE.values() for row in known["parts"] for word in row[2].split()}
    assert {path.stem for path in licences.TEXTS.iterdir()} <= words


def test_the_committed_page_redistributes_nothing(built):
    assert Reader(PAGE).hidden == {"redistributed"}
    assert built.hidden == {"loaded"}
    assert Reader(PAGE).texts["own"].strip() == (ROOT / "LICENSE").read_text("utf-8").strip()


def test_names_from_outside_are_no_markup(runtime):
    make_wheel(runtime, "<b>", metadata="License-Expression: MIT & more\n")
    assert "&lt;b&gt; 1.0</th>" in with_parts(PAGE, redistributed(runtime.parent))


@pytest.mark.parametrize(
    ("metadata", "called"),
    [
        ("License-Expression: MIT\nLicense: other\n", "MIT"),
        (
            "License: long text\nClassifier: License :: OSI Approved :: BSD License\n"
            "Classifier: License :: OSI Approved :: MIT License\n",
            "BSD License, MIT License",
        ),
        ("License: MIT\n", "MIT"),
        ("Summary: nothing about it\n", ""),
    ],
)
def test_old_and_new_metadata_tell_the_licence(tmp_path, metadata, called):
    assert read_wheel(make_wheel(tmp_path, metadata=metadata)).licence == called


def test_licence_files_are_found_wherever_they_are_but_none_twice(tmp_path):
    files = {
        "small/fonts/LICENSE_FONT": "the font's",
        "small/licenses/_spdx.py": "no licence",
        "small-1.0.dist-info/licenses/COPYING": "its own",
        "small/LICENSE": "its own",
    }
    texts = read_wheel(make_wheel(tmp_path, files=files)).texts
    assert list(texts.items()) == [
        ("small-1.0.dist-info/licenses/COPYING", "its own"),
        ("small/fonts/LICENSE_FONT", "the font's"),
    ]


def test_a_wheel_speaks_for_itself(runtime):
    make_wheel(runtime)
    part = redistributed(runtime.parent)[-1]
    assert (part.name, part.version, part.licence) == ("small", "1.0", "MIT")
    assert part.holder == "Copyright (c) 2001 small"
    assert not part.is_inside


@pytest.mark.parametrize(
    "wheel", [{"metadata": "Summary: nothing\n"}, {"files": {"small/__init__.py": ""}}]
)
def test_a_wheel_without_a_licence_is_refused(runtime, wheel):
    make_wheel(runtime, **wheel)
    with pytest.raises(Trouble, match=r"small 1\.0 does not say its licence"):
        redistributed(runtime.parent)


def test_a_compiled_wheel_is_refused_until_somebody_has_looked_into_it(runtime):
    files = {"small-1.0.dist-info/LICENSE": "text", "small/core.so": ""}
    make_wheel(runtime, files=files)
    with pytest.raises(Trouble, match=r"of what is in small 1\.0"):
        redistributed(runtime.parent)


def test_what_is_known_of_one_version_is_not_believed_of_another(runtime):
    make_wheel(runtime, "pillow", "99.0")
    with pytest.raises(Trouble, match=r"of what is in pillow 99\.0"):
        redistributed(runtime.parent)


def test_a_new_piece_without_a_licence_ends_the_build(tmp_path, monkeypatch):
    piece = Piece("left-pad", "1.0", "https://cdn.example/", "left-pad")
    monkeypatch.setattr(licences, "PIECES", (*PIECES, piece))
    (tmp_path / "runtime" / piece.folder).mkdir(parents=True)
    with pytest.raises(Trouble, match=r"of what is in left-pad 1\.0"):
        build(tmp_path / "site", ROOT, tmp_path / "runtime", precompiler=lambda runtime: None)
    assert not (tmp_path / "site").exists()


def test_a_licence_without_its_text_is_refused(runtime, monkeypatch, tmp_path):
    monkeypatch.setattr(licences, "TEXTS", tmp_path)
    with pytest.raises(Trouble, match=r"Put the text of the licence MPL-2\.0 into"):
        redistributed(runtime.parent)
