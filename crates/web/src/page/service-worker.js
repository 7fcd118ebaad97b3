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

// Otherwise this version waits until no page runs an older one: nobody loses what is being used.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

// The page that brought the first version is taken over, so that it need not be loaded again to count as one that
// runs it.
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
  // When this version was told to take over, another page may still run an older one, and need its files.
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1) return;
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function kept(request) {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const wanted = address === registration.scope ? INDEX : address;
  const cache = await caches.open(CACHE);
  return (await cache.match(wanted)) ?? (await keptOlder(wanted)) ?? fetch(request);
}

async function keptOlder(wanted) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(OURS) && (await (await caches.open(name)).match(wanted));
    if (found) return found;
  }
}
