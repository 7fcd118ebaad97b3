// How long it takes to open ten years of daily use: printed, as it depends on the machine.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withPage } from "./page.mjs";
import { serveProof, timed } from "./proof.mjs";
import { serve } from "./unknot.mjs";
import { AFTER, DAYS, tenYears } from "./years.mjs";

const TIMES = 9;
const lines = tenYears();

test("what ten years mean, from the browser's database on", async () => {
  const { address } = await serveProof();
  await withPage(address, {}, async (page) => {
    await timed(page, "append", "years", lines.join("\n"));
    await repeated("ten years opened, and what they mean", async () => {
      // Each time in a page that was just opened, as a person opens it.
      await page.reload();
      const { value, milliseconds } = await timed(page, "insight", "years", AFTER);
      assert.equal(value, DAYS);
      return milliseconds;
    });
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
    await page.goto(`${server.address}#/journal`);
    const file = { name: "years.jsonl", mimeType: "", buffer: Buffer.from(lines.join("\n")) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.evaluate(() => (location.hash = "#/"));
    await page.getByRole("link", { name: "Start" }).waitFor({ timeout: 60_000 });
    await repeated("the first page, with ten years", shown);
  });
});

async function repeated(name, measure) {
  const times = [];
  for (let time = 0; time < TIMES; time++) times.push(await measure());
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, least ${at(0)} ms, most ${at(1)} ms`);
}
