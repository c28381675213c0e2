// Keeps the files of one release, FILES, in the browser, and gives them to the pages that began with
// it. A newer release has a worker of its own, which the browser holds back until no page of this one
// is open any more: that is why nothing here hurries (skipWaiting, clients.claim). A file is kept under
// its checksum: what two releases share is there once.

const NAME = `files of ${registration.scope}`;
const addressOf = (path) => new URL(path, registration.scope).href;
const keyOf = (path) => `${addressOf(path)}?${FILES[path]}`;

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const path = pathOf(url);
  if (method === "GET" && Object.hasOwn(FILES, path)) event.respondWith(answer(path));
});

// One after another, so that the page has the network and the processor when it needs them. What is
// kept stays, should the browser break off.
async function keepAll() {
  const cache = await caches.open(NAME);
  for (const path of Object.keys(FILES)) {
    if (!(await cache.match(keyOf(path)))) await keep(cache, path);
  }
}

async function forgetOthers() {
  const cache = await caches.open(NAME);
  const wanted = new Set(Object.keys(FILES).map(keyOf));
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
}

async function answer(path) {
  const cache = await caches.open(NAME);
  return (await cache.match(keyOf(path))) ?? keep(cache, path);
}

// Fetch a file of this very release: the browser refuses any other. It may have one of its own of an
// older release, for hosts let it keep files for a while without asking.
async function keep(cache, path) {
  const load = (mode) => fetch(addressOf(path), { cache: mode, integrity: FILES[path] });
  const response = await load("default").catch(() => load("reload"));
  await cache.put(keyOf(path), response.clone());
  return response;
}

function pathOf(url) {
  const [address] = url.split(/[?#]/);
  if (!address.startsWith(registration.scope)) return null;
  const path = `./${address.slice(registration.scope.length)}`;
  return path === "./index.html" ? "./" : path;
}
