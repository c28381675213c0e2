// Runs a Python script inside Pyodide, with numpy and matplotlib installed, in Node:
//   node precompile.mjs <folder of Pyodide and its wheels> <script> <folder for its results> <project>
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, script, out, project] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
const python = await loadPyodide();
const loaded = await python.loadPackage(["numpy", "matplotlib"], { messageCallback() {} });
if (loaded.length === 0) throw new Error("The wheels could not be loaded.");
python.FS.mkdirTree("/out");
python.mountNodeFS("/out", out);
python.FS.mkdirTree("/project");
python.mountNodeFS("/project", project);
try {
  python.runPython(await readFile(script, "utf8"), { filename: script });
} catch (error) {
  // Left to Node, the message would begin with a megabyte of Pyodide's own source.
  console.error(error.message);
  process.exit(1);
}
