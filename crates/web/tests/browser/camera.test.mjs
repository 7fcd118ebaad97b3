// Somebody who is watched by the camera: our own figure, filmed.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { FAKE, filmed, remembered } from "./film.mjs";
import { beginFirst, exercise, press, records } from "./led.mjs";
import { assertAccessible, kept, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const angels = await filmed("wall-angels");
const options = { flags: angels, permissions: ["camera"], inits: [remembered] };

/** Returns the states of every track that the page was given. */
const states = (page) => page.evaluate(() => globalThis.tracks.map((track) => track.readyState));
const light = (page) => page.getByText("Camera on");
const live = (page) => page.waitForFunction(() => globalThis.tracks.at(-1)?.readyState === "live");
const counted = (page, number) =>
  page.locator(".camera-count").filter({ hasText: `${number}` }).waitFor({ timeout: 90_000 });

/** Returns which networks are kept for when there is none. */
const networks = (page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    const kept = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return kept.map(({ url }) => url.match(/(\w+)\.\w+\.net$/)?.[1]).filter(Boolean).sort();
  });

/** Begins a session in which the camera is to count. */
async function begin(page) {
  await page.goto(`${server.address}#/settings`);
  await page.getByRole("checkbox", { name: /Count for me/ }).check();
  await page.goto(`${server.address}#/today`);
  await beginFirst(page);
}

/** Begins one, and goes to the wall angels. */
async function watched(page) {
  await begin(page);
  await light(page).waitFor();
  await press(page, "Skip");
  assert.equal(await exercise(page), "Wall angels");
}

test("repetitions are counted, nothing leaves the page, and the camera goes off when it should", async () => {
  const requests = [];
  const before = (page) => page.context().on("request", (request) => requests.push(request));
  await withPage(server.address, { ...options, before }, async (page) => {
    await kept(page);
    await watched(page);
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

test("in a little room, head to hips is enough", async () => {
  const flags = await filmed("wall-angels", { crop: "300:224:90:0" });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page);
    await counted(page, 2);
    await picture(page, "camera head to hips");
  });
});

test("who stands still is waited for, and after a while not any more", async () => {
  const flags = await filmed("wall-angels", { stands: true });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page);
    const repetition = (number) => page.locator(".stage-dot-done").nth(number - 1);
    await page.getByText("I wait for you.").waitFor({ timeout: 60_000 });
    assert.ok(await repetition(1).isVisible());
    await page.waitForTimeout(1500);
    assert.equal(await repetition(2).count(), 0, "the clock stands");
    await repetition(2).waitFor({ timeout: 30_000 });
    assert.equal(await page.locator(".camera-count").count(), 0, "nothing is counted that was not done");
  });
});

test("where frames cannot go to the worker by themselves they are handed over", async () => {
  const inits = [remembered, () => delete globalThis.MediaStreamTrackProcessor];
  await withPage(server.address, { ...options, inits }, async (page) => {
    await watched(page);
    await counted(page, 2);
  });
});

test("a page that nobody sees watches nobody", async () => {
  await withPage(server.address, options, async (page) => {
    await begin(page);
    await live(page);
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { get: () => true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assert.deepEqual(await states(page), ["ended"]);
    assert.equal(await light(page).count(), 0);
  });
});

for (const [looks, viewport, colorScheme] of [
  ["phone", { width: 360, height: 640 }, "light"],
  ["phone night", { width: 360, height: 640 }, "dark"],
  ["desktop night", { width: 1280, height: 800 }, "dark"],
]) {
  test(`it looks as it should: ${looks}`, async () => {
    await withPage(server.address, { ...options, viewport, colorScheme }, async (page) => {
      await watched(page);
      await page.getByText("I see you.").waitFor({ timeout: 60_000 });
      await picture(page, `camera ${looks} on the way`);
      await counted(page, 1);
      await picture(page, `camera ${looks}`);
      await assertAccessible(page);
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
    await begin(page);
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
      await begin(page);
      await goesOn(page, sentence);
    });
  });
}

test("a camera that is pulled out in the middle leaves the clock", async () => {
  await withPage(server.address, options, async (page) => {
    await begin(page);
    await live(page);
    await page.evaluate(() => globalThis.tracks[0].dispatchEvent(new Event("ended")));
    await goesOn(page, "The camera has gone. The clock leads.");
    assert.deepEqual(await states(page), ["ended"]);
  });
});

test("where a network does not come the clock leads", async () => {
  const before = (page) => page.context().route(/\.net$/, (route) => route.abort());
  const expects = [/failed: .*\.net/, /ERR_FAILED/, /Service Worker registration blocked/];
  await withPage(server.address, { ...options, before, expects, serviceWorkers: "block" }, async (page) => {
    await begin(page);
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
