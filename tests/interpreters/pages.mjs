// Prints as JSON what becomes of a small memory and of a small archive (lib/worker/snapshot/):
//   node pages.mjs <lib/worker> <archive, not compressed>
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, archive] = process.argv.slice(2);
const module = (name) => import(pathToFileURL(`${folder}/${name}`));
const { PAGE, packed, runsIn, unpackPages } = await module("snapshot/pages.mjs");
const { checksum } = await module("snapshot/checksum.mjs");
const { sourcesIn } = await module("snapshot/pyscript.mjs");
const { files, put } = await module("archive.mjs");

const memory = new Uint8Array(7 * PAGE);
for (const [page, at] of [[1, 0], [2, PAGE - 1], [5, 17]]) memory[page * PAGE + at] = 200 + page;
const runs = runsIn(memory);
const pages = packed(memory, runs);
// A memory in which somebody has written, up to the sixth page.
const other = new Uint8Array(8 * PAGE).fill(9, 0, 6 * PAGE);
unpackPages(pages, runs, other, 6 * PAGE);
const back = other.subarray(0, memory.length).every((byte, at) => byte === memory[at]);

const sums = new Set([checksum(memory)]);
for (let at = 0; at < memory.length; at += 1021) {
  memory[at] ^= 1;
  sums.add(checksum(memory));
  memory[at] ^= 1;
}
sums.add(checksum(memory.subarray(0, memory.length - 1)));

const held = [...files(new Uint8Array(readFileSync(archive)), "/home/")];
const texts = held.map(([path, data]) => [path, new TextDecoder().decode(data)]);

// A file system of one folder in another.
const stored = new Map();
const FS = {
  mkdirTree: (path) => stored.set(path, null),
  writeFile: (path, data) => stored.set(path, data),
  readFile: (path) => stored.get(path),
  readdir: (folder) => [".", "..", ...[...stored.keys()].flatMap((path) => {
    const [name, ...more] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/") : [];
    return name && !more.length ? [name] : [];
  })],
  stat: (path) => ({ mode: stored.get(path) === null }),
  isDir: (mode) => mode,
  analyzePath: (path) => ({ exists: stored.has(path) }),
};
const none = sourcesIn(FS);
const data = new Uint8Array([42]);
for (const folder of ["", "/web", "/__pycache__"]) FS.mkdirTree(`/home/pyodide/pyscript${folder}`);
const names = ["a.py", "web/b.py", "__pycache__/a.pyc"];
put(names.map((name) => [`/home/pyodide/pyscript/${name}`, data]), FS);
const sources = sourcesIn(FS).map(([path, held]) => [path, [...held]]);

console.log(JSON.stringify({ runs, size: pages.length / PAGE, back, sums: sums.size, texts, none, sources }));
