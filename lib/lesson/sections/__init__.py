"""The lesson, one section a file.

A new one is a file here, called as its key is (with _ for -), imported and named in _IN_ORDER.
"""

from dataclasses import replace

from lesson.exercise import Exercise
from lesson.section import Section
from lesson.sections.compare import compare
from lesson.sections.field import field
from lesson.sections.gradient import gradient
from lesson.sections.library import library
from lesson.sections.momentum import momentum
from lesson.sections.mountain import mountain
from lesson.sections.parameter import parameter
from lesson.sections.sgd import sgd
from lesson.sections.write_momentum import write_momentum
from lesson.sections.write_sgd import write_sgd
from lesson.sections.zigzag import zigzag
from visualizer.registry import all_of, ordered

_IN_ORDER = (
    parameter,
    mountain,
    sgd,
    field,
    gradient,
    zigzag,
    library,
    write_sgd,
    momentum,
    write_momentum,
    compare,
)

SECTIONS: dict[str, Section] = ordered(
    (section.key, replace(section, number=number))
    for number, section in enumerate(all_of(Section, _IN_ORDER), start=1)
)
"""Key → section, in the order of the lesson."""

EXERCISES: dict[str, Exercise] = ordered(
    (section.exercise.key, section.exercise) for section in _IN_ORDER if section.exercise
)
"""Key → exercise, in the order of the lesson."""
