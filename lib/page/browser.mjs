// What a browser may refuse, asked so that nothing is thrown. In MicroPython an exception of
// JavaScript cannot be caught: it passes by every `except` and `finally` on its way out.

function attempt(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

// Ends when the browser has done what was waiting: drawn a frame, heard the visitor. Not a timer:
// in a tab behind others, browsers let those wait for a second.
export const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(null);
  });

// Whether sites may keep nothing here: not even to look at what they have kept is allowed then.
export const refusesStorage = () => attempt(() => !globalThis.localStorage, true);

// Web Storage; area: "localStorage" or "sessionStorage".
export const stored = (area, name) => attempt(() => globalThis[area].getItem(name), null);
export const names = (area) => JSON.stringify(attempt(() => Object.keys(globalThis[area]), []));
export const remove = (area, name) => attempt(() => globalThis[area].removeItem(name));

// Whether there was room for it.
export function store(area, name, text) {
  return attempt(() => (globalThis[area].setItem(name, text), true), false);
}

// Put a fragment into the address; as an entry of its own, it can be gone back from. Browsers refuse
// it when it happens too often.
export function writeAddress(fragment, asNewEntry) {
  const write = asNewEntry ? "pushState" : "replaceState";
  attempt(() => history[write](null, "", "#" + fragment));
}

// Whether the clipboard took the text; insecure addresses have none.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// The pointer may be gone before its event is answered.
export const capturePointer = (element, id) => attempt(() => element.setPointerCapture(id));

// Put the cursor into a line of an editor. Only Chromium has a selection for each shadow tree.
export function selectLine(root, line) {
  attempt(() => (root.getSelection?.() ?? document.getSelection()).setPosition(line, 0));
}

// Call changed() after every change of an element's text, however it came about.
export function observeText(element, changed) {
  const kinds = { childList: true, characterData: true, subtree: true };
  new MutationObserver(() => changed()).observe(element, kinds);
}

// What is seen of pictures and canvases that lie one above the other, as a PNG in an address. The
// last of them is a canvas, and as large as the PNG.
export function pngOf(...layers) {
  const last = layers[layers.length - 1];
  const { width, height } = last;
  const all = last.getBoundingClientRect();
  const whole = Object.assign(document.createElement("canvas"), { width, height });
  const context = whole.getContext("2d");
  context.fillStyle = getComputedStyle(last.parentElement).backgroundColor;
  context.fillRect(0, 0, width, height);
  context.scale(width / all.width, height / all.height);
  for (const layer of layers) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    attempt(() => context.drawImage(layer, left - all.left, top - all.top, width, height));
  }
  return attempt(() => whole.toDataURL("image/png"), null);
}
