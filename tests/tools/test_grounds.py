"""The landscapes' pictures are the landscapes: current, and their lines where the heights are."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from grounds import UNITS, grounds
from runtime import ROOT
from visualizer.figures.style import THEMES
from visualizer.landscapes import LANDSCAPES

PATH = "{http://www.w3.org/2000/svg}path"


@pytest.fixture(scope="module")
def made():
    return grounds()


def test_there_is_one_for_each_landscape_and_none_besides(made):
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "assets/grounds").iterdir()}
    assert there == set(made)


@pytest.mark.parametrize("key", LANDSCAPES)
def test_they_are_up_to_date(made, key):
    name = f"assets/grounds/{key}.svg"
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == made[name], "run tools/sync.py by the Python of build/tests-venv"


@pytest.mark.parametrize("key", ["valley", "rosenbrock", "himmelblau", "saddle"])
def test_every_line_runs_along_one_height(made, key):
    landscape = LANDSCAPES[key]
    root = ElementTree.fromstring(made[f"assets/grounds/{key}.svg"])
    (x0, x1), (_, y1) = landscape.xlim, landscape.ylim
    unit = (x1 - x0) / UNITS
    heights = []
    for path in root.iter(PATH):
        at = points(path.get("d")) * [unit, -unit] + [x0, y1]
        slopes = np.hypot(*landscape.gradient(*at.T))
        middle = np.median(landscape(*at.T))
        # Lines are joined from straight pieces between the points of a grid.
        off = np.abs(landscape(*at.T) - middle) / np.maximum(slopes, 1e-9)
        assert np.quantile(off, 0.9) < (x1 - x0) / 100
        heights.append(middle)
    assert heights == sorted(heights) and len(heights) >= 12


def points(text):
    """All points of a path of M and l, as an array."""
    found = []
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]*)", text):
        at = np.array(numbers(start))
        moved = np.array(numbers(steps)).reshape(-1, 2).cumsum(axis=0)
        found += [at, *(at + moved)]
    return np.array(found, dtype=float)


def numbers(text):
    return [int(number) for number in re.findall(r"-?\d+", text)]


def test_each_line_has_a_colour_in_both_themes(made):
    for text in made.values():
        lines = set(re.findall(r'class="(l\d+)"', text))
        light, dark = text.split("@media (prefers-color-scheme: dark)")
        assert len(THEMES) == 2
        for part in (light, dark.partition("</style>")[0]):
            assert set(re.findall(r"\.(l\d+)\{stroke:#[0-9a-f]{6}\}", part)) == lines
