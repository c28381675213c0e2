"""Names that both sides use."""

DRAW, JUDGE, RUN, END, COMPLETE = "draw", "judge", "run", "end", "complete"
SERVICES = (DRAW, JUDGE, RUN, END, COMPLETE)

# Phases of the worker's start, in order; "failed" can come after any of them.
PHASES = ("page", "interpreter", "files", "numpy", "matplotlib", "figure")
FAILED = "failed"

# The name of the route that a student's own method has walked.
STUDENT = "You"

CONTOUR, ARROWS, SURFACE = VIEWS = ("contour", "arrows", "surface")
