// Text ⇄ what can stand in an address: deflated, in base64 with letters that addresses allow.

const FORMAT = "deflate-raw";

// The packed text, or null where the browser cannot do it.
export async function pack(text) {
  if (!globalThis.CompressionStream) return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// The text, or null if it is none or longer than so many bytes: a short address may unpack to
// gigabytes.
export async function unpack(packed, longest) {
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT));
    const parts = [];
    let length = 0;
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer());
      length += value.length;
      if (length > longest) return await reader.cancel(), null;
      parts.push(value);
    }
  } catch {
    return null;
  }
}
