// Starts the program, and keeps what it needs for when there is no network.

const isFirst = isNew();
const key = takeKey();
addEventListener("hashchange", takeKey);
if (isFirst) await showFirst();

const program = fetch(new URL("app_bg.wasm", import.meta.url));
const { default: init } = await import("./app.js");
await key;
await init({ module_or_path: program });

// Only who wants the camera needs its part of the page.
addEventListener("watch", ({ target }) => import("./camera.js").catch(() => target.fail("broken")), true);

if ("serviceWorker" in navigator) {
  // What is only kept does not come before what is waited for.
  await shown();
  // Where that fails, as in a private window, everything works, except without a network.
  navigator.serviceWorker.register("service-worker.js").catch((error) => console.warn(error));
  // The first page is there: now there is time for what only sessions need.
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage("keep the rest"));
}

/** Waits until the program shows its page. */
function shown() {
  const isShown = () => document.querySelector("body > main h1") !== null;
  return new Promise((done) => {
    if (isShown()) return done();
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/**
 * Keeps the token by which these pages share the journal of the terminal, and takes it out of the address, so that nobody
 * reads it there. Addresses that the local server opens have a ticket for it, which is good once.
 */
async function takeKey() {
  const [, kind, secret] = location.hash.match(/^#(token|ticket)=(\w+)$/) ?? [];
  if (!kind) return;
  history.replaceState(null, "", "#/");
  const token = kind === "token" ? secret : await trade(secret);
  if (!token) return;
  try {
    localStorage.setItem("unknot-token", token);
    // The program hears this, where it runs already.
    dispatchEvent(new StorageEvent("storage", { key: "unknot-token" }));
  } catch {
    // Where nothing may be kept, these pages share nothing.
  }
}

/** Returns the token for a ticket; nothing where that is not good any more. */
async function trade(ticket) {
  const request = { method: "POST", headers: { Authorization: `Bearer ${ticket}` }, cache: "no-store" };
  try {
    const answer = await fetch("/api/ticket", request);
    const text = await answer.text();
    return answer.ok ? text : null;
  } catch {
    return null;
  }
}

/**
 * Returns whether nobody was here before: then the files are still to come, what the program will show is known, and there
 * are no settings that change how it looks.
 */
function isNew() {
  try {
    return localStorage.length === 0;
  } catch {
    // Where nothing may be kept, everybody is new.
    return true;
  }
}

/** Shows how the page begins, until the program does. */
async function showFirst() {
  const first = begin();
  if (!first) return;
  // With its type, if that comes soon, so that nothing moves.
  const faces = ["1em", "bold 1em"].map((face) => document.fonts.load(`${face} "Atkinson Hyperlegible Next"`));
  await Promise.race([Promise.all(faces), new Promise((done) => setTimeout(done, 300))]);
  document.body.append(first);
  // Whoever goes elsewhere meanwhile sees how that begins.
  addEventListener("hashchange", () => {
    const next = begin();
    if (next) document.getElementById("first")?.replaceWith(next);
  });
  // What is large comes once that is seen; a page that nobody looks at is never painted.
  if (document.hidden) return;
  await new Promise((done) => {
    const look = (list) => list.getEntriesByName("first-contentful-paint").length > 0 && done();
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    setTimeout(done, 2000);
  });
}

/** Returns how the page begins that the address names; nothing where that is not known. */
function begin() {
  const page = location.hash.replace(/^#\/?|\/$/g, "") || "today";
  const first = document.querySelector("template").content.firstElementChild.cloneNode(true);
  const mains = [...first.querySelectorAll("main")];
  const begun = mains.find((main) => main.dataset.page === page);
  if (!begun) return null;
  for (const main of mains) if (main !== begun) main.remove();
  const link = first.querySelector(`nav a[href="#/${begun.dataset.of ?? page.split("/")[0]}"]`);
  link.setAttribute("aria-current", "page");
  return first;
}
