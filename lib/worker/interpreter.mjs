// The interpreter module that PyScript loads in the worker: Pyodide itself, plus one message to the
// page for each stage of loading, so that the page's progress bar can tell the truth.
import { loadPyodide as load, version } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";

const indexURL = new URL(".", "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs").href;
const report = (stage) => postMessage({ boot: stage });

export { version };

export async function loadPyodide(options) {
  report("interpreter");
  const python = await load({ ...options, indexURL });
  report("files");
  return python;
}
