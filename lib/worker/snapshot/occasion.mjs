// On the page's thread, after the first figure: whether a snapshot is to be made for later visits, and
// when. It takes a second worker, three seconds, and 800 MB for a moment.
import { beginToMake, finish } from "./record.mjs";

const MB = 1 << 20;
// What a snapshot takes, with room for its site's other things.
const ROOM = 300 * MB;
// Milliseconds without a key or a pointer before it is begun.
const QUIET = 10_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"];
const SECONDS = 120;

let waiting = false;

// Of each worker of a visit it is called once.
//   restored: whether its Python came from a snapshot
//   sources: what it has compiled (see pyscript.mjs)
export async function seize({ restored, sources }) {
  try {
    if (restored) await finish("restoring");
    if (restored || waiting) return show(restored ? "restored" : "waiting");
    waiting = true;
    if (!(await hasRoom())) return show("unwanted");
    await quiet();
    await alone(() => make(sources));
  } catch {
    show("refused");
  }
}

// Nobody reads it but tests and the curious.
function show(state) {
  document.documentElement.dataset.snapshot = state;
}

async function hasRoom() {
  const { deviceMemory, hardwareConcurrency, connection, storage } = navigator;
  const small = deviceMemory
    ? deviceMemory < 8
    : hardwareConcurrency < 4 || matchMedia("(pointer: coarse)").matches;
  if (small || connection?.saveData) return false;
  // Insecure addresses cannot ask; where there is no room, keeping fails.
  const { quota, usage } = (await storage?.estimate?.()) ?? { quota: Infinity, usage: 0 };
  return quota - usage > ROOM;
}

// Until nobody has touched the page for a while, and nothing is played.
async function quiet() {
  let last = performance.now();
  const touched = () => (last = performance.now());
  for (const sign of SIGNS) addEventListener(sign, touched, { capture: true, passive: true });
  while (performance.now() - last < QUIET) {
    await wait(QUIET / 20);
    if (document.querySelector("[data-playing=true]")) touched();
  }
  for (const sign of SIGNS) removeEventListener(sign, touched, { capture: true });
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
}

// Of several tabs one is enough; insecure addresses cannot know.
function alone(work) {
  const { locks } = navigator;
  if (!locks) return work();
  return locks.request("snapshot", { ifAvailable: true }, (lock) => lock && work());
}

async function make(sources) {
  if (!(await beginToMake())) return show("refused");
  show("making");
  const worker = new Worker(new URL("make.mjs", import.meta.url), { type: "module" });
  const answer = new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ made: false, reason: message });
  });
  worker.postMessage({ sources });
  const { made, reason } = await Promise.race([answer, wait(1000 * SECONDS, { reason: "time" })]);
  worker.terminate();
  if (made) await finish("making");
  else console.info(`No snapshot was made: ${reason}`);
  show(made ? "made" : "refused");
}

function wait(milliseconds, value) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}
