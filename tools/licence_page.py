"""The page of licences, with all that the built site redistributes filled in by the build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from licences import Part

LICENCES = Path("assets/licences.html")
LOADED, REDISTRIBUTED = '<section id="loaded"', '<section id="redistributed"'
ROWS, TEXTS = '<tbody id="parts">', '<div id="texts">'
# Neither of the page's two languages, but the licences' own: seen in both.
ENGLISH = 'lang="en" class="always"'


def with_parts(page: str, parts: Iterable[Part]) -> str:
    """The page with a list of parts and the texts of their licences, not with words about a CDN.

    Each text stands there once, however many parts have it.
    """
    rows, groups, anchors = "", "", dict[str, str]()
    for part in parts:
        for word, texts in part.texts.items():
            new = {title: text for title, text in texts.items() if text not in anchors}
            anchors |= {text: f"text-{len(anchors) + i}" for i, text in enumerate(new.values())}
            title = word if word in texts else f"{part.name} {part.version}"
            groups += _group(title, new, anchors) if new else ""
        rows += _row(part, anchors)
    for committed, built in (
        (LOADED, f"{LOADED} hidden"),
        (f"{REDISTRIBUTED} hidden", REDISTRIBUTED),
        (ROWS, f"{ROWS}\n{rows}"),
        (TEXTS, f"{TEXTS}\n{groups}"),
    ):
        page = page.replace(committed, built)
    return page


def _row(part: Part, anchors: Mapping[str, str]) -> str:
    name = escape(part.name)
    name = f'<a href="{escape(part.home)}">{name}</a>' if part.home else name
    # A wheel has one name for all its licence; an expression goes word by word.
    words = [part.licence] if part.licence in part.texts else part.licence.split()
    licence = " ".join(_word(word, part, anchors) for word in words)
    inside = ' class="inside"' if part.is_inside else ""
    return (
        f'<tr{inside}><th scope="row" {ENGLISH}>{name} {escape(part.version)}</th>'
        f"<td {ENGLISH}>{licence}</td><td {ENGLISH}>{escape(part.holder)}</td></tr>\n"
    )


def _word(word: str, part: Part, anchors: Mapping[str, str]) -> str:
    if word not in part.texts:
        return escape(word)
    anchor = anchors[next(iter(part.texts[word].values()))]
    return f'<a href="#{anchor}">{escape(word)}</a>'


def _group(title: str, texts: Mapping[str, str], anchors: Mapping[str, str]) -> str:
    bodies = ""
    for name, text in texts.items():
        bodies += f"<h3 {ENGLISH}>{escape(name)}</h3>\n" if name != title else ""
        bodies += f'<pre {ENGLISH} id="{anchors[text]}">{escape(text)}</pre>\n'
    return f"<details>\n<summary {ENGLISH}>{escape(title)}</summary>\n{bodies}</details>\n"
