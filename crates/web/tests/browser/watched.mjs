// Somebody who is watched by the camera while the page leads them.

import assert from "node:assert/strict";

import { beginFirst, exercise, press } from "./led.mjs";

/** Returns the states of every track that the page was given. */
export const states = (page) => page.evaluate(() => globalThis.tracks.map((track) => track.readyState));
export const light = (page) => page.getByText("Camera on");
export const live = (page) => page.waitForFunction(() => globalThis.tracks.at(-1)?.readyState === "live");
export const counted = (page, number) =>
  page.locator(".camera-count").filter({ hasText: `${number}` }).waitFor({ timeout: 90_000 });

/** Returns which networks are kept for when there is none. */
export const networks = (page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    const kept = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return kept.map(({ url }) => url.match(/(\w+)\.\w+\.net$/)?.[1]).filter(Boolean).sort();
  });

/** Begins a session in which the camera is to count, at the address of the pages. */
export async function begin(page, address, how) {
  await page.goto(`${address}#/settings`);
  await page.getByRole("checkbox", { name: /Count for me/ }).check();
  await page.goto(`${address}#/today`);
  await beginFirst(page, how);
}

/** Begins one, and goes to the wall angels. */
export async function watched(page, address, how) {
  await begin(page, address, how);
  await light(page).waitFor();
  await press(page, "Skip");
  assert.equal(await exercise(page), "Wall angels");
}
