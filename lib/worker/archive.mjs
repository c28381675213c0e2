// Archives that tools/build.py has made: gzip around the ustar format.

// The type of an entry that is a folder, "5".
const FOLDER = 0x35;

// The bytes of a response's body.
export async function unzipped(response) {
  const { body } = await response;
  return inflated(body);
}

export async function inflated(stream) {
  const plain = new Response(stream.pipeThrough(new DecompressionStream("gzip")));
  return new Uint8Array(await plain.arrayBuffer());
}

// Put the files of an archive into Pyodide's file system, below a folder.
export function unpack(tar, FS, folder) {
  put(files(tar, folder), FS);
}

// Put files, [path, bytes], into Pyodide's file system. They are not copied.
export function put(files, FS) {
  const made = new Set();
  for (const [path, data] of files) {
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) FS.mkdirTree(parent);
    made.add(parent);
    FS.writeFile(path, data, { canOwn: true });
  }
}

// [path, bytes] of every file of an archive; the bytes are a part of it.
// folder: where the archive is unpacked, with a slash at its end.
export function* files(tar, folder = "/") {
  const decoder = new TextDecoder();
  const text = (start, length) =>
    decoder.decode(tar.subarray(start, start + length)).replace(/\0.*/s, "");
  for (let at = 0; tar[at]; ) {
    const prefix = text(at + 345, 155);
    const name = text(at, 100);
    const size = parseInt(text(at + 124, 12), 8);
    const start = at + 512;
    if (tar[at + 156] !== FOLDER) {
      yield [folder + (prefix ? `${prefix}/${name}` : name), tar.subarray(start, start + size)];
    }
    at = start + 512 * Math.ceil(size / 512);
  }
}
