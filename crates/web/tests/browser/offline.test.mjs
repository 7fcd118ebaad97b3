// Without a network, and without the server.

import assert from "node:assert/strict";
import { test } from "node:test";

import { figureAt } from "./figure.mjs";
import { kept, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

test("it works when the server is gone", async () => {
  const server = await serve();
  await withPage(`${server.address}#/seven`, {}, async (page) => {
    await kept(page);
    assert.equal(await server.stop(), 0);
    await page.reload();
    await page.locator("h1").waitFor();
    assert.equal(await page.locator(".seven-row").count(), 7);
    await page.locator(".seven-row img:visible").first().evaluate((image) => image.decode());
    // A new tab, as when it is opened the next day.
    const tomorrow = await page.context().newPage();
    await tomorrow.goto(`${server.address}#/seven`);
    await tomorrow.getByText("Wall angels").waitFor();
    const loaded = await tomorrow.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === "loaded")));
    assert.ok(loaded, "the fonts are kept, too");
    await tomorrow.goto(`${server.address}#/seven/wall-angels`);
    await figureAt(tomorrow, 6);
  });
});
