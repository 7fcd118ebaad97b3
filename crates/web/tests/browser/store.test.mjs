// The store in IndexedDB keeps every promise that stores make, in a real browser.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { serveFolder } from "./folder.mjs";
import { withPage } from "./page.mjs";

// `cargo xtask proof` makes it.
const PROOF = new URL("../../../../target/idb-proof/", import.meta.url);

const folder = await mkdtemp(join(tmpdir(), "unknot-proof-"));
for (const name of ["app.js", "app_bg.wasm"]) await copyFile(new URL(name, PROOF), join(folder, name));
await writeFile(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:," /><h1>Proof</h1>');
const server = await serveFolder(folder, "/");
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Calls a function of the proof in a page. */
async function call(page, name, ...values) {
  return page.evaluate(
    async ([name, values]) => {
      const proof = await import("/app.js");
      await proof.default();
      return proof[name](...values);
    },
    [name, values],
  );
}

/** Returns the line of a note. */
function note(number) {
  const id = `019ab7d0-0000-7a00-8000-${`${number}`.padStart(12, "0")}`;
  const head = { v: 1, id, device: "019ab7d0-0000-7d00-8000-00000000000d", at: "2026-11-24T07:10:00+00:00" };
  return JSON.stringify({ ...head, kind: "note", entry: { text: `${number}`, session: null } });
}

test("every promise is kept", async () => {
  await withPage(server.address, {}, async (page) => {
    await call(page, "check", "promises");
    await call(page, "check", "promises");
  });
});

test("two tabs that write at once both keep everything", async () => {
  await withPage(server.address, {}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(server.address);
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    await Promise.all(numbers.map((number) => call(number % 2 ? page : other, "append", "shared", note(number))));
    const wanted = numbers.map(note);
    assert.deepEqual(await call(page, "lines", "shared"), wanted);
    await page.reload();
    assert.deepEqual(await call(page, "lines", "shared"), wanted);
  });
});

test("what is kept survives the browser's page at the moment it is said to be kept", async () => {
  await withPage(server.address, {}, async (page) => {
    await call(page, "append", "sudden", note(7));
    await page.close({ runBeforeUnload: false });
    const next = await page.context().newPage();
    await next.goto(server.address);
    assert.deepEqual(await call(next, "lines", "sudden"), [note(7)]);
  });
});
