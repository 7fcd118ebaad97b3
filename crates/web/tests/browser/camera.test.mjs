// Somebody who is watched by the camera: our own figure, filmed.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { FAKE, filmed, remembered } from "./film.mjs";
import { beginFirst, press, records } from "./led.mjs";
import { assertAccessible, kept, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";
import { begin, counted, light, live, networks, states, watched } from "./watched.mjs";

const server = await serve();
after(() => server.stop());

const angels = await filmed("wall-angels");
const options = { flags: angels, permissions: ["camera"], inits: [remembered] };

test("repetitions are counted, nothing leaves the page, and the camera goes off when it should", async () => {
  const requests = [];
  const before = (page) => page.context().on("request", (request) => requests.push(request));
  await withPage(server.address, { ...options, before }, async (page) => {
    await kept(page);
    await watched(page, server.address);
    await page.getByText("The camera: in front of you").waitFor();
    assert.deepEqual(await states(page), ["live"]);
    await counted(page, 3);
    await picture(page, "camera desktop");
    await assertAccessible(page);
    assert.deepEqual(await networks(page), ["detector", "lite"], "what was used is there without a network, too");
    // A pause ends it, and who goes on is watched again.
    await press(page, "Pause");
    assert.deepEqual(await states(page), ["ended"]);
    assert.equal(await light(page).count(), 0);
    await press(page, "Go on");
    await live(page);
    // One key ends it, and a button begins it.
    await page.keyboard.press("c");
    assert.deepEqual(await states(page), ["ended", "ended"]);
    assert.equal(await light(page).count(), 0);
    await press(page, "Count for me");
    await live(page);
    await press(page, "End");
    assert.deepEqual(await states(page), ["ended", "ended", "ended"]);
    await press(page, "End it");
    await page.getByRole("heading", { name: "How is it now?" }).waitFor();
    assert.deepEqual(await states(page), ["ended", "ended", "ended"]);
    const [session] = await records(page, "session");
    assert.equal(session.by, "camera");
    const done = session.exercises.find(({ exercise }) => exercise === "wall-angels");
    assert.ok(done.done.repetitions >= 3, JSON.stringify(done));
  });
  const urls = requests.map((request) => new URL(request.url()));
  assert.ok(urls.some(({ pathname }) => /\/lite\.\w+\.net$/.test(pathname)), "the networks were fetched");
  // What is asked for from the server carries nothing, but for what its journal keeps.
  const carry = requests.filter((request) => request.method() !== "GET" || request.postDataBuffer());
  assert.deepEqual(carry.map((request) => request.url()).filter((url) => !new URL(url).pathname.startsWith("/api/")), []);
  for (const request of carry) assert.ok(request.postDataBuffer().length < 20_000, request.url());
  assert.ok(urls.every(({ search }) => search.length < 20));
});

test("each picture is closed by whoever has it", async () => {
  const flags = [...angels, "--js-flags=--expose-gc"];
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page, server.address);
    await counted(page, 1);
    // The camera ends at any moment: before a picture is there, while one is looked at, and between two.
    for (let times = 0; times < 12; times++) {
      await live(page);
      await page.waitForTimeout(150 + 50 * times);
      await page.keyboard.press("c");
      await page.waitForTimeout(200);
      for (const where of [page, ...page.workers()]) await where.evaluate(() => globalThis.gc());
      await page.keyboard.press("c");
    }
    await press(page, "Pause");
    // The browser looks every ten seconds whether one was not closed, and warns.
    await page.waitForTimeout(11_000);
  });
});

test("a page that nobody sees watches nobody", async () => {
  await withPage(server.address, options, async (page) => {
    await begin(page, server.address);
    await live(page);
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { get: () => true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assert.deepEqual(await states(page), ["ended"]);
    assert.equal(await light(page).count(), 0);
  });
});

/** Returns which parts of the page share any place on the screen, in pairs. */
const overlaps = (page, selectors) =>
  page.evaluate((selectors) => {
    const boxes = selectors.flatMap((name) => [...document.querySelectorAll(name)].map((of) => ({ name, ...of.getBoundingClientRect().toJSON() })));
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b]));
    return pairs.filter(([a, b]) => a.name !== b.name && meet(a, b)).map(([a, b]) => `${a.name} and ${b.name}`);
  }, selectors);

for (const [looks, viewport, colorScheme, text] of [
  ["phone", { width: 360, height: 640 }, "light"],
  ["phone night", { width: 360, height: 640 }, "dark"],
  ["phone larger text", { width: 360, height: 640 }, "light", "larger"],
  ["desktop night", { width: 1280, height: 800 }, "dark"],
  ["desktop larger text", { width: 1280, height: 800 }, "light", "larger"],
]) {
  test(`it looks as it should: ${looks}`, async () => {
    const parts = [".stage-caption", ".stage-dots > *", ".stage-remark:not(:empty)", ".stage-next > *", ".stage-ring", ".stage-controls"];
    const above = viewport.height > viewport.width ? [".stage-figure"] : [];
    const boxes = ["unknot-camera > *", ...above, ...parts];
    await withPage(server.address, { ...options, viewport, colorScheme }, async (page) => {
      await begin(page, server.address);
      if (text) await page.evaluate((text) => (document.documentElement.dataset.text = text), text);
      await light(page).waitFor();
      await picture(page, `camera ${looks} first`);
      assert.deepEqual(await overlaps(page, boxes), []);
      await press(page, "Skip");
      await page.getByText("I see you.").waitFor({ timeout: 60_000 });
      await picture(page, `camera ${looks} on the way`);
      await counted(page, 1);
      await picture(page, `camera ${looks}`);
      assert.deepEqual(await overlaps(page, boxes), []);
      await assertAccessible(page);
      await page.keyboard.press("c");
      await page.getByRole("button", { name: "Count for me" }).waitFor();
      await picture(page, `camera ${looks} off`);
    });
  });
}

/** Begins a session that goes on without a camera, and says why. */
async function goesOn(page, sentence) {
  await page.getByText(sentence).waitFor({ timeout: 60_000 });
  assert.equal(await light(page).count(), 0);
  await page.getByRole("button", { name: "Count for me" }).waitFor();
  const seconds = () => page.locator(".stage-line > div").getAttribute("style");
  const before = await seconds();
  await page.waitForTimeout(1500);
  assert.notEqual(await seconds(), before, "the clock leads");
  assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 1);
}

test("who does not allow the camera is led by the clock", async () => {
  await withPage(server.address, { flags: FAKE.slice(1) }, async (page) => {
    await begin(page, server.address);
    await goesOn(page, "The camera is not allowed here. The clock leads.");
  });
});

for (const [name, sentence] of [
  ["NotFoundError", "There is no camera here. The clock leads."],
  ["NotReadableError", "Another program has the camera. The clock leads."],
]) {
  test(`where the browser says ${name} the clock leads`, async () => {
    const refuse = `async () => { throw new DOMException("", "${name}"); }`;
    const content = `if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = ${refuse};`;
    await withPage(server.address, { inits: [{ content }] }, async (page) => {
      await begin(page, server.address);
      await goesOn(page, sentence);
    });
  });
}

test("a camera that is pulled out in the middle leaves the clock", async () => {
  await withPage(server.address, options, async (page) => {
    await begin(page, server.address);
    await live(page);
    await page.evaluate(() => globalThis.tracks[0].dispatchEvent(new Event("ended")));
    await goesOn(page, "The camera has gone. The clock leads.");
    assert.deepEqual(await states(page), ["ended"]);
  });
});

test("where a network does not come the clock leads", async () => {
  const before = (page) => page.context().route(/\.net$/, (route) => route.abort());
  const expects = [/failed: .*\.net/, /ERR_FAILED/];
  await withPage(server.address, { ...options, before, expects, serviceWorkers: "block" }, async (page) => {
    await begin(page, server.address);
    await goesOn(page, "Watching does not work here just now. The clock leads.");
    assert.deepEqual(await states(page), ["ended"]);
  });
});

test("who does not want it is never asked, and nothing that watches is loaded", async () => {
  const requests = [];
  const before = (page) => page.context().on("request", (request) => requests.push(request.url()));
  await withPage(server.address, { ...options, before }, async (page) => {
    await beginFirst(page);
    await page.getByRole("button", { name: "Count for me" }).waitFor();
    await page.waitForTimeout(1000);
    assert.deepEqual(await states(page), []);
    assert.deepEqual(requests.filter((url) => /watch|\.net$/.test(url)), []);
    assert.deepEqual(await networks(page), []);
  });
});
