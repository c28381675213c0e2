"""No text whatsoever breaks the sandbox."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import run

KEYWORDS = [
    "for",
    "in",
    "while",
    "if",
    "def",
    "class",
    "return",
    "pass",
    "lambda",
    "try:",
    "except:",
]
NAMES = ["x", "y", "f", "params", "key", "self", "True", "print(", "input(", "1", "2.5", "'a'"]
SIGNS = [*"()[]{}:,.=+-*/^", "**", "==", "\n", "\n\t", *"\u3000（）＝：×“"]
WORDS = st.sampled_from(KEYWORDS + NAMES + SIGNS)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)))
def test_any_text_has_an_outcome(program):
    fault = run(program, seconds=0.2).fault
    if fault:
        assert all(fault.sentence[language] for language in ("ja", "en"))
        assert (
            fault.line is None or 1 <= fault.line <= program.count("\n") + program.count("\r") + 2
        )
