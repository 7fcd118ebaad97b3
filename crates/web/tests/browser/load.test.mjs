// A first visit: how much it loads, and what is there meanwhile.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, test } from "node:test";

import { kept, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

/** In bytes, until the first page can be used. */
const MOST = 700_000;

const server = await serve();
after(() => server.stop());

/** Stands between the browser and the server, and notes how many bytes each answer has. */
async function weighed() {
  const sizes = new Map();
  const total = () => [...sizes].filter(([url]) => !url.includes("voice")).reduce((sum, [, size]) => sum + size, 0);
  let usable;
  const between = createServer((asked, answer) => {
    const { method, headers, url } = asked;
    // The page asks for what is only kept once it can be used.
    if (url.endsWith("service-worker.js")) usable ??= total();
    const forwarded = request(new URL(url, server.address), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode, answered.rawHeaders);
      const add = (bytes) => sizes.set(url, (sizes.get(url) ?? 0) + bytes);
      add(`HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r\n\r\n`.length);
      // After each name a colon and a space, after each value an end of line.
      for (const part of answered.rawHeaders) add(part.length + 2);
      answered.on("data", (chunk) => add(chunk.length));
      answered.pipe(answer);
    });
    forwarded.end();
  });
  await new Promise((done) => between.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${between.address().port}/`,
    total,
    usable: () => usable,
    stop() {
      between.closeAllConnections();
      between.close();
    },
  };
}

test("a first visit weighs little", async () => {
  const between = await weighed();
  try {
    await withPage(between.address, {}, async (page) => {
      await kept(page);
      const bytes = { usable: between.usable(), kept: between.total() };
      console.log(`a first visit: ${bytes.usable} bytes until it can be used, ${bytes.kept} with what is kept`);
      assert.ok(bytes.usable > MOST / 2, "all is counted");
      assert.ok(bytes.usable <= MOST, `${bytes.usable} bytes are more than ${MOST}`);
    });
  } finally {
    between.stop();
  }
});

/** Returns what stands where, of all that somebody sees. */
function seen(page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const all = [...document.querySelectorAll("h1, p, a, li, svg")];
    const shown = all.filter((element) => element.checkVisibility() && element.closest("header, main"));
    return shown.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.textContent.trim(), element.getAttribute("href"), x, y, width, height];
    });
  });
}

for (const [looks, viewport] of Object.entries({ "a desk": { width: 1280, height: 800 }, "a phone": { width: 360, height: 640 } })) {
  test(`at ${looks}, the first page stands before the program is there, and nothing moves when it comes`, async () => {
    let first;
    const before = (page) =>
      page.route("**/app_bg.*.wasm", async (route) => {
        await page.getByRole("link", { name: "Start" }).waitFor();
        first = await seen(page);
        await route.continue();
      });
    await withPage(server.address, { viewport, before }, async (page) => {
      await page.locator("#first").waitFor({ state: "detached" });
      assert.ok(first.length > 10);
      assert.deepEqual(await seen(page), first);
      assert.ok(await page.locator("h1").evaluate((heading) => heading === document.activeElement));
    });
  });
}

test("another page is not preceded by the first", async () => {
  const before = (page) =>
    page.route("**/app_bg.*.wasm", async (route) => {
      assert.equal(await page.locator("#first").count(), 0);
      await route.continue();
    });
  await withPage(`${server.address}#/seven`, { before }, async (page) => {
    assert.equal(await page.locator(".seven-row").count(), 7);
  });
});
