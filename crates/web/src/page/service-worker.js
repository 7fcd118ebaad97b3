// Keeps every file of one version, so that everything works without a network, and without the server.
//
// Above this stands, when it is bundled: const BUNDLE = { version, files, later, used }. What is `later` is kept when a page
// says that it is there: the voice, which is large. What is `used` is kept once somebody has used it: what watches by the
// camera, which is larger still.

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
  if (event.data === "keep the rest") event.waitUntil(keepRest());
});

// The page that brought the first version is taken over, so that it need not be loaded again to count as one that
// runs it.
addEventListener("activate", (event) => {
  event.waitUntil(
    takeRest()
      .then(removeOlder)
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  // What is no file of ours is the server's own business, and never kept.
  if (new URL(request.url).pathname.startsWith("/api/")) return;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(kept(request));
  }
});

const addressOf = (file) => new URL(file, registration.scope).href;

// Returns which of some files are not kept yet, by their addresses.
async function missing(cache, files) {
  const addresses = files.map(addressOf);
  const found = await Promise.all(addresses.map((address) => cache.match(address)));
  return addresses.filter((_, index) => !found[index]);
}

async function keepRest() {
  const cache = await caches.open(CACHE);
  // Without a network it is tried again with the next page.
  await cache.addAll(await missing(cache, BUNDLE.later)).catch(() => {});
}

// An older version may have the very same, as its name tells.
async function takeRest() {
  const cache = await caches.open(CACHE);
  for (const address of await missing(cache, [...BUNDLE.later, ...BUNDLE.used])) {
    const found = await keptOlder(address);
    if (found) await cache.put(address, found);
  }
}

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
  return (await cache.match(wanted)) ?? (await keptOlder(wanted)) ?? asked(request, wanted, cache);
}

async function asked(request, address, cache) {
  const answer = await fetch(request);
  if (answer.ok && BUNDLE.used.some((file) => addressOf(file) === address)) {
    // Where there is no room for it, it is asked for again.
    await cache.put(address, answer.clone()).catch(() => {});
  }
  return answer;
}

async function keptOlder(wanted) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(OURS) && (await (await caches.open(name)).match(wanted));
    if (found) return found;
  }
}
