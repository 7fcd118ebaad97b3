// What the camera says of somebody's form: once, then nothing for a while, and praise more rarely still.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { filmed } from "./film.mjs";
import { listen } from "./heard.mjs";
import { exercise, press } from "./led.mjs";
import { withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";
import { counted, watched } from "./watched.mjs";

const server = await serve();
after(() => server.stop());

/** A repetition in two seconds is too fast. */
const QUICKLY = "setpts=PTS/2.2,fps=12";
const TOO_FAST = "Slower.";
/** One repetition too fast, then four as they should be. */
const ONCE_QUICKLY = `split[a][b];[a]${QUICKLY}[quick];[b]loop=3:54[slow];[quick][slow]concat`;

/** For `inits`: notes each remark that a page shows, and when, in seconds. */
const noted = () => {
  globalThis.remarks = [];
  let last = "";
  const look = () => {
    const words = document.querySelector(".stage-remark")?.textContent ?? "";
    if (words && words !== last) globalThis.remarks.push({ words, at: performance.now() / 1000 });
    last = words;
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
};

/** Returns when something was remarked. */
const remarked = (page, wanted) =>
  page.evaluate((wanted) => globalThis.remarks.filter(({ words }) => words === wanted).map(({ at }) => at), wanted);

/** Waits until so many repetitions are counted from one on. */
async function countedTo(page, number) {
  await counted(page, 1);
  await counted(page, number);
}

/** Returns where the last two sounds of a session are not the same, from when until when, in seconds. */
const mixedIn = (page) =>
  page.evaluate(async () => {
    const files = [...globalThis.heard.files.values()].filter(({ size }) => size > 60 * 44_100).slice(-2);
    const [before, now] = (await Promise.all(files.map((file) => file.arrayBuffer()))).map((bytes) => new Int16Array(bytes, 44));
    const differs = (sample, index) => sample !== before[index];
    return [now.findIndex(differs), now.findLastIndex(differs)].map((sample) => sample / 22_050);
  });

const options = { permissions: ["camera"], inits: [listen, noted] };

test("a fault is spoken of once, again only after a while, and not a third time", async () => {
  const flags = await filmed("wall-angels", { filter: QUICKLY });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page, server.address);
    await countedTo(page, 4);
    assert.ok((await remarked(page, TOO_FAST)).length > 0);
    const [from, until] = await mixedIn(page);
    assert.ok(until - from < 1, `it is heard from ${from} until ${until} s, and all else as before`);
    // Back, again and again, so that the exercise never ends.
    for (let times = 0; times < 5; times++) {
      await press(page, "Back");
      assert.equal(await exercise(page), "Wall angels");
      await countedTo(page, 4);
    }
    const [first, second, third] = await remarked(page, TOO_FAST);
    assert.ok(second - first >= 15, `${first}, ${second}`);
    assert.equal(third, undefined, "who has heard it twice knows");
  });
});

test("what got better is praised once", async () => {
  const flags = await filmed("wall-angels", { filter: ONCE_QUICKLY });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page, server.address);
    await page.waitForFunction(() => globalThis.remarks.some(({ words }) => words === "Better."), null, { timeout: 90_000 });
    const [from, until] = await mixedIn(page);
    assert.ok(until - from < 1, `it is heard from ${from} until ${until} s`);
    await press(page, "Back");
    await countedTo(page, 5);
    assert.equal((await remarked(page, "Better.")).length, 1);
  });
});

test("where nothing is to be heard it stands to be read", async () => {
  const flags = await filmed("wall-angels", { filter: QUICKLY });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await page.goto(`${server.address}#/settings`);
    await page.getByRole("checkbox", { name: /Captions only/ }).check();
    await watched(page, server.address, { isHeard: false });
    await countedTo(page, 3);
    assert.ok((await remarked(page, TOO_FAST)).length > 0);
    assert.equal(await page.evaluate(() => globalThis.heard.files.size), 0, "nothing is mixed");
  });
});
