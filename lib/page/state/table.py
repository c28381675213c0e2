"""The table of the page's state: every entry is declared here, and nowhere else."""

from page.state import check
from page.state.catalogue import Catalogue
from page.state.former import in_todays_words
from page.state.setup import fresh_setup

SETUPS = ("lab", "lesson")
TABS = ("lesson", "lab", "code")


class Entry:
    """One entry of the state. A view hears of its changes by store.subscribe(listener, name).

    name: its key in the state, in storage and in links.
    fresh: makes the value that it has on a page that nobody has touched.
    accepts: (value, catalogue) → whether a value of unknown origin is one of this entry's.
    kept: whether the browser keeps it between visits. A dict is kept item by item, and other tabs
        that are open hear of each; any other value waits for the next visit, so that choosing a
        language or a section in one tab changes nothing in another.
    linked: whether links may carry it; when they do, says page.state.reading.shared.
    """

    def __init__(
        self,
        name: str,
        fresh: object,
        accepts: object,
        kept: bool = False,
        linked: bool = False,
    ) -> None:
        if not callable(fresh) or not callable(accepts):
            raise ValueError("The entry {} needs functions for fresh and accepts.".format(name))
        self.name, self.fresh, self.accepts = name, fresh, accepts
        self.kept, self.linked = kept, linked


ENTRIES = (
    Entry("language", lambda: "ja", lambda v, _: v in ("ja", "en"), kept=True, linked=True),
    Entry("tab", lambda: "lab", lambda v, _: v in TABS, linked=True),
    Entry("section", lambda: "parameter", check.is_section, kept=True, linked=True),
    # What the stage shows in the lab (and beside the code tab), and in the lesson.
    Entry("lab", fresh_setup, check.is_setup, linked=True),
    Entry("lesson", lambda: None, check.is_lesson_setup, linked=True),
    # The visitor's own work: {section: guess}, {exercise or program: code}, solved exercises.
    Entry("guesses", dict, check.is_guesses, kept=True, linked=True),
    Entry("codes", dict, check.is_codes, kept=True, linked=True),
    Entry("solved", dict, check.is_solved, kept=True),
    # What a link shows in place of the visitor's own work: {"guesses", "codes"}, or None. An item
    # that is None there was taken away: it is as in the beginning.
    Entry("visit", lambda: None, check.is_visit),
    # Whether the lesson's student method came by a link and waits for the reader's permission.
    Entry("held", lambda: False, lambda v, _: v in (True, False)),
)


def by_name(entries: tuple) -> dict:
    """{name: entry}; a name that comes twice raises ValueError."""
    found: dict = {}
    for entry in entries:
        if entry.name in found:
            raise ValueError("There are two entries {} in the state's table.".format(entry.name))
        found[entry.name] = entry
    return found


BY_NAME = by_name(ENTRIES)


def fresh(language: str = "ja") -> dict:
    """The state of a page that nobody has touched."""
    state = {entry.name: entry.fresh() for entry in ENTRIES}
    state["language"] = language
    return state


def checked(raw: object, catalogue: Catalogue, names: list) -> dict:
    """Those entries of data of unknown origin that it has, each of them right.

    raw: what came from storage or from a link.
    names: of the entries that may come from there.
    Raises ValueError where anything is wrong or not to come from there.
    """
    if not isinstance(raw, dict):
        raise ValueError("not a state of this page")
    taken = {}
    for name, value in raw.items():
        is_setup = name in SETUPS and value is not None
        value = in_todays_words(value) if is_setup else value
        if name not in names or not check.passes(BY_NAME[name].accepts, value, catalogue):
            raise ValueError("not a state of this page: " + str(name))
        taken[name] = check.completed(value) if is_setup else value
    return taken
