"""A typed formula becomes a field, and nothing but arithmetic gets through."""

import numpy as np
import pytest

from visualizer.landscapes import LANDSCAPES
from worker.fields import FormulaError, field_of, function_of


def formula(text):
    return {"text": text, "xlim": [-2, 2], "ylim": [-1, 3]}


def test_a_key_is_a_landscape():
    assert field_of("beale") is LANDSCAPES["beale"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x**2/20 + y**2", 1.05),
        ("x² + y²", 2),
        ("３＊ｘ − y", 2),
        ("sin(pi*x) + exp(0*y) - e", 1 - np.e),
        ("7", 7),
        ("-abs(x) % 2", 1),
    ],
)
def test_formulas_as_people_type_them(text, value):
    field = field_of(formula(text))
    assert field(1.0, 1.0) == pytest.approx(value)
    assert field(np.ones((2, 3)), np.ones((2, 3))).shape == (2, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x^2 + y^2", "x**2"),
        ("x +", "x**2/20"),
        ("", "x**2/20"),
        ("z + 1", "z"),
        ("__import__('os').system('ls')", "( )"),
        ("open('a')", "open"),
        ("x.real", "x**2/20"),
        ("[x for x in y]", "x**2/20"),
        ("(lambda: x)()", "( )"),
        ("'a' * 9", "x**2/20"),
        ("x if y else 1", "x**2/20"),
        ("sqrt(-1 - x*x)", "no value"),
        ("(" * 500 + "x" + ")" * 500, "x**2/20"),
    ],
)
def test_anything_else_gets_a_sentence(text, said):
    with pytest.raises(FormulaError) as caught:
        field_of(formula(text))
    assert said in caught.value.sentence["en"]
    assert caught.value.sentence["ja"] != caught.value.sentence["en"]


def test_towers_of_powers_end_at_once():
    with pytest.raises(OverflowError):
        function_of("9**9**9**9 + x")(1.0, 1.0)
