// Stands in for pyodide.mjs where tools/build.py has made byte code of the standard library and of
// the wheels (tools/precompile.py): nothing to compile, and two archives in place of twelve wheels.
// The first has what the first figure needs, the rest comes when it is called for. On later visits a
// snapshot of Python's memory takes the place of its start (snapshot/). The committed page does not
// use this file.
import { loadPyodide as load, version } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";
import { inflated, unpack, unzipped } from "./archive.mjs";

export { version };

const address = (name) => new URL(`../../runtime/precompiled/${name}`, import.meta.url).href;
const stdLibURL = address("python_stdlib.zip");
// Storage that does not answer within this time, in milliseconds, holds up nobody.
const PATIENCE = 3000;
const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
const found = Promise.race([lookForSnapshot().catch(() => null), late]);
// On its way while a snapshot is looked for, which makes it needless.
const needless = new AbortController();
let first = fetch(address("first.tar.gz"), { signal: needless.signal });
first.catch(() => {});

// The packages asked for are in the archives, or in the snapshot.
export async function loadPyodide({ packages, ...options }) {
  const snapshot = await found;
  if (snapshot) needless.abort();
  const restored = await snapshot?.restore(load, { ...options, stdLibURL });
  if (snapshot && !restored) first = fetch(address("first.tar.gz"));
  const python = restored ?? (await start(options));
  // PyScript unpacks the project's files; Python itself would take a tenth of a second for that.
  python.unpackArchive = async (data, format, { extractDir }) =>
    unpack(await inflated(new Blob([data]).stream()), python.FS, extractDir);
  // For lib/worker/rest.py. Nobody may import between the two: the standard library is another file.
  globalThis.fetchRest = async () => {
    prepareForLater(python, restored && snapshot).catch(() => {});
    unpack(await unzipped(fetch(address("rest.tar.gz"))), python.FS);
    python.runPython("import importlib; importlib.invalidate_caches()");
  };
  return python;
}

// A first visit does not wait for what it has no use for. All parts are asked for at once: a distant
// server would be asked for one after another.
async function lookForSnapshot() {
  const databases = await indexedDB.databases?.();
  if (databases?.every(({ name }) => !name?.startsWith("snapshot "))) return null;
  const names = ["find", "restore", "checksum", "key", "layout", "pages", "record"];
  const modules = names.map((name) => import(`./snapshot/${name}.mjs`));
  for (const module of modules) module.catch(() => {});
  const [{ find }, { restore }] = await Promise.all(modules);
  const snapshot = await find();
  return snapshot && { ...snapshot, restore: (...how) => restore(snapshot, ...how) };
}

async function start(options) {
  const fsInit = async (FS) => unpack(await tar, FS);
  const loading = load({ ...options, fsInit, stdLibURL });
  // Only now, so that it fills the time in which the browser compiles Pyodide.
  const tar = unzipped(first);
  return loading;
}

// The page hears what the next worker can take over, and where it finds what makes a snapshot for the
// next visit; it hears it now, for the first figure is seen, and Python at rest.
async function prepareForLater(python, snapshot) {
  const { sourcesIn } = await import("./snapshot/pyscript.mjs");
  const occasion = new URL("snapshot/occasion.mjs", import.meta.url).href;
  postMessage({ occasion, restored: Boolean(snapshot), sources: sourcesIn(python.FS) });
  await snapshot?.leave();
}
