// Stands in for micropython.mjs in the built site. MicroPython starts when the page begins, not when
// PyScript has come so far as to ask for it; and the page's files come as one, put in their places
// here: PyScript would unpack an archive by Python, and meanwhile the browser could draw nothing.
import { loadMicroPython as load } from "https://cdn.jsdelivr.net/npm/@micropython/micropython-webassembly-pyscript@1.27.0/micropython.mjs";

const WASM = "https://cdn.jsdelivr.net/npm/@micropython/micropython-webassembly-pyscript@1.27.0/micropython.wasm";

const files = fetch(new URL("./files.json", import.meta.url)).then((response) => response.json());
// Where its output goes, as soon as PyScript has said so.
const streams = {};
const started = start();

async function start() {
  const python = await load({
    url: new URL(WASM, import.meta.url).href,
    linebuffer: false,
    stdout: (bytes) => streams.stdout(bytes),
    stderr: (bytes) => streams.stderr(bytes),
  });
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(await files)) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, encoder.encode(text));
  }
  return python;
}

export async function loadMicroPython({ stdout, stderr }) {
  Object.assign(streams, { stdout, stderr });
  return started;
}
