"""axe-core, which looks for what keeps people from using a page."""

import importlib.util
from pathlib import Path

AXE = Path(importlib.util.find_spec("axe_core_python").origin).with_name("axe.min.js")
# Run where AXE has been added: what it finds, a line for each kind of violation.
RUN = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(
    found => found.id + ": " + found.nodes.map(node => node.target.flat().join(" ")).join(" | "))
"""
