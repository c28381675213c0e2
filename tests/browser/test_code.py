"""The code tab: any program runs, and whatever it does, another one can be run afterwards."""

import pytest

from pages import kept_open


@pytest.fixture(scope="module")
def code_tab(chromium, site_url):
    with kept_open(chromium, site_url) as page:
        page.open_tab("code")
        page.editor.wait_for()
        yield page
        page.check()


def test_it_prints_and_draws(code_tab):
    panel = code_tab.tab.locator("#code")
    code_tab.reset_code()
    code_tab.run_button.click()
    panel.locator(".figures canvas").wait_for(timeout=20_000)
    assert panel.locator(".output").inner_text().startswith("0.5 -1.5024713476")
    code_tab.wait_run_ends()
    code_tab.run("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(1 / 0)")
    panel.locator(".problem").wait_for(timeout=20_000)
    assert panel.locator(".problem").inner_text().startswith("3 行目：")
    assert panel.locator(".figures canvas").count() == 1


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("x = 1\nraise ValueError('no')", 2),
        ("raise SystemExit", 1),
        ("import sys\nsys.exit(3)", 2),
        ("raise KeyboardInterrupt", 1),
        ("raise BaseException('all')", 1),
        ("class E(Exception):\n    def __str__(self):\n        raise self\nraise E()", 4),
        ("def f(:\n    pass", 1),
        ("print('a')\n\tprint('b')", 2),
        ("f = lambda: f()\nf()", 1),
        ("while True: pass", 1),
        ("x = 'a' * 10**12", 1),
    ],
)
def test_a_program_that_fails_is_explained_and_another_one_runs(code_tab, program, line):
    panel = code_tab.tab.locator("#code")
    code_tab.reset_code()
    code_tab.run(program)
    panel.locator(".problem").wait_for(timeout=20_000)
    assert panel.locator(".problem").inner_text().startswith(f"{line} 行目：")
    marked = panel.locator(".faulty .cm-activeLine").inner_text()
    assert marked.strip() == program.split("\n")[line - 1].strip()
    code_tab.wait_run_ends()
    code_tab.run("print('and on')")
    code_tab.wait_until("() => document.querySelector('#code .output').innerText === 'and on\\n'")
    assert panel.locator(".problem").is_hidden()
    code_tab.wait_run_ends()
