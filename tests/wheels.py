"""Small wheels for the tests of the tools."""

import zipfile

MIT = "License-Expression: MIT\n"


def make_wheel(folder, name="small", version="1.0", metadata=MIT, files=None):
    """Write a wheel; files: {path in it: text} in place of a licence. Returns its path."""
    about = f"{name}-{version}.dist-info"
    files = {f"{about}/LICENSE": f"Copyright (c) 2001 {name}"} if files is None else files
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{about}/METADATA", f"Name: {name}\nVersion: {version}\n{metadata}")
        for inside, text in files.items():
            wheel.writestr(inside, text)
    return path
