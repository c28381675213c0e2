"""For developers: after adding or renaming a file of lib, bring the lists of files up to date.

Rewrites the [files] table of pyscript.toml (the worker), the "files" of the page's script in
index.html (MicroPython), and assets/catalogue.json (what the library offers, for the page to know
before the library is loaded). Needs numpy and matplotlib.
"""

import json
import re
import sys

from runtime import ROOT
from store import save
from trouble import run

WORKER_PARTS = ("visualizer", "sandbox", "lesson", "worker")
PAGE_FILES = re.compile(r'("files": )\{.*?\}', re.DOTALL)
TABLE = "[files]\n"


def up_to_date(root=ROOT):
    """{path: the text it should have} of the three files."""
    return {
        root / "pyscript.toml": worker_config(root),
        root / "index.html": page(root),
        root / "assets" / "catalogue.json": catalogue(root),
    }


def worker_config(root):
    head = (root / "pyscript.toml").read_text(encoding="utf-8").partition(TABLE)[0]
    files = (f'"{url}" = "{path}"\n' for url, path in _modules(root, WORKER_PARTS))
    return head + TABLE + "".join(files)


def page(root):
    files = dict(_modules(root, ["page"]))
    files["./assets/catalogue.json"] = "./catalogue.json"
    listed = ",\n".join(f'      "{url}": "{path}"' for url, path in files.items())
    text = (root / "index.html").read_text(encoding="utf-8")
    return PAGE_FILES.sub(lambda match: f"{match[1]}{{\n{listed}\n    }}", text)


def catalogue(root):
    sys.path.insert(0, str(root / "lib"))
    from worker.catalogue import catalogue

    return json.dumps(catalogue(), ensure_ascii=False, indent=1) + "\n"


def _modules(root, parts):
    """(address, path in the interpreter's own folder) of every module of these parts of lib."""
    lib = root / "lib"
    for part in parts:
        for path in sorted((lib / part).rglob("*.py")):
            name = path.relative_to(lib).as_posix()
            yield f"./lib/{name}", f"./{name}"


def sync():
    for path, text in up_to_date().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            save(path, [text.encode("utf-8")])
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    run(sync)
