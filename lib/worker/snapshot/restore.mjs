// Pyodide from a snapshot of its memory. What else a start needs is as ever: its files, the browser's
// side of the runtime, and the shared libraries, at the same places as when the snapshot was made.
import { put, unpack } from "../archive.mjs";
import { expect, heapEndOf, placesOf, setHandles, trampolineOf, withLibraries } from "./layout.mjs";
import { unpackPages } from "./pages.mjs";
import { forget } from "./record.mjs";

// Milliseconds after which nobody believes in it any more.
const PATIENCE = 15_000;

// What must not be the same at every visit, and what finds files that were not there before.
const WAKE = `
import importlib, random, sys
random.seed()
if "numpy.random" in sys.modules:
    sys.modules["numpy.random"].seed()
if sys.path[:2] == ["", ""]:
    del sys.path[0]
importlib.invalidate_caches()
`;

// Pyodide, or null where it cannot be had this way: the snapshot is then thrown away.
//   snapshot: see find.mjs
//   load: loadPyodide
//   options: as for a start without a snapshot
export async function restore(snapshot, load, options) {
  const instantiateStreaming = WebAssembly.instantiateStreaming;
  let fail;
  const failed = new Promise((_, reject) => (fail = reject));
  const timer = setTimeout(() => fail(new Error("It takes too long.")), PATIENCE);
  try {
    return await Promise.race([started(snapshot, load, options, fail), failed]);
  } catch (error) {
    console.info(`No start from a snapshot: ${error}`);
    // Nobody waits for it: storage that does not answer holds up no start.
    forget().catch(() => {});
    return null;
  } finally {
    clearTimeout(timer);
    Object.assign(WebAssembly, { instantiateStreaming });
  }
}

async function started(snapshot, load, options, fail) {
  const { plan } = snapshot;
  const image = await snapshot.image;
  const factory = await snapshot.factory;
  instantiateFrom(snapshot.main, fail);
  const libraries = snapshot.libraries.then((all) => all.map((one, i) => [plan.libraries[i], one]));
  // It is awaited later, and nobody else is to hear of its failure (see interpreter.mjs).
  libraries.catch(() => {});
  const begin = (Module) => expect(Module.growMemory(plan.memory), "memory that grows");
  const ready = (Module) => {
    expect(placesOf(Module).join() === plan.places.join(), "libraries at other places");
    setHandles(Module, plan.handles);
    Module.API.restoreSnapshot = () => remember(Module, new Uint8Array(image, 0, plan.pages), plan);
  };
  const python = await load({
    ...options,
    // A stand-in: restoreSnapshot knows better.
    _loadSnapshot: new Uint8Array(64),
    createPyodideModule: withLibraries(factory, libraries, { begin, ready, fail }),
    // A copy, for the image itself goes on to the page.
    fsInit: async (FS) => {
      try {
        unpack(new Uint8Array(image.slice(plan.pages)), FS);
        for (const folder of plan.folders) FS.mkdirTree(folder);
        put(plan.files, FS);
      } catch (error) {
        fail(error);
      }
    },
  });
  snapshot.done();
  const globals = python.globals.get("dict")();
  python.runPython(WAKE, { globals });
  globals.destroy();
  return python;
}

// Let Pyodide instantiate this module in place of what it fetches.
function instantiateFrom(module, fail) {
  const own = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (response, imports) => {
    WebAssembly.instantiateStreaming = own;
    try {
      (await response).body?.cancel();
      return { module: await module, instance: await WebAssembly.instantiate(await module, imports) };
    } catch (error) {
      fail(error);
      throw error;
    }
  };
}

function remember(Module, pages, { runs, memory, config }) {
  const trampoline = Module.HEAP32[trampolineOf(Module)];
  expect(Module.HEAPU8.length >= memory, "enough memory");
  unpackPages(pages, runs, Module.HEAPU8, heapEndOf(Module));
  Module.HEAP32[trampolineOf(Module)] = trampoline;
  return config;
}
