// Keeps every file of one version, so that everything works without a network, and without the server.
//
// Above this stands, when it is bundled: const BUNDLE = { version, files }.

// Other folders of the same server may have an Unknot of their own.
const OURS = `unknot ${registration.scope} `;
const CACHE = OURS + BUNDLE.version;
const INDEX = new URL("index.html", registration.scope).href;

addEventListener("install", (event) => {
  const fetched = BUNDLE.files.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fetched)));
});

// This comes when no page runs an older version any more, so nobody loses what is being used. The page that brought
// the first version is taken over, so that it need not be loaded again to count as one that runs it.
addEventListener("activate", (event) => {
  event.waitUntil(removeOlder().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(kept(request));
  }
});

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const found = await cache.match(address === registration.scope ? INDEX : address);
  return found ?? fetch(request);
}
