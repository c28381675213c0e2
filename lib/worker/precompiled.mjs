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
// Apart from this module, for a first visit not to wait for what it has no use for; and all at once,
// for a distant server would be asked one after another.
const PARTS = ["find", "restore", "checksum", "key", "layout", "pages", "record"];
const [finding, restoring] = PARTS.map((name) => import(`./snapshot/${name}.mjs`));
restoring.catch(() => {});
const found = finding.then(({ find }) => find()).catch(() => null);
// On its way while a snapshot is looked for, which makes it needless.
const needless = new AbortController();
let first = fetch(address("first.tar.gz"), { signal: needless.signal });
first.catch(() => {});

// The packages asked for are in the archives, or in the snapshot.
export async function loadPyodide({ packages, ...options }) {
  const snapshot = await found;
  if (snapshot) needless.abort();
  const { restore } = snapshot ? await restoring : {};
  const restored = await restore?.(load, snapshot, { ...options, stdLibURL });
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
