"""An exercise is added by one file and its line in the registry; what is wrong with it is told."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from submissions.adam import RIGHT, WRONG
from submissions.write_adam import exercise

from lesson import SECTIONS, diagnose
from runtime import ROOT

FILE = Path(__file__).parent / "submissions" / "write_adam.py"


@pytest.mark.parametrize("name", RIGHT)
def test_right_answers_to_an_exercise_for_adam_are_right(name):
    diagnosis = diagnose(RIGHT[name], exercise)
    assert diagnosis.right, (diagnosis.sentence, diagnosis.fault)


@pytest.mark.parametrize("name", WRONG)
def test_wrong_answers_to_an_exercise_for_adam_are_refused(name):
    mistake, code = WRONG[name]
    assert code != exercise.solution
    diagnosis = diagnose(code, exercise)
    assert not diagnosis.right
    assert diagnosis.mistake == mistake, diagnosis.sentence


def test_a_hyperparameter_that_is_not_used_is_named_with_its_value():
    sentence = diagnose(WRONG["beta2 ignored"][1], exercise).sentence
    assert all("beta2 = 0.999" in sentence[language] for language in ("ja", "en"))


def test_an_exercise_without_a_rate_is_examined_too():
    without = replace(
        exercise,
        hyperparameters={"beta2": 0.999},
        probes=tuple(
            replace(probe, hyperparameters={"beta2": probe.hyperparameters["beta2"]})
            for probe in exercise.probes
        ),
    )
    assert diagnose(exercise.solution, without).right
    ignoring = diagnose(WRONG["beta2 ignored"][1], without)
    assert ignoring.mistake == "fixed" and "beta2" in ignoring.sentence["en"]
    assert not diagnose(WRONG["fixed rate"][1], without).right


PROGRAM = """
import json
from lesson import EXERCISES, SECTIONS, diagnose
from submissions.adam import RIGHT, WRONG
adam = EXERCISES["sample"]
section = SECTIONS["write-sample"].to_dict()
print(json.dumps({
    "exercises": list(EXERCISES),
    "last": list(SECTIONS)[-1],
    "title": section["title"]["en"],
    "exercise": section["exercise"],
    "names": list(adam.to_dict()["hyperparameters"]),
    "right": [diagnose(code, adam).right for code in RIGHT.values()],
    "wrong": [diagnose(code, adam).right for _, code in WRONG.values()],
}))
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of lib with one more section: a file, and its line in the registry."""
    lib = tmp_path / "lib"
    shutil.copytree(ROOT / "lib", lib, ignore=shutil.ignore_patterns("__pycache__"))
    # Under keys that nobody takes for an exercise of their own.
    text = FILE.read_text(encoding="utf-8")
    for name in ("adam", "write-adam"):
        text = text.replace(f'key="{name}"', f'key="{name.replace("adam", "sample")}"')
    (lib / "lesson" / "sections" / "write_sample.py").write_text(text, encoding="utf-8")
    registry = lib / "lesson" / "sections" / "__init__.py"
    text = registry.read_text(encoding="utf-8")
    text = text.replace(
        "from lesson.sections.zigzag",
        "from lesson.sections.write_sample import write_adam as sample\n"
        "from lesson.sections.zigzag",
    ).replace(",\n)\n\nSECTIONS", ",\n    sample,\n)\n\nSECTIONS")
    registry.write_text(text, encoding="utf-8")
    return lib


def run(lib, program):
    """Run a program with a copy of lib; returns what has become of it."""
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": f"{lib}:{FILE.parent.parent}", "PATH": ""},
        capture_output=True,
        text=True,
    )


def test_an_exercise_is_one_file_and_its_line_in_the_registry(copy):
    done = run(copy, PROGRAM)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["exercises"][-1] == answer["exercise"] == "sample"
    assert answer["last"] == "write-sample"
    assert answer["title"] == f"{len(SECTIONS) + 1}. Write Adam"
    assert answer["names"] == ["lr", "beta1", "beta2"]
    assert len(answer["right"]) >= 3 and all(answer["right"])
    assert len(answer["wrong"]) >= 5 and not any(answer["wrong"])


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('"beta2": 0.95', '"beta3": 0.95', "bowl must give ['beta1', 'beta2', 'lr']"),
        ('"beta2": 0.95}', "}", "bowl must give ['beta1', 'beta2', 'lr']"),
        ('Probe("bowl"', 'Probe("moon"', "the probe on moon is nowhere"),
        ("mistakes={", 'mistakes={"nonsense": [], ', "no sentence for the mistake nonsense"),
        ("mistakes={", 'mistakes={"climbs": [lambda given: (lambda lr: 0)(**given)], ', "climbs"),
        ("reference=Adam", "reference=object", "object has no hyper-parameter beta1"),
        ('"en": BEGINNING', '"fr": BEGINNING', "lacks skeleton in 'en'"),
        ('methods=("Adam",)', 'methods=("Eve",)', "no method Eve"),
        ('field="valley"', 'field="moon"', "no landscape moon"),
        ('key="write-sample"', 'key="sgd"', "is registered twice"),
        ('key="sample"', 'key="sgd"', "is registered twice"),
    ],
)
def test_what_is_missing_is_one_clear_error_at_import(copy, old, new, word):
    path = copy / "lesson" / "sections" / "write_sample.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = run(copy, "import lesson")
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ValueError: ") and word in last
