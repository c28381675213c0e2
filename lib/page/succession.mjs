// What a worker leaves to the one that takes its place, so that this need not read and compile it all
// over again. Python's memory is large: it is kept here, and lent.

let legacy = null;

// Hear a worker from now on.
export function hear(worker) {
  worker.addEventListener("message", ({ data }) => {
    if (data?.legacy) legacy = data.legacy;
    else if (data?.heir) lend(data.heir);
    else if (data?.occasion) import(data.occasion).then(({ seize }) => seize(data));
  });
}

// Whether the next worker will be there within a second.
export const isQuick = () => legacy !== null;

// It comes back when the worker has made its own memory of it; if that is ended before, the next one
// has to do without.
function lend(port) {
  if (!legacy) return;
  const lent = legacy;
  legacy = null;
  port.onmessage = ({ data }) => (legacy = { ...lent, ...data });
  port.postMessage(lent, [lent.image]);
}
