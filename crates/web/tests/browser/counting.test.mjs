// What the camera counts, of whom and where.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { filmed, remembered } from "./film.mjs";
import { exercise, press } from "./led.mjs";
import { kept, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";
import { begin, counted, live, networks, states, watched } from "./watched.mjs";

const server = await serve();
after(() => server.stop());

const angels = await filmed("wall-angels");
const options = { flags: angels, permissions: ["camera"], inits: [remembered] };

test("in a little room, head to hips is enough", async () => {
  const flags = await filmed("wall-angels", { crop: "300:224:90:0" });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page, server.address);
    await counted(page, 2);
    await picture(page, "camera head to hips");
  });
});

test("who stands still is waited for, and after a while not any more", async () => {
  const flags = await filmed("wall-angels", { stands: true });
  await withPage(server.address, { ...options, flags }, async (page) => {
    await watched(page, server.address);
    const repetition = (number) => page.locator(".stage-dot-done").nth(number - 1);
    await page.getByText("I wait for you.").waitFor({ timeout: 60_000 });
    assert.ok(await repetition(1).isVisible());
    await page.waitForTimeout(1500);
    assert.equal(await repetition(2).count(), 0, "the clock stands");
    await repetition(2).waitFor({ timeout: 30_000 });
    assert.equal(await page.locator(".camera-count").count(), 0, "nothing is counted that was not done");
  });
});

test("it counts another exercise, too", async () => {
  const flags = await filmed("w-and-y");
  await withPage(server.address, { ...options, flags }, async (page) => {
    await begin(page, server.address);
    assert.equal(await exercise(page), "W & Y");
    await counted(page, 2);
    await picture(page, "camera w-and-y");
  });
});

test("after a reload in the middle it goes on", async () => {
  await withPage(server.address, options, async (page) => {
    await watched(page, server.address);
    await counted(page, 2);
    await page.reload();
    await page.getByRole("heading", { name: "Go on where you were?" }).waitFor();
    assert.deepEqual(await states(page), [], "nobody is watched before they go on");
    await press(page, "Go on");
    await live(page);
    await counted(page, 4);
    await page.keyboard.press("c");
    await page.reload();
    await press(page, "Go on");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    assert.deepEqual(await states(page), [], "what was switched off stays off");
  });
});

test("without a network it counts once it has counted before", async () => {
  const server = await serve();
  await withPage(server.address, options, async (page) => {
    await kept(page);
    await watched(page, server.address);
    await counted(page, 1);
    assert.deepEqual(await networks(page), ["detector", "lite"]);
    assert.equal(await server.stop(), 0);
    await page.reload();
    await press(page, "Go on");
    await live(page);
    await counted(page, 3);
  });
});
