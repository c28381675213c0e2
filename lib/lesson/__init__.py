"""The lesson: its sections and exercises, and what is right or wrong about a student's answer.

    from lesson import EXERCISES, diagnose

    diagnosis = diagnose(code, EXERCISES["sgd"])
    diagnosis.right, diagnosis.mistake, diagnosis.sentence["en"]

Knows nothing of browsers. Students' code runs in the sandbox.

sections/      the lesson itself, one section a file; section: what a section consists of
exercise       what students are to write, and the probes on which answers are examined

An answer goes its way through these, in this order:

diagnosis      takes the answer's code and says what is the matter, by all that follow
examination    runs the code and lets its class walk beside the reference, in the sandbox
structure      whether there is a class that can be made and asked to update, before it walks
trial          one walk, recorded step by step, and whether two walks are the same
verdict        which sentence the walks deserve, and where it shows
mistakes/      known mistakes that walk, and recognition: which one walks as the student does
observation    why a method whose update changes nothing does so
sentences      every sentence about answers, in both languages

imports        the lines that help where a student's code forgot an import
free_program   the program that the page's code tab begins with
"""

from lesson.diagnosis import Diagnosis, diagnose
from lesson.free_program import FREE_PROGRAM
from lesson.sections import EXERCISES, SECTIONS

__all__ = ["EXERCISES", "FREE_PROGRAM", "SECTIONS", "Diagnosis", "diagnose"]
