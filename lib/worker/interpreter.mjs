// The interpreter module that PyScript loads in the worker: Pyodide itself, plus one message to the
// page for each stage of loading, so that the page's progress bar can tell the truth.
import { loadPyodide as load, version } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";

export { version };

export async function loadPyodide({ indexURL, ...options }) {
  // PyScript's indexURL is this module's folder; Pyodide knows by itself where its files are.
  const python = await load(options);
  postMessage({ boot: "files" });
  return python;
}
