// A first visit: how much it loads, and what is there meanwhile.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, test } from "node:test";

import { kept, picture, withPage } from "./page.mjs";
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
    const all = [...document.querySelectorAll("h1, h2, p, a, li, svg, img")];
    const shown = all.filter((element) => element.checkVisibility() && element.closest("header, main"));
    return shown.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const says = element.getAttribute("src") ?? element.textContent.replaceAll(/\s+/g, "");
      return JSON.stringify([says, element.getAttribute("href"), element.ariaCurrent, x, y, width, height]);
    });
  });
}

/** Returns how far anything has moved by itself since a moment, as browsers reckon it. */
function moved(page, since) {
  return page.evaluate(async (since) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { startTime, value } of list.getEntries()) if (startTime > since) sum += value;
    }).observe({ type: "layout-shift", buffered: true });
    await new Promise((done) => setTimeout(done, 300));
    return sum;
  }, since);
}

const LOOKS = { "a desk": { width: 1280, height: 800 }, "a phone": { width: 360, height: 640 } };
const WHOLE = ["", "#/today"];
const BEGUN = ["#/seven", "#/seven/wall-angels", "#/print", "#/journal", "#/clinician", "#/week", "#/safety", "#/about", "#/settings"];

for (const [looks, viewport] of Object.entries(LOOKS)) {
  for (const address of [...WHOLE, ...BEGUN]) {
    test(`at ${looks}, /${address} begins before the program is there, and nothing moves when it comes`, async () => {
      let first, since;
      const before = (page) =>
        page.route("**/app_bg.*.wasm", async (route) => {
          await page.locator("#first h1").waitFor();
          first = await seen(page);
          // For a picture of all of it the window is made larger.
          await picture(page, `begins ${address.replaceAll(/\W+/g, " ").trim() || "today"} ${viewport.width}`);
          await page.waitForTimeout(100);
          since = await page.evaluate(() => performance.now());
          await route.continue();
        });
      await withPage(server.address + address, { viewport, before }, async (page) => {
        await page.locator("#first").waitFor({ state: "detached" });
        const then = await seen(page);
        assert.ok(first.length > 8);
        if (WHOLE.includes(address)) assert.deepEqual(then, first);
        // What comes may go on below.
        assert.deepEqual(first.filter((one) => !then.includes(one)), []);
        assert.equal(await moved(page, since), 0);
        assert.ok(await page.locator("h1").evaluate((heading) => heading === document.activeElement));
      });
    });
  }
}

test("who goes elsewhere before the program is there sees how that begins", async () => {
  const before = (page) =>
    page.route("**/app_bg.*.wasm", async (route) => {
      await page.getByRole("link", { name: "Journal" }).click();
      await page.locator("#first").getByRole("heading", { name: "Journal" }).waitFor();
      await page.getByRole("link", { name: "Start" }).waitFor({ state: "detached" });
      await route.continue();
    });
  await withPage(server.address, { before }, async (page) => {
    await page.locator("#first").waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Journal" }).waitFor();
  });
});

test("who told something before is not taken for somebody new", async () => {
  const inits = [() => location.host && localStorage.setItem("unknot-wishes", "")];
  const before = (page) =>
    page.route("**/app_bg.*.wasm", async (route) => {
      assert.equal(await page.locator("#first").count(), 0);
      await route.continue();
    });
  await withPage(`${server.address}#/journal`, { inits, before }, async () => {});
});
