"""All that can be done to the state, by name.

An action is a function (state, catalogue, …) → {entry: its new value}. It changes nothing itself:
the store does (page.state.store).
"""

from page.state.catalogue import Catalogue
from page.state.reading import (
    code_of,
    guess_of,
    is_visited,
    setup_name,
    setup_of_section,
    setup_on_view,
)
from page.state.setup import merged, with_setting
from page.state.table import ENTRIES, fresh

# Going about the page


def choose_language(state: dict, catalogue: Catalogue, language: str) -> dict:
    return {"language": language}


def open_tab(state: dict, catalogue: Catalogue, tab: str) -> dict:
    if tab == "lesson" and not state["lesson"]:
        return merged(open_section(state, catalogue, state["section"]), tab=tab)
    return {"tab": tab}


def open_section(state: dict, catalogue: Catalogue, section: str) -> dict:
    """Show a section, with the setup that belongs to it."""
    return {
        "section": section,
        "lesson": _setup_of(catalogue, section, bool(guess_of(state, section))),
        "held": False,
    }


# What the stage shows


def start_at(state: dict, catalogue: Catalogue, x: float, y: float) -> dict:
    """Walk from a point of the field."""
    return _change(state, start=[x, y], moment=None)


def show_moment(state: dict, catalogue: Catalogue, moment: int | None) -> dict:
    """Show the routes up to a step; None: to their ends."""
    return _change(state, moment=moment)


def choose_view(state: dict, catalogue: Catalogue, view: str) -> dict:
    return _change(state, view=view)


def turn_surface(state: dict, catalogue: Catalogue, d_azim: float, d_elev: float) -> dict:
    """Turn the surface by some degrees; it is never seen from far below."""
    elev, azim = setup_on_view(state)["turn"]
    return _change(state, turn=[min(max(elev + d_elev, -10.0), 90.0), (azim + d_azim) % 360.0])


def choose_landscape(state: dict, catalogue: Catalogue, landscape: str) -> dict:
    return _change(state, landscape=landscape, start=None, moment=None)


def enter_formula(state: dict, catalogue: Catalogue, text: str, xlim: list, ylim: list) -> dict:
    """Take the reader's own formula and its bounds."""
    formula = {"text": text, "xlim": xlim, "ylim": ylim}
    if formula == setup_on_view(state)["formula"]:
        return {}
    return _change(state, formula=formula, start=None, moment=None)


def choose_method(state: dict, catalogue: Catalogue, name: str, chosen: bool) -> dict:
    wanted = [m for m in setup_on_view(state)["methods"] if m != name] + [name] * chosen
    in_order = [m["name"] for m in catalogue.methods if m["name"] in wanted]
    return _change(state, methods=in_order, moment=None)


def enter_setting(state: dict, catalogue: Catalogue, method: str, name: str, value: float) -> dict:
    """Take a hyper-parameter for the landscape on view."""
    setup = with_setting(setup_on_view(state), method, name, value)
    return {setup_name(state): merged(setup, moment=None)}


def enter_steps(state: dict, catalogue: Catalogue, steps: int) -> dict:
    return _change(state, steps=steps, moment=None)


# The visitor's work


def guess(state: dict, catalogue: Catalogue, section: str, value: dict) -> dict:
    """Take the answer to a section's question, and reveal what is behind it."""
    return merged(
        _put(state, "guesses", section, value), lesson=_setup_of(catalogue, section, True)
    )


def ask_again(state: dict, catalogue: Catalogue, section: str) -> dict:
    """Forget the answer to a section's question."""
    return merged(
        _put(state, "guesses", section, None), lesson=_setup_of(catalogue, section, False)
    )


def edit_code(state: dict, catalogue: Catalogue, key: str, code: str | None) -> dict:
    """Take what is in an editor; None: as it was in the beginning."""
    changes = _put(state, "codes", key, code)
    if state["held"]:
        # What waited for permission is no longer what the editor shows.
        changes = merged(changes, held=False, lesson=merged(state["lesson"], student=None))
    return changes


def walk_student(
    state: dict, catalogue: Catalogue, section: str, start: list, student: dict | None
) -> dict:
    """Let a student's method walk beside the one of their exercise, in the section it is for.

    start: from where, if no other start has been chosen there.
    """
    if state["section"] != section or not state["lesson"]:
        return {}
    method = catalogue.exercises[catalogue.section(section)["exercise"]]["method"]
    setup = merged(state["lesson"], methods=[method], student=student, moment=None)
    return {"lesson": merged(setup, start=setup["start"] or list(start)), "held": False}


def give_up_student(state: dict, catalogue: Catalogue, name: str) -> dict:
    """Take a student's method that never ends out of a setup."""
    return {name: merged(state[name], student=None)} if state[name] else {}


def solve(state: dict, catalogue: Catalogue, exercise: str) -> dict:
    """Note that an exercise has been solved, unless the code is what a link shows."""
    if is_visited(state, "codes", exercise):
        return {}
    return {"solved": merged(state["solved"], {exercise: True})}


def let_run(state: dict, catalogue: Catalogue) -> dict:
    """The reader has read the code that came by a link: it may walk."""
    return {"held": False}


# Coming and going


def restore(state: dict, catalogue: Catalogue, found: dict) -> dict:
    """Take what was found in the browser's storage."""
    return found


def visit(state: dict, catalogue: Catalogue, found: dict) -> dict:
    """Show what a link carries, apart from what the visitor has made themselves.

    found: checked entries. Its codes and guesses are shown in place of the visitor's own, which
    stay as they are. A student's method walks only where its code can be read, in the editor of the
    section on view; unless it is the visitor's own, it is held until they have.
    """
    new = merged(fresh(), found)
    for entry in ENTRIES:
        if entry.kept and (entry.name not in found or entry.name in ("codes", "guesses")):
            new[entry.name] = state[entry.name]
    if new["tab"] == "lesson" and not new["lesson"]:
        new["lesson"] = _setup_of(catalogue, new["section"], False)
    foreign = {
        entry: {
            key: value
            for key, value in found.get(entry, {}).items()
            if state[entry].get(key) != value
        }
        for entry in ("codes", "guesses")
    }
    new["visit"] = foreign if foreign["codes"] or foreign["guesses"] else None
    new["lab"] = merged(new["lab"], student=None)
    if new["lesson"] and new["lesson"]["student"]:
        key = catalogue.section(new["section"])["exercise"]
        readable = key and code_of(new, key) == new["lesson"]["student"]["code"]
        new["held"] = bool(readable) and is_visited(new, "codes", key)
        if not readable:
            new["lesson"] = merged(new["lesson"], student=None)
    return new


def leave(state: dict, catalogue: Catalogue) -> dict:
    """Back from what a link shows to the visitor's own work, in the same place."""
    home = merged(state, visit=None, held=False)
    section = home["section"]
    home["lesson"] = _setup_of(catalogue, section, bool(guess_of(home, section)))
    return home


def begin_anew(state: dict, catalogue: Catalogue, language: str) -> dict:
    """The page as nobody has touched it."""
    return fresh(language)


def hear_other_tab(state: dict, catalogue: Catalogue, entry: str, key: str, value: object) -> dict:
    """Take what the visitor has just made in another tab; None: it was taken away there."""
    return {entry: _with_item(state[entry], key, value)}


def _change(state: dict, **changes: object) -> dict:
    return {setup_name(state): merged(setup_on_view(state), **changes)}


def _setup_of(catalogue: Catalogue, section: str, revealed: bool) -> dict:
    return setup_of_section(catalogue.section(section), revealed)


def _put(state: dict, entry: str, key: str, value: object) -> dict:
    """Put an item into the visitor's own work; where a link's is shown over it, into that.

    What a visitor makes of a link's item where they have none themselves becomes their own.
    """
    if not is_visited(state, entry, key):
        return {entry: _with_item(state[entry], key, value)}
    shown = state["visit"][entry]
    if key in state[entry] or value is None:
        return {"visit": _visit_with(state, entry, merged(shown, {key: value}))}
    own = _with_item(state[entry], key, value)
    return {entry: own, "visit": _visit_with(state, entry, _with_item(shown, key, None))}


def _visit_with(state: dict, entry: str, items: dict) -> dict | None:
    """The visit with other items in an entry; None if nothing of it is left."""
    visit = merged(state["visit"], {entry: items})
    return visit if visit["codes"] or visit["guesses"] else None


def _with_item(items: dict, key: str, value: object) -> dict:
    rest = {k: v for k, v in items.items() if k != key}
    return rest if value is None else merged(rest, {key: value})
