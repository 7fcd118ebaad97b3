// Starts the program, and keeps what it needs for when there is no network.

// Whoever is here for the first time need not wait for the program to know what this is.
if (location.hash === "" && !navigator.serviceWorker?.controller) {
  // With its type, if that comes soon, so that nothing moves.
  const faces = ["1em", "bold 1em"].map((face) => document.fonts.load(`${face} "Atkinson Hyperlegible Next"`));
  await Promise.race([Promise.all(faces), new Promise((done) => setTimeout(done, 300))]);
  document.body.append(document.querySelector("template").content);
  // What is large comes once that is seen; a page that nobody looks at is never painted.
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
}

const program = fetch(new URL("app_bg.wasm", import.meta.url));
const { default: init } = await import("./app.js");
await init({ module_or_path: program });

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
