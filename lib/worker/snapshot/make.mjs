// A worker of its own that starts Python as the page's worker does, draws what a visitor may see
// first, and keeps a snapshot of its memory. It is ended afterwards.
import { loadPyodide } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";
import factory from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.asm.mjs";
import { files, unpack, unzipped } from "../archive.mjs";
import { checksum } from "./checksum.mjs";
import { expect, functionsSince, handlesOf, placesOf, withLibraries } from "./layout.mjs";
import { packed, runsIn } from "./pages.mjs";
import { compiled } from "./pyscript.mjs";
import { keep } from "./record.mjs";

const address = (name) => new URL(`../../../runtime/precompiled/${name}`, import.meta.url).href;
const beside = (name) => new URL(name, import.meta.url).href;
const HOME = "/home/pyodide";
// Files that are open have no meaning after a restore, and what was drawn is not needed any more.
const SETTLE = `
import gc
from matplotlib import font_manager
from worker.scene import scene_of
font_manager._get_font.cache_clear()
scene_of.cache_clear()
gc.collect()
`;

// The page says what is to be in it besides (see pyscript.mjs).
onmessage = ({ data }) =>
  make(data).then(
    () => postMessage({ made: true }),
    (error) => postMessage({ made: false, reason: String(error) }),
  );

async function make({ sources }) {
  const tar = await unzipped(fetch(address("first.tar.gz")));
  const all = [...files(tar)].filter(([path]) => path.endsWith(".so"));
  const libraries = Promise.all(all.map(async ([path, data]) => [path, await WebAssembly.compile(data)]));
  const { python, places, constructors } = await started(tar, libraries);
  for (const construct of constructors) construct();
  await rehearse(python);
  const byteCode = compiled(python, sources);
  settle(python);
  const { plan, pages } = snapshotOf(python, places);
  const { folders, files: written } = leftIn(python.FS);
  const bytes = new Uint8Array(pages.length + tar.length);
  bytes.set(pages);
  bytes.set(tar, pages.length);
  Object.assign(plan, { pages: pages.length, size: bytes.length, sum: checksum(bytes) });
  Object.assign(plan, { libraries: all.map(([path]) => path), places });
  Object.assign(plan, { folders, files: [...byteCode, ...written] });
  await keep({ plan, bytes: new Blob([bytes]) });
}

function started(tar, libraries) {
  return new Promise((resolve, reject) => {
    const found = {};
    const ready = (Module, constructors) =>
      Object.assign(found, { constructors, places: placesOf(Module) });
    loadPyodide({
      stdLibURL: address("python_stdlib.zip"),
      _makeSnapshot: true,
      createPyodideModule: withLibraries(factory, libraries, { ready, fail: reject }),
      fsInit: async (FS) => unpack(tar, FS),
    }).then((python) => resolve({ python, ...found }), reject);
  });
}

// All in a namespace of its own: __main__ is the next worker's.
async function rehearse(python) {
  unpack(await unzipped(fetch(beside("../files.tar.gz"))), python.FS, `${HOME}/`);
  const globals = python.globals.get("dict")();
  python.runPython(await (await fetch(beside("rehearsal.py"))).text(), { globals });
  python.runPython("rehearse()", { globals });
  globals.destroy();
}

function settle(python) {
  const globals = python.globals.get("dict")();
  python.runPython(SETTLE, { globals });
  globals.destroy();
}

// Folders, and [path, bytes] of files, that a library has made for itself at home.
function leftIn(FS) {
  const found = { folders: [], files: [] };
  const look = (folder, isOurs) => {
    for (const name of FS.readdir(folder)) {
      const path = `${folder}/${name}`;
      if (name === "." || name === ".." || !isOurs(name)) continue;
      if (!FS.isDir(FS.stat(path).mode)) {
        found.files.push([path, FS.readFile(path)]);
        continue;
      }
      found.folders.push(path);
      look(path, () => true);
    }
  };
  look(HOME, (name) => name.startsWith("."));
  return found;
}

function snapshotOf(python, places) {
  const Module = python._module;
  const functions = functionsSince(Module, places);
  expect(functions.length === 0, `functions at ${functions}, the table begins at ${places[1]}`);
  const open = Module.FS.streams.filter((stream) => stream && stream.fd > 2);
  expect(open.length === 0, `open files: ${open.map(({ path }) => path)}`);
  // Pyodide expects to find none when it starts again, and lists them anew.
  for (const name of Object.keys(python.loadedPackages)) delete python.loadedPackages[name];
  // As makeMemorySnapshot, without its copy of the whole memory.
  const config = python._api.serializeHiwireState();
  const memory = Module.HEAPU8;
  const runs = runsIn(memory);
  const plan = { config, runs, memory: memory.length, handles: handlesOf(Module) };
  return { plan, pages: packed(memory, runs) };
}
