// The first page, from the real server.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const SEVEN = [
  "Foam rolling",
  "Child's pose",
  "W & Y",
  "Levator scapulae stretch",
  "Back extension",
  "Opposite arm and leg",
  "Wall angels",
];

test("it shows the seven", async () => {
  await withPage(server.address, {}, async (page) => {
    assert.deepEqual(await page.getByRole("main").getByRole("listitem").allTextContents(), SEVEN);
    assert.equal(await page.title(), "The seven · Unknot");
    await picture(page, "today");
  });
});

test("an address that leads nowhere leads back", async () => {
  await withPage(`${server.address}#/nowhere`, {}, async (page) => {
    assert.equal(await page.locator("h1").textContent(), "Nothing here");
    await assertAccessible(page);
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("main").getByRole("listitem").first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "The seven");
    await page.goBack();
    await page.getByText("There is no page").waitFor();
  });
});

const LOOKS = {
  "by day": {},
  "at night": { colorScheme: "dark" },
  "with more contrast": { contrast: "more" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
  "at twice the size": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

for (const [name, options] of Object.entries(LOOKS)) {
  test(`everybody can use it ${name}`, async () => {
    await withPage(server.address, options, async (page) => {
      await assertAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
      await picture(page, `today ${name}`);
    });
  });
}

test("it can be installed as a program", async () => {
  await withPage(server.address, {}, async (page) => {
    const client = await page.context().newCDPSession(page);
    const { errors, data } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    for (const icon of JSON.parse(data).icons) {
      const size = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, icon.src);
      assert.equal(size, icon.sizes);
    }
  });
});
