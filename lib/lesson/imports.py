"""What students' code can import besides the standard library."""

import visualizer

IMPORTS: dict[str, str] = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "plt": "import matplotlib.pyplot as plt",
    **{name: f"from visualizer import {name}" for name in visualizer.__all__},
}
"""Name → the line that imports it."""
