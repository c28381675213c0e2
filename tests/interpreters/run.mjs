// Runs a Python program in MicroPython or in Pyodide, with the library's files and bilingual.py in
// its file system:
//   node run.mjs <micropython | pyodide> <folder of the interpreter> <library> <program> <reference>
// and prints what its answer(reference) gives. The library's own __init__.py stays out of
// MicroPython, as it does on the page.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [kind, ...given] = process.argv.slice(2);
const [runtime, library, program, reference] = given.map((path) => resolve(path));

function put(FS, from, to, unwanted) {
  FS.mkdir(to);
  for (const name of readdirSync(from)) {
    const [source, target] = [`${from}/${name}`, `${to}/${name}`];
    if (statSync(source).isDirectory()) {
      if (name !== "__pycache__") put(FS, source, target, unwanted);
    } else if (name.endsWith(".py") && !unwanted.includes(target)) {
      FS.writeFile(target, readFileSync(source));
    }
  }
}

async function micropython() {
  const { loadMicroPython } = await import(pathToFileURL(`${runtime}/micropython.mjs`));
  const python = await loadMicroPython({ heapsize: 32 * 1024 * 1024, stdout: console.log, linebuffer: true });
  return [python, python._module.FS, ["/lib/visualizer/__init__.py"]];
}

async function pyodide() {
  const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
  const python = await loadPyodide({ stdout: console.log });
  await python.loadPackage(["numpy"], { messageCallback() {} });
  return [python, python.FS, []];
}

try {
  const [python, FS, unwanted] = await (kind === "pyodide" ? pyodide() : micropython());
  if (!FS.analyzePath("/lib").exists) FS.mkdir("/lib");
  put(FS, library, "/lib/visualizer", unwanted);
  FS.writeFile("/lib/bilingual.py", readFileSync(`${library}/../bilingual.py`));
  FS.writeFile("/lib/walks.py", readFileSync(program));
  FS.writeFile("/lib/reference.json", readFileSync(reference));
  python.runPython(`
import json, sys
sys.path.insert(0, "/lib")
import walks
with open("/lib/reference.json") as file:
    print(walks.answer(json.load(file)))
`);
} catch (error) {
  // Left to Node, the message would begin with the interpreter's own source.
  console.error(error.message);
  process.exit(1);
}
