"""Every kind of error of a student gets its sentence, with the line where it happened."""

from string import Formatter

import pytest

from bilingual import Sentences
from sandbox import explain, run
from sandbox.errors.sentences import SENTENCES
from visualizer import VisualizerError

IMPORTS = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "Field": "from visualizer import Field",
    "SGD": "from visualizer import SGD",
}

# kind, line, column, program; the column is left out where Python versions disagree
PROGRAMS = [
    ("syntax.fullwidth", 2, 15, "class A:\n  def __init__（self): pass"),
    ("syntax.fullwidth", 1, 3, "x ＝ 1"),
    ("syntax.fullwidth", 1, 5, "x = １"),
    ("syntax.fullwidth", 1, 10, "if x == 1："),
    ("syntax.fullwidth", 1, 5, "x = “a”"),
    ("syntax.fullwidth", 1, 7, "x = 3 − 1"),
    ("syntax.fullwidth", 1, 7, "x = 3 × 2"),
    ("syntax.fullwidth", 1, 4, "f(1、 2)"),
    ("syntax.fullwidth_space", 2, 1, "if True:\n　　x = 1"),
    ("syntax.character", 1, 6, "x = 5€"),
    ("syntax.colon", 1, None, "for i in range(3)\n  pass"),
    ("syntax.colon", 2, None, "class A:\n  def f(self)\n    pass"),
    ("syntax.unclosed", 1, 5, "x = (1,\ny = 2"),
    ("syntax.unclosed", 1, 6, "print(1"),
    ("syntax.unmatched", 1, 9, "print(1))"),
    ("syntax.unmatched", 1, 11, "x = [(1, 2]"),
    ("syntax.string", 1, 5, "x = 'abc"),
    ("syntax.block", 2, None, "def f():\npass"),
    ("syntax.block", 2, None, "for i in [1]:\n# only a comment"),
    ("syntax.indent", 3, None, "def f():\n  a = 1\n    b = 2"),
    ("syntax.indent", 3, None, "if True:\n    a = 1\n  b = 2"),
    ("syntax.tab", 3, None, "if True:\n        a = 1\n\tb = 2"),
    ("syntax.increment", 2, None, "i = 0\ni++"),
    ("syntax.increment", 2, None, "i = 0\ni--  # one less"),
    ("syntax.elif", 3, None, "if 0:\n  pass\nelse if 1:\n  pass"),
    ("syntax.equals", 2, None, "x = 1\nif x = 1:\n  pass"),
    ("syntax.equals", 2, None, "x = {}\nif x['a'] = 1:\n  pass"),
    ("syntax.assign", 1, None, "f(x) = 1"),
    ("syntax.assign", 1, None, "3 += 1"),
    ("syntax.number", 2, None, "x = 1\ny = 2x"),
    ("syntax.comma", 1, None, "x = [1 2]"),
    ("syntax.print", 1, None, "print 'a'"),
    ("syntax.return", 1, None, "return 3"),
    ("syntax.try", 3, None, "try:\n  pass\nx = 1"),
    ("syntax.other", 1, None, "x = = 1"),
    ("name.self", 5, 12, "class A:\n  lr = 1\n  def f(self):\n    # lr\n    return lr\nA().f()"),
    ("name.import", 1, 1, "np.zeros(3)"),
    ("name.import", 1, 1, "math.sin(1)"),
    ("name.import", 1, 1, "Field(None, 1, 2)"),
    ("name.similar", 3, 5, "def f(params):\n  for k in [1]:\n    parms\nf(1)"),
    ("name.similar", 1, 1, "prnt(1)"),
    ("name.unknown", 1, 14, "日本 = 1; 日本 + 山"),
    ("name.unbound", 2, 3, "def f():\n  a += 1\na = 0\nf()"),
    ("attribute.none", 2, None, "v = None\nv.items()"),
    ("attribute.key", 2, None, "d = {'x': 1}\nd.x"),
    ("attribute.similar", 1, None, "[].apend(1)"),
    ("attribute.similar", 2, None, "import numpy as np\nnp.zeroes(3)"),
    ("attribute.self", 3, None, "class A:\n  def f(self):\n    self.speed\nA().f()"),
    ("attribute.unknown", 1, None, "(1).colour"),
    ("type.caret", 2, None, "def f(x):\n  return x^2\nf(1.0)"),
    ("type.caret", 2, None, "import numpy as np\nnp.ones(3)^2"),
    ("type.caret", 2, None, "x = 1.5\nx ^= 2"),
    ("type.none", 2, None, "v = None\nv['x']"),
    ("type.none", 2, None, "v = None\n0.9 * v"),
    ("type.dict", 2, None, "d = {'x': 1.0}\nd - 0.1 * d"),
    ("type.text", 2, None, "for key in {'x': 1}:\n  key - 1.0"),
    ("type.text", 1, None, "'a' * 0.5"),
    ("type.text", 1, None, "'x = ' + 3"),
    ("type.arguments", 3, None, "def f(a): pass\n\nf()"),
    ("type.arguments", 2, None, "class A: pass\nA(lr=3)"),
    ("type.call", 2, None, "lr = 0.1\nlr(3)"),
    ("type.subscript", 2, None, "x = 1.0\nx['a']"),
    ("type.subscript", 2, None, "x = 1.0\nx[:] = 3"),
    ("type.iterate", 1, None, "for i in 3: pass"),
    ("type.array", 2, None, "import numpy as np\nfloat(np.zeros(3))"),
    ("type.array", 2, None, "import math, numpy as np\nmath.sin(np.zeros(3))"),
    ("type.other", 1, None, "{} < {}"),
    ("value.truth", 2, None, "import numpy as np\nif np.zeros(3) > 0: pass"),
    ("value.shapes", 2, None, "import numpy as np\nnp.zeros(3) + np.zeros(2)"),
    ("value.shapes", 2, None, "import numpy as np\nnp.ones((2, 3)) @ np.ones(2)"),
    ("value.unpack", 1, None, "for key, value in {'x': 1}: pass"),
    ("value.other", 1, None, "int('three')"),
    ("zero", 2, None, "x = 0\n1 / x"),
    ("overflow", 1, None, "10.0 ** 1000"),
    ("key", 2, None, "d = {}\nd['z']"),
    ("index", 1, None, "[1][4]"),
    ("import", 1, None, "import torch"),
    ("import", 1, None, "from numpy import zeroes"),
    ("changed_while_looping", 2, None, "d = {1: 2}\nfor k in d: d[k + 1] = 2"),
    ("recursion", None, None, "def f(): return f()\nf()"),
    ("assertion", 1, None, "assert 1 == 2"),
    ("memory", 1, None, "[0] * 10**13"),
    ("memory", 2, None, "import numpy as np\nnp.zeros((10**9, 10**9))"),
    ("other", 1, None, "raise LookupError('nothing')"),
    ("other", 3, None, "class E(Exception):\n  def __str__(self): 1 / 0\nraise E"),
    ("f.callable", 2, None, "from visualizer import Field\nField(3, (0, 1), (0, 1))"),
    ("exit", 1, None, "exit()"),
    ("exit", 1, None, "quit(3)"),
    ("exit", 2, None, "import sys\nsys.exit('bye')"),
    ("exit", 2, None, "import os\nos._exit(1)"),
    ("exit", 1, None, "raise SystemExit"),
    ("input", 1, None, "x = input('x? ')"),
    ("input", 2, None, "import sys\nsys.stdin.readline()"),
    ("input", 2, None, "import sys\nfor line in sys.stdin: pass"),
    ("input", 1, None, "breakpoint()"),
    ("output", 1, None, "while True: print('again')"),
    ("output", 1, None, "print('x' * 10**6)"),
    ("output", 3, None, "import sys\nwhile True:\n  sys.stderr.write('again')"),
]


@pytest.mark.parametrize(("kind", "line", "column", "program"), PROGRAMS)
def test_errors(kind, line, column, program):
    fault = run(program, seconds=1, imports=IMPORTS).fault
    assert fault and fault.kind == kind, fault
    if line:
        assert fault.line == line
    if column:
        assert fault.column == column
    assert fault.detail
    assert all(fault.sentence[language].strip() for language in ("ja", "en"))


def test_every_sentence_is_needed():
    assert set(SENTENCES.table) <= {kind for kind, *_ in PROGRAMS} | {"time", "import.standard"}


@pytest.mark.parametrize("kind", SENTENCES.table)
def test_sentences_say_the_same_in_both_languages(kind):
    ja, en = SENTENCES.table[kind]
    blanks = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (ja, en)]
    assert blanks[0] == blanks[1]
    assert not ja.isascii() and ja[-1] in "。？"
    assert en[-1] in ".?"


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("x ＝ 1", ["＝", "="]),
        ("（", ["（", "("]),
        ("x = 2 × 3", ["×", "*"]),
        ("prnt(1)", ["prnt", "print"]),
        ("(1", ["("]),
        ("np.zeros(3)", ["import numpy as np"]),
        ("SGD(lr=1)", ["from visualizer import SGD"]),
        ("{}['z']", ["'z'"]),
        ("import torch", ["torch", "numpy, matplotlib, visualizer"]),
        ("[].apend", ["apend", "append", "list"]),
        ("class A:\n  def __init__(self): self.rate\nA()", ["self.rate"]),
    ],
)
def test_sentences_name_what_they_are_about(program, words):
    sentence = run(program, imports=IMPORTS).fault.sentence
    assert all(word in sentence[language] for word in words for language in sentence)


def test_what_can_be_imported_is_said_by_the_caller():
    assert run("SGD(lr=1)").fault.kind == "name.unknown"
    fault = run("SGD(lr=1)", imports={"SGD": "from elsewhere import SGD"}).fault
    assert "from elsewhere import SGD" in fault.sentence["en"]
    alone = run("import torch").fault
    assert alone.kind == "import.standard" and "torch" in alone.sentence["ja"]


def test_an_exception_that_explains_itself_is_told_in_its_own_words():
    class Explained(ValueError):
        key = "steep"
        explanation = {"ja": "急すぎます。", "en": "Too steep."}

    fault = explain(Explained("detail"))
    assert (fault.kind, fault.sentence) == ("steep", Explained.explanation)
    assert fault.detail == "Explained: detail"


def test_the_library_explains_itself():
    error = VisualizerError("limits", name="xlim", given="(1, 0)")
    fault = explain(error)
    assert fault.kind == "limits"
    assert fault.sentence == {"ja": error.message("ja"), "en": error.message("en")}


@pytest.mark.parametrize(
    "attributes",
    [
        "key = explanation = 3",
        "key = 'key'; explanation = 'too steep'",
        "key = 'key'; explanation = {'ja': '急', 'en': ''}",
        "key = 'key'; explanation = {'ja': '急'}",
        "key = 3; explanation = {'ja': '急', 'en': 'steep'}",
        "key = 'key'; explanation = {'ja': ['急'], 'en': {'a': 1}}",
        "key = 'key'\n  @property\n  def explanation(self): return 1 / 0",
        "key = 'key'\n  @property\n  def explanation(self): return self.explanation",
        "key = 'key'\n  def explanation(self): return {'ja': '急', 'en': 'steep'}",
        "def __getattr__(self, name): return self",
        "def __getattribute__(self, name): raise ValueError",
    ],
)
def test_classes_that_only_seem_to_explain_themselves_do_not(attributes):
    fault = run(f"class E(Exception):\n  {attributes}\nraise E").fault
    assert fault.kind == "other"
    assert set(fault.sentence) == {"ja", "en"} and all(fault.sentence.values())


@pytest.mark.parametrize(
    "attribute",
    [
        "def explanation(self):\n    while True: pass",
        "def explanation(self): raise SystemExit",
        "def __str__(self):\n    while True: pass",
        "def __str__(self): raise SystemExit",
        "def __str__(self): raise KeyboardInterrupt",
        "def __str__(self): return input()",
        "def __str__(self):\n    while True: print('again')",
    ],
)
def test_exceptions_that_cannot_be_asked_are_faults_all_the_same(attribute):
    decorator = "" if "__str__" in attribute else "@property\n  "
    program = f"class E(Exception):\n  key = 'key'\n  {decorator}{attribute}\nraise E"
    fault = run(program, seconds=0.2).fault
    assert fault and fault.kind == "other" and all(fault.sentence.values())


def test_sentences_are_looked_up_in_one_way():
    assert isinstance(SENTENCES, Sentences)


def test_line_is_the_students_even_if_the_error_comes_from_deeper():
    program = """
import numpy as np
from visualizer import Adventurer
from visualizer.landscapes import LANDSCAPES

class Inverse:
    def update(self, params, grads):
        params["x"] = np.linalg.inv(np.zeros((2, 3)))

Adventurer(-0.5, 0.2).optimize(LANDSCAPES["bowl"], Inverse())
"""
    fault = run(program).fault
    assert fault.line == 8 and "LinAlgError" in fault.detail


def test_plain_data():
    fault = run("1 / 0").fault
    assert fault.to_dict() == {
        "kind": "zero",
        "line": 1,
        "column": 1,
        "sentence": fault.sentence,
        "detail": "ZeroDivisionError: division by zero",
    }
