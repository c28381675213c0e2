"""What the benchmarks share: a browser and a table."""

import contextlib

from playwright.sync_api import sync_playwright

from chromium import launch


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


def table(rows, columns, middle):
    """Lines of text: for each row's measurements the middle of every column, with its range."""
    lines = [f"{'':12}" + "".join(f"{column:>34}" for column in columns)]
    for name, measurements in rows.items():
        cells = []
        for column in columns:
            values = [measurement[column] for measurement in measurements]
            low, mid, high = (_short(v) for v in (min(values), middle(values), max(values)))
            cells.append(f"{f'{mid}  ({low} … {high})':>34}")
        lines.append(f"{name:12}" + "".join(cells))
    return "\n".join(lines)


def _short(value):
    return f"{value:.3f}" if value < 10 else f"{value:,.0f}"
