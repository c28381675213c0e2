// The snapshot to restore from. A worker that takes the place of another one gets it from the page,
// with everything compiled (lib/page/succession.mjs); the first one of a visit reads what is kept.
import { files } from "../archive.mjs";
import { checksum } from "./checksum.mjs";
import { currentKey } from "./key.mjs";
import { beginToRestore } from "./record.mjs";

const ASM = "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.asm.mjs";
const WASM = new URL("https://cdn.jsdelivr.net/pyodide/v314.0.3/full/pyodide.asm.wasm", import.meta.url);
// Milliseconds that storage may take; a start without a snapshot takes a few seconds.
const PATIENCE = 2000;

// A snapshot, or null:
//   plan: what make.mjs has written of it
//   image: a promise of its bytes, an ArrayBuffer
//   main, libraries: promises of compiled modules
//   factory: a promise of Pyodide's module factory
//   done(): the image is not needed any more
//   leave(): let the page have it all, for the next worker
export async function find() {
  // Any start wants it.
  const factory = import(ASM).then((module) => module.default);
  factory.catch(() => {});
  const { port1, port2 } = new MessageChannel();
  const given = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  postMessage({ heir: port2 }, [port2]);
  const kept = within(PATIENCE, beginToRestore()).catch(() => null);
  const legacy = await Promise.race([given, kept.then(() => null)]);
  const giveBack = (image) => port1.postMessage({ image }, [image]);
  if (legacy && legacy.key === currentKey()) {
    const { plan, image } = legacy;
    const ready = (name) => Promise.resolve(legacy[name]);
    return {
      plan,
      image: ready("image"),
      main: ready("main"),
      libraries: ready("libraries"),
      factory,
      done: () => giveBack(image),
      leave() {},
    };
  }
  // Too late, but somebody may need it.
  given.then(({ image }) => giveBack(image));
  const record = await kept;
  return record && fromRecord(record, factory);
}

function fromRecord({ key, plan, bytes }, factory) {
  const main = WebAssembly.compileStreaming(fetch(WASM));
  const image = Promise.resolve(bytes).then(async (blob) => whole(await blob.arrayBuffer(), plan));
  const libraries = image.then((buffer) => compiled(buffer, plan));
  // Whoever awaits them hears of it; here it is nobody's business.
  for (const promise of [main, image, libraries]) promise.catch(() => {});
  return { plan, image, main, libraries, factory, done() {}, leave };

  async function leave() {
    const legacy = { key, plan, main: await main, libraries: await libraries, image: await image };
    postMessage({ legacy }, [legacy.image]);
  }
}

function whole(buffer, { size, sum }) {
  const bytes = new Uint8Array(buffer);
  if (bytes.length !== size || checksum(bytes) !== sum) throw new Error("It is damaged.");
  return buffer;
}

function compiled(buffer, { pages, libraries }) {
  const wanted = new Map(files(new Uint8Array(buffer, pages)));
  return Promise.all(libraries.map((path) => WebAssembly.compile(wanted.get(path))));
}

function within(milliseconds, promise) {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds, null));
  return Promise.race([promise, late]);
}
