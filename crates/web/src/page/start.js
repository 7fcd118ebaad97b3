// Starts the program, and keeps what it needs for when there is no network.
import init from "./app.js";

await init({ module_or_path: new URL("app_bg.wasm", import.meta.url) });

if ("serviceWorker" in navigator) {
  // Where that fails, as in a private window, everything works, except without a network.
  navigator.serviceWorker.register("service-worker.js").catch((error) => console.warn(error));
  // The first page is there: now there is time for what only sessions need.
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage("keep the rest"));
}
