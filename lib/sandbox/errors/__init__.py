"""Errors of students' code in plain words: what kind, which line, what to do."""

from sandbox.errors.explain import explain, unexplained
from sandbox.errors.fault import Fault

__all__ = ["Fault", "explain", "unexplained"]
