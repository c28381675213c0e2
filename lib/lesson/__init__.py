"""The exercises of the lesson, and what is right or wrong about a student's answer.

    from lesson import EXERCISES, diagnose

    diagnosis = diagnose(code, EXERCISES["sgd"])
    diagnosis.right, diagnosis.mistake, diagnosis.sentence["en"]

Knows nothing of browsers. Students' code runs in the sandbox.
"""

from lesson.diagnosis import Diagnosis, diagnose
from lesson.exercises import EXERCISES

__all__ = ["EXERCISES", "Diagnosis", "diagnose"]
