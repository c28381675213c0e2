"""The lesson: its sections and exercises, and what is right or wrong about a student's answer.

    from lesson import EXERCISES, diagnose

    diagnosis = diagnose(code, EXERCISES["sgd"])
    diagnosis.right, diagnosis.mistake, diagnosis.sentence["en"]

Knows nothing of browsers. Students' code runs in the sandbox.
"""

from lesson.diagnosis import Diagnosis, diagnose
from lesson.free_program import FREE_PROGRAM
from lesson.sections import EXERCISES, SECTIONS

__all__ = ["EXERCISES", "FREE_PROGRAM", "SECTIONS", "Diagnosis", "diagnose"]
