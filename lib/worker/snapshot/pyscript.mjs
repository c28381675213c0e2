// PyScript's own modules. It writes their sources anew at each start, and Python compiles them each
// time, unless it finds their byte code beside them.

const FOLDER = "/home/pyodide/pyscript";
const COMPILE = `
import importlib.util, marshal

# Marked as "never compare with the source": PEP 552.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)

def compiled(path, source):
    return HEADER + marshal.dumps(compile(source.to_bytes(), path, "exec", dont_inherit=True))
`;

// [path, bytes] of the sources that are there after a start.
export function sourcesIn(FS) {
  const found = [];
  const look = (folder) => {
    for (const name of FS.readdir(folder)) {
      const path = `${folder}/${name}`;
      if (name.endsWith(".py")) found.push([path, FS.readFile(path)]);
      else if (!name.startsWith(".") && FS.isDir(FS.stat(path).mode)) look(path);
    }
  };
  if (FS.analyzePath(FOLDER).exists) look(FOLDER);
  return found;
}

// [path, bytes] of their byte code, where Python looks for it.
export function compiled(python, sources) {
  const globals = python.globals.get("dict")();
  python.runPython(COMPILE, { globals });
  const compile = globals.get("compiled");
  const all = sources.map(([path, source]) => {
    const byteCode = compile(path, source);
    const buffer = byteCode.getBuffer("u8");
    const data = buffer.data.slice();
    buffer.release();
    byteCode.destroy();
    return [path.replace(/([^/]*)\.py$/, "__pycache__/$1.cpython-314.pyc"), data];
  });
  compile.destroy();
  globals.destroy();
  return all;
}
