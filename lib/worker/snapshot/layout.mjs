// Pyodide with all shared libraries at places that are the same in every start, so that addresses in
// a snapshot of its memory are right in another one. It goes by parts of Pyodide that are nobody's
// promise: where one is missing or has changed, this throws.

// Browsers have function tables of different lengths (Python's way of calling functions depends on
// what WebAssembly they know): all are brought to this one.
const TABLE = 14336;

// A module factory that loads libraries before the runtime starts.
//   factory: pyodide.asm.mjs's own
//   libraries: a promise of [[path, WebAssembly.Module], …]
//   begin(Module): called first
//   ready(Module, constructors): called when they are loaded, and awaited; their constructors want
//     Python to run, and are not called by the runtime any more
//   fail(error): something has gone wrong; what the factory promised never comes then
export function withLibraries(factory, libraries, { begin, ready, fail }) {
  const load = async (Module) => {
    Module.addRunDependency("libraries");
    try {
      const loaded = await libraries;
      begin?.(Module);
      fillTable(Module);
      expect(Module.onPostCtors.length === 0, "constructors");
      for (const [path, library] of loaded) {
        const shared = Module.newDSO(path, undefined, "loading");
        shared.global = false;
        shared.exports = Module.loadWebAssemblyModule(library, {}, path, {});
      }
      await ready?.(Module, Module.onPostCtors.splice(0));
    } catch (error) {
      return fail(error);
    }
    Module.removeRunDependency("libraries");
  };
  return (settings) => {
    settings.preRun.push(load);
    return factory(settings);
  };
}

// How far memory and table are taken: the same numbers where the libraries are at the same places.
export function placesOf(Module) {
  return [heapEndOf(Module), Module.wasmTable.length];
}

export function heapEndOf(Module) {
  return Module.HEAPU32[Module._emscripten_get_sbrk_ptr() >>> 2];
}

// Functions that have come into the table since, but those of which nothing in memory knows: Python
// asks for a library's first function by name, calls it once, and forgets it.
export function functionsSince(Module, [, start]) {
  const firsts = new Set([Module.wasmTable.get(Module.HEAP32[trampolineOf(Module)])]);
  for (const { exports } of Object.values(Module.LDSO.loadedLibsByName)) {
    for (const name of Object.keys(exports)) if (name.startsWith("PyInit_")) firsts.add(exports[name]);
  }
  const found = [];
  for (let slot = start; slot < Module.wasmTable.length; slot++) {
    const called = Module.wasmTable.get(slot);
    if (called && !firsts.has(called)) found.push(slot);
  }
  return found;
}

// The index in HEAP32 at which Python keeps its way of calling functions in this browser: a slot of
// the table, or none.
export function trampolineOf(Module) {
  const offset = Module.HEAP32[Module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2];
  return (Module.__PyRuntime + offset) >>> 2;
}

// {handle of an open library: its path}
export function handlesOf(Module) {
  const open = Object.entries(Module.LDSO.loadedLibsByHandle);
  return Object.fromEntries(open.filter(([handle]) => handle !== "0").map(([h, { name }]) => [h, name]));
}

export function setHandles(Module, handles) {
  const { loadedLibsByHandle, loadedLibsByName } = Module.LDSO;
  for (const [handle, name] of Object.entries(handles)) {
    expect(loadedLibsByName[name], name);
    loadedLibsByHandle[handle] = loadedLibsByName[name];
  }
}

export function expect(truth, what) {
  if (!truth) throw new Error(`Pyodide is not as expected: ${what}`);
}

function fillTable({ wasmTable, freeTableIndexes }) {
  const { length } = wasmTable;
  expect(length <= TABLE && freeTableIndexes.length === 0, `a table of ${length}`);
  wasmTable.grow(TABLE - length);
}
