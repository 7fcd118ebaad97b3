// The stores of browsers keep every promise that stores make: the one in IndexedDB, and the one at the local server, with a
// real server and a real file, in a real browser.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { withPage } from "./page.mjs";
import { call, packed, serveProof } from "./proof.mjs";
import { runIn, serve } from "./unknot.mjs";

const server = await serveProof();

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

test("every promise is kept by the local server", async (t) => {
  const unknot = await serve();
  t.after(() => unknot.stop());
  // The proof comes to an empty page of the server's own; everything else is asked of the server.
  const before = (page) =>
    page.route("**/proof/*", (route) => {
      const name = new URL(route.request().url()).pathname.split("/").pop() || "index.html";
      return route.fulfill({ path: join(server.folder, name) });
    });
  await withPage(`${unknot.address}proof/`, { before, expects: [/403/] }, async (page) => {
    await call(page, "check_server", unknot.token);
    await call(page, "check_server", unknot.token);
    // What the last promise leaves is in the file.
    const text = await runIn(unknot.folder, "journal", "export");
    const lines = text.split("\n").filter((line) => line.includes('"id"'));
    assert.equal(lines.length, 1000);
    await assert.rejects(call(page, "check_server", "0".repeat(32)), /the server refuses/);
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

test("a long journal is kept once more in packs, from which the same is read, whatever comes later", async () => {
  await withPage(server.address, {}, async (page) => {
    const append = (numbers) => call(page, "append", "long", numbers.map(note).join("\n"));
    const lines = () => call(page, "lines", "long");
    const packs = (wanted) => packed(page, "long", wanted);
    // Even numbers, so that odd ones can come between them.
    const even = Array.from({ length: 1300 }, (_, number) => 2 * number);
    await append(even);
    assert.deepEqual(await lines(), even.map(note));
    await packs(2);
    assert.deepEqual(await lines(), even.map(note));
    // One that is there already, and one after all of them.
    await append([8, 2601]);
    await lines();
    await packs(2);
    // One between those in the second pack.
    await append([1501]);
    await packs(1);
    const wanted = [...even, 1501, 2601].sort((one, other) => one - other).map(note);
    assert.deepEqual(await lines(), wanted);
    await packs(2);
    assert.deepEqual(await lines(), wanted);
  });
});

test("a database of the first form, without packs, still opens, and takes more", async () => {
  await withPage(server.address, {}, async (page) => {
    const lines = Array.from({ length: 600 }, (_, number) => note(number));
    await page.evaluate(async (lines) => {
      const open = indexedDB.open("old", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("records");
      await new Promise((done) => (open.onsuccess = done));
      const adding = open.result.transaction("records", "readwrite");
      for (const line of lines) adding.objectStore("records").put(line, JSON.parse(line).id);
      await new Promise((done) => (adding.oncomplete = done));
      open.result.close();
    }, lines);
    assert.deepEqual(await call(page, "lines", "old"), lines);
    await packed(page, "old", 1);
    await call(page, "append", "old", note(600));
    assert.deepEqual(await call(page, "lines", "old"), [...lines, note(600)]);
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
