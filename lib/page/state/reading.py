"""What follows from the state, for whoever shows it."""

from page.state.catalogue import Catalogue
from page.state.setup import fresh_setup, merged, walk_of

# What can be chosen in place of drawing, by the kind of a section's question.
CHOICES = {"sketch": ("straight", "zigzag", "curve", "stuck"), "waste": ("SGD", "Momentum")}

# The key of the code tab's program.
FREE = "free"


def setup_name(state: dict) -> str:
    """Which setup is on view: the lesson's in the lesson, the lab's elsewhere."""
    return "lesson" if state["tab"] == "lesson" else "lab"


def setup_on_view(state: dict) -> dict:
    return state[setup_name(state)] or fresh_setup()


def setup_to_run(state: dict) -> dict:
    """The setup on view, without a student's method that still waits for permission."""
    setup = setup_on_view(state)
    return merged(setup, student=None) if state["held"] and state["tab"] == "lesson" else setup


def walk_on_view(state: dict, catalogue: Catalogue) -> dict | None:
    """The walk to ask for."""
    return walk_of(setup_to_run(state), catalogue)


def code_of(state: dict, key: str) -> str | None:
    """The code in an editor: what a link shows, else the visitor's own; None: as it began."""
    return _shown(state, "codes", key)


def guess_of(state: dict, section: str) -> dict | None:
    """The guess in a section: what a link shows, else the visitor's own, else None."""
    return _shown(state, "guesses", section)


def is_visited(state: dict, entry: str, key: str) -> bool:
    """Whether an item is shown as a link has it, in place of the visitor's own."""
    return bool(state["visit"]) and key in state["visit"][entry]


def program_key(section: dict) -> str | None:
    """The key of the code in a section's editor, or None where it has none."""
    program = section["program"]
    return section["exercise"] or (program and program["key"])


def setup_of_section(section: dict, revealed: bool) -> dict:
    """What the stage shows in a section of the lesson.

    section: as in the catalogue.
    revealed: whether its question has been answered.
    """
    question = section["question"]
    reveal = question and revealed and question["reveal"]
    waits = question and not revealed
    return merged(
        fresh_setup(),
        landscape=section["field"],
        view=reveal or section["view"],
        methods=list(section["methods"]),
        steps=section["steps"],
        start=list(section["start"]) if section["start"] and not waits else None,
    )


def shared(state: dict, catalogue: Catalogue) -> dict:
    """What a link to this state carries: what is on view, and nothing else."""
    tab = state["tab"]
    carried = {"language": state["language"], "tab": tab, setup_name(state): setup_on_view(state)}
    if tab == "lesson":
        section = state["section"]
        carried["section"] = section
        _carry(carried, state, "guesses", section)
        _carry(carried, state, "codes", program_key(catalogue.section(section)))
    elif tab == "code":
        _carry(carried, state, "codes", FREE)
    return carried


def _carry(carried: dict, state: dict, entry: str, key: str | None) -> None:
    shown = _shown(state, entry, key)
    if shown is not None:
        carried[entry] = {key: shown}


def _shown(state: dict, entry: str, key: str | None) -> object:
    if is_visited(state, entry, key):
        return state["visit"][entry][key]
    return state[entry].get(key)
