// How long it takes to open ten years of daily use: printed, as it depends on the machine. Where other programs compute
// meanwhile, what the page's thread itself computed says more than the clock.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withPage } from "./page.mjs";
import { packed, serveProof, timed } from "./proof.mjs";
import { serve } from "./unknot.mjs";
import { AFTER, DAYS, tenYears } from "./years.mjs";

const TIMES = 9;
const lines = tenYears();
const PACKS = Math.floor(lines.length / 512);

test("what ten years mean, from the browser's database on", async () => {
  const { address } = await serveProof();
  await withPage(address, {}, async (page) => {
    await timed(page, "append", "years", lines.join("\n"));
    // Nobody tells ten years at once: they were read before, which puts them into packs.
    await timed(page, "insight", "years", AFTER);
    await packed(page, "years", PACKS);
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = async () => {
      const { metrics } = await client.send("Performance.getMetrics");
      return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
    };
    const computed = [];
    await repeated("ten years opened, and what they mean", async () => {
      // Each time in a page that was just opened, as a person opens it.
      await page.reload();
      await timed(page, "insight", "none", AFTER);
      const before = await busy();
      const { value, milliseconds } = await timed(page, "insight", "years", AFTER);
      computed.push((await busy()) - before);
      assert.equal(value, DAYS);
      return milliseconds;
    });
    report("what the page's thread computed of that", computed);
  });
});

test("the first page without a record, and with ten years in it", async (t) => {
  const server = await serve();
  t.after(() => server.stop());
  // When its heading is there, which waits for what was told, since the page was asked for.
  const init = () => {
    const look = () => {
      if (document.querySelector("body > main h1")) globalThis.shown ??= performance.now();
      else requestAnimationFrame(look);
    };
    addEventListener("DOMContentLoaded", look);
  };
  await withPage(server.address, { inits: [init] }, async (page) => {
    const shown = async () => {
      await page.reload();
      await page.waitForFunction(() => globalThis.shown);
      return page.evaluate(() => globalThis.shown);
    };
    await repeated("the first page, without a record", shown);
    await page.evaluate(async (lines) => {
      const open = indexedDB.open("unknot");
      const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
      const adding = database.transaction("records", "readwrite");
      for (const line of lines) adding.objectStore("records").put(line, JSON.parse(line).id);
      await new Promise((done) => (adding.oncomplete = done));
      database.close();
    }, lines);
    await shown();
    await packed(page, "unknot", PACKS);
    await repeated("the first page, with ten years", shown);
  });
});

async function repeated(name, measure) {
  const times = [];
  for (let time = 0; time < TIMES; time++) times.push(await measure());
  report(name, times);
}

function report(name, times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, least ${at(0)} ms, most ${at(1)} ms`);
}
