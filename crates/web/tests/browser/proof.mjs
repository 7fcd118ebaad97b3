// What holds the stores of browsers against their promises: a page with a program that has them, and nothing of Unknot's pages.

import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

import { serveFolder } from "./folder.mjs";

// `cargo xtask proof` makes it.
const PROOF = new URL("../../../../target/store-proof/", import.meta.url);

/** Serves the page; returns its folder and its address. */
export async function serveProof() {
  const folder = await mkdtemp(join(tmpdir(), "unknot-proof-"));
  for (const name of ["app.js", "app_bg.wasm"]) await copyFile(new URL(name, PROOF), join(folder, name));
  await writeFile(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:," /><h1>Proof</h1>');
  const server = await serveFolder(folder, "/");
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  return { folder, address: server.address };
}

/** Calls a function of the program in a page, and returns what it returns. */
export async function call(page, name, ...values) {
  return (await timed(page, name, ...values)).value;
}

/** Calls it, and says how many milliseconds that took, too. */
export async function timed(page, name, ...values) {
  return page.evaluate(
    async ([name, values]) => {
      const proof = await import(new URL("app.js", location));
      await proof.default();
      const begun = performance.now();
      const value = await proof[name](...values);
      return { value, milliseconds: performance.now() - begun };
    },
    [name, values],
  );
}

/** Waits until a database, which a program has opened, has so many packs of lines. */
export function packed(page, name, wanted) {
  const counts = async ([name, wanted]) => {
    const open = indexedDB.open(name);
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const asked = database.transaction("packs").objectStore("packs").count();
    await new Promise((done) => (asked.onsuccess = done));
    database.close();
    return asked.result === wanted;
  };
  return page.waitForFunction(counts, [name, wanted]);
}
