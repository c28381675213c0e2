// Memory as its pages that are not all zeros, and as runs of them: [first page, how many].

export const PAGE = 4096;

// The runs of pages of a memory in which there is something.
export function runsIn(memory) {
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const runs = [];
  for (let page = 0; page < memory.length / PAGE; page++) {
    if (isEmpty(words, (page * PAGE) >> 2)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === page) last[1]++;
    else runs.push([page, 1]);
  }
  return runs;
}

function isEmpty(words, start) {
  const end = start + (PAGE >> 2);
  for (let at = start; at < end; at++) if (words[at] !== 0) return false;
  return true;
}

// How many bytes they are together.
export function sizeOf(runs) {
  return runs.reduce((sum, [, count]) => sum + count * PAGE, 0);
}

// The pages of a memory one after another.
export function packed(memory, runs) {
  const pages = new Uint8Array(sizeOf(runs));
  let at = 0;
  for (const [first, count] of runs) {
    pages.set(memory.subarray(first * PAGE, (first + count) * PAGE), at);
    at += count * PAGE;
  }
  return pages;
}

// Put them back. used: how much of the memory may be other than zero already.
export function unpackPages(pages, runs, memory, used) {
  let [at, end] = [0, 0];
  for (const [first, count] of runs) {
    const [start, size] = [first * PAGE, count * PAGE];
    if (end < used) memory.fill(0, end, Math.min(start, used));
    memory.set(pages.subarray(at, at + size), start);
    at += size;
    end = start + size;
  }
  if (end < used) memory.fill(0, end, used);
}
