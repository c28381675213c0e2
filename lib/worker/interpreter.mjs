// The interpreter module that PyScript loads in the worker: Pyodide itself, plus one message to the
// page for each phase of loading, so that the page's progress bar can tell the truth.
import { loadPyodide as load, version } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";

export { version };

// Where its files cannot be fetched, Pyodide may fail aside from the promise that it has given.
// It is said again and again, since the page may not be listening yet.
const fail = ({ reason, message }) => {
  const failure = { phase: "failed", detail: String(reason ?? message) };
  postMessage(failure);
  setInterval(() => postMessage(failure), 500);
};
addEventListener("unhandledrejection", fail);
addEventListener("error", fail);

export async function loadPyodide({ indexURL, ...options }) {
  // PyScript's indexURL is this module's folder; Pyodide knows by itself where its files are.
  const python = await load(options);
  removeEventListener("unhandledrejection", fail);
  removeEventListener("error", fail);
  postMessage({ phase: "files" });
  return python;
}
