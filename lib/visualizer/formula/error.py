"""What is raised where a formula is none."""

from visualizer.messages import VisualizerError


class FormulaError(VisualizerError):
    """A text that is no formula, explained in one sentence that says what to do."""
