"""From an examination to what is to be said about it."""

from dataclasses import dataclass, field

from lesson.examination import Walk
from lesson.mistakes.recognition import recognize
from lesson.observation import why_nothing_changes
from lesson.trial import same_params
from sandbox import Fault

# Faults that do not depend on whether params holds floats or arrays.
UNCONDITIONAL = {"time", "memory", "output", "input", "exit", "recursion"}


@dataclass(frozen=True)
class Verdict:
    """key: of a sentence in lesson.sentences, or None if the fault says it all.

    values: blanks of the sentence. walk: where it shows, or None. fault: or None.
    """

    key: str | None
    values: dict = field(default_factory=dict)
    walk: Walk | None = None
    fault: Fault | None = None

    @property
    def known(self):
        """Whether this is a mistake with a name."""
        return self.key not in (None, "right", "different", "different_later")


def judge(examination):
    """The Verdict on an Examination; right only if every walk is."""
    if examination.fault:
        return Verdict(None, fault=examination.fault)
    if examination.mistake:
        return Verdict(*examination.mistake)
    walks = examination.walks
    for walk in walks:
        if walk.fault and walk.fault.kind in UNCONDITIONAL:
            return Verdict(None, walk=walk, fault=walk.fault)
    wrong = next((walk for walk in walks if not walk.right), None)
    if wrong is None:
        return Verdict("right")
    if wrong in examination.floats:
        return _wrong_with_floats(examination, wrong)
    return _wrong_elsewhere(examination, wrong)


def _wrong_with_floats(examination, wrong):
    faulty = next((walk for walk in examination.floats if walk.fault), None)
    if not faulty and all(_stands_still(walk) for walk in examination.floats):
        return Verdict(_why_still(examination, wrong), walk=wrong)
    if _right_on_arrays_only(examination):
        return Verdict("arrays_only", walk=wrong, fault=faulty and faulty.fault)
    if faulty:
        return Verdict(None, walk=faulty, fault=faulty.fault)
    if examination.alone(wrong.trial).right:
        return Verdict("state_shared_runs", walk=wrong)
    suspect = recognize(examination.exercise, examination.floats)
    if suspect:
        return Verdict(suspect.mistake, suspect.values, wrong)
    if _right_on_one_field_only(examination.floats):
        return Verdict("field_fixed", walk=wrong)
    step = wrong.difference
    return Verdict("different" if step == 1 else "different_later", {"step": step}, wrong)


def _wrong_elsewhere(examination, wrong):
    mistakes = (
        (examination.arrays, "floats_only"),
        (examination.network, "names_fixed"),
        (examination.defaults, "defaults_changed"),
        (examination.company, "state_shared_runs"),
    )
    mistake = next(mistake for walk, mistake in mistakes if walk is wrong)
    return Verdict(mistake, walk=wrong, fault=wrong.fault)


def _stands_still(walk):
    return all(same_params(params, walk.trace[0]) for params in walk.trace)


def _why_still(examination, walk):
    """Which mistake it is that nothing moves."""

    def make():
        return examination.student_class(**walk.trial.hyperparameters)

    why = examination.guard.call(why_nothing_changes, make, walk.trial).value or "nothing_changes"
    # An array in a variable can be changed in place, and params with it; a float cannot.
    return "arrays_only" if why == "local_only" and _right_on_arrays_only(examination) else why


def _right_on_arrays_only(examination):
    arrays_right = examination.arrays.right and examination.network.right
    return arrays_right and not any(walk.right for walk in examination.floats)


def _right_on_one_field_only(walks):
    right = {id(walk.trial.field) for walk in walks if walk.right}
    wrong = {id(walk.trial.field) for walk in walks if not walk.right}
    return len(right) == 1 and right.isdisjoint(wrong)
