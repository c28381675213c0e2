// Stands in for pyodide.mjs where tools/build.py has made byte code of the standard library and of
// the wheels (tools/precompile.py): nothing to compile, and two archives in place of twelve wheels.
// The first has what the first figure needs, the rest comes when it is called for. The committed page
// does not use this file.
import { loadPyodide as load, version } from "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.mjs";

export { version };

const address = (name) => new URL(`../../runtime/precompiled/${name}`, import.meta.url).href;
const first = fetch(address("first.tar.gz"));

// The packages asked for are in the archives.
export async function loadPyodide({ packages, ...options }) {
  const fsInit = async (FS) => unpack(await tar, FS);
  const loading = load({ ...options, fsInit, stdLibURL: address("python_stdlib.zip") });
  // Only now, so that it fills the time in which the browser compiles Pyodide.
  const tar = unzipped(first);
  const python = await loading;
  // For lib/worker/rest.py. Nobody may import between the two: the standard library is another file.
  globalThis.fetchRest = async () => {
    unpack(await unzipped(fetch(address("rest.tar.gz"))), python.FS);
    python.runPython("import importlib; importlib.invalidate_caches()");
  };
  return python;
}

async function unzipped(response) {
  const { body } = await response;
  const plain = new Response(body.pipeThrough(new DecompressionStream("gzip")));
  return new Uint8Array(await plain.arrayBuffer());
}

function unpack(tar, FS) {
  for (const [path, data] of files(tar)) {
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, data, { canOwn: true });
  }
}

// [path, bytes] of every file of a tar archive of the ustar format.
function* files(tar) {
  const decoder = new TextDecoder();
  const text = (start, length) =>
    decoder.decode(tar.subarray(start, start + length)).replace(/\0.*/s, "");
  for (let at = 0; tar[at]; ) {
    const prefix = text(at + 345, 155);
    const name = text(at, 100);
    const size = parseInt(text(at + 124, 12), 8);
    const start = at + 512;
    yield [prefix ? `/${prefix}/${name}` : `/${name}`, tar.subarray(start, start + size)];
    at = start + 512 * Math.ceil(size / 512);
  }
}
