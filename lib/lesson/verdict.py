"""From an examination to what is to be said about it."""

from dataclasses import dataclass, field

from lesson.examination import Examination, Walk
from lesson.mistakes.recognition import recognize
from lesson.observation import why_nothing_changes
from lesson.trial import same_params
from sandbox import Fault

# Faults that do not depend on whether params holds floats or arrays.
UNCONDITIONAL = {"time", "memory", "output", "input", "exit", "recursion"}


@dataclass(frozen=True)
class Verdict:
    """What is to be said.

    key: of a sentence in lesson.sentences, or None if the fault says it all
    values: what fills the blanks of the sentence
    walk: where it shows, or None
    fault: or None
    remark: key of a sentence to say beside "right", or None
    """

    key: str | None
    values: dict[str, object] = field(default_factory=dict)
    walk: Walk | None = None
    fault: Fault | None = None
    remark: str | None = None

    @property
    def known(self) -> bool:
        """Whether this is a mistake with a name."""
        return self.key not in (None, "right", "different", "different_later")


def judge(examination: Examination) -> Verdict:
    """The Verdict on an Examination.

    Right is what does right by all that the exercise shows: x and y, floats. What it cannot do
    beyond that is remarked.
    """
    if examination.fault:
        return Verdict(None, fault=examination.fault)
    if examination.mistake:
        key, values = examination.mistake
        return Verdict(key, dict(values))
    for walk in examination.walks:
        if walk.fault and walk.fault.kind in UNCONDITIONAL:
            return Verdict(None, walk=walk, fault=walk.fault)
    wrong = next((walk for walk in examination.floats if not walk.right), None)
    if wrong:
        return _wrong(examination, wrong)
    if not examination.company.right:
        company = examination.company
        return Verdict("state_shared_runs", walk=company, fault=company.fault)
    return Verdict("right", remark=_remark(examination))


def _remark(examination: Examination) -> str | None:
    if not examination.arrays.right:
        return "remark.floats"
    return None if examination.network.right else "remark.names"


def _wrong(examination: Examination, wrong: Walk) -> Verdict:
    """wrong: the first of the walks with floats that is not right."""
    faulty = next((walk for walk in examination.floats if walk.fault), None)
    if _returns(faulty) or all(_stands_still(walk) for walk in examination.floats):
        return Verdict(_why_still(examination, wrong), walk=wrong)
    if _right_on_arrays_only(examination):
        return Verdict("arrays_only", walk=wrong, fault=faulty.fault if faulty else None)
    if faulty:
        return Verdict(None, walk=faulty, fault=faulty.fault)
    if examination.alone(wrong.trial).right:
        return Verdict("state_shared_runs", walk=wrong)
    suspect = recognize(examination.exercise, examination.floats, examination.code)
    if suspect:
        return Verdict(suspect.mistake, dict(suspect.values), wrong)
    if _right_on_one_field_only(examination.floats):
        return Verdict("field_fixed", walk=wrong)
    step = wrong.difference
    return Verdict("different" if step == 1 else "different_later", {"step": step}, wrong)


def _returns(walk: Walk | None) -> bool:
    """Whether a walk was ended because update returns what it should put into params."""
    return bool(walk and walk.fault and walk.fault.kind == "update.returned")


def _stands_still(walk: Walk) -> bool:
    return not walk.fault and all(same_params(params, walk.trace[0]) for params in walk.trace)


def _why_still(examination: Examination, walk: Walk) -> str:
    """Which mistake it is that nothing moves."""

    def make() -> object:
        return examination.student_class(**walk.trial.hyperparameters)

    why = examination.guard.call(why_nothing_changes, make, walk.trial).value or "nothing_changes"
    # An array in a variable can be changed in place, and params with it; a float cannot.
    return "arrays_only" if why == "local_only" and _right_on_arrays_only(examination) else str(why)


def _right_on_arrays_only(examination: Examination) -> bool:
    arrays_right = examination.arrays.right and examination.network.right
    return arrays_right and not any(walk.right for walk in examination.floats)


def _right_on_one_field_only(walks: list[Walk]) -> bool:
    right = {id(walk.trial.field) for walk in walks if walk.right}
    wrong = {id(walk.trial.field) for walk in walks if not walk.right}
    return len(right) == 1 and right.isdisjoint(wrong)
