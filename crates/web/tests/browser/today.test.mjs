// The first page, from the real server.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { MORNING, beginFirst, hurtsBy, none, press } from "./led.mjs";
import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const SEVEN = [
  "W & Y",
  "Wall angels",
  "Levator scapulae stretch",
  "Opposite arm and leg",
  "Back extension",
  "Child's pose",
  "Foam rolling",
];

/** Returns the exercises of the plan. */
function plan(page) {
  return page.locator(".today-name").allTextContents();
}

/** Answers everything once and comes back to this page on the next day, as somebody who has been here. */
async function returned(options, use) {
  await withPage(server.address, { clock: MORNING, ...options }, async (page) => {
    await beginFirst(page);
    await press(page, "End");
    await press(page, "End it");
    await press(page, "No, nothing");
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("heading", { name: "How is your back today?" }).waitFor();
    await use(page);
  });
}

test("who has done a session is asked how the last week was", async () => {
  await returned({}, async (page) => {
    assert.equal(await page.getByRole("link", { name: "Answer them" }).count(), 0);
    await page.getByRole("link", { name: "Journal" }).click();
    const path = fileURLToPath(new URL("../../../journal/tests/version-1.jsonl", import.meta.url));
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByRole("article").nth(1).waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("link", { name: "Answer them" }).click();
    await page.getByRole("heading", { name: "How was your last week?" }).waitFor();
  });
});

test("the first time it promises little, and shows the seven", async () => {
  await withPage(server.address, {}, async (page) => {
    assert.deepEqual(await plan(page), SEVEN);
    assert.equal(await page.title(), "Upper back sore? · Unknot");
    await picture(page, "today");
  });
});

test("the plan answers every choice at once", async () => {
  await returned({}, async (page) => {
    assert.deepEqual(await plan(page), SEVEN);
    await page.getByText("Change it").click();
    await page.getByLabel("Minutes").fill("4");
    assert.ok((await plan(page)).length < 7);
    await page.getByText("no time for it").first().waitFor();
    await page.getByLabel("Minutes").fill("7");
    await page.getByRole("radio", { name: "As in the article" }).check({ force: true });
    assert.equal((await plan(page))[0], "Foam rolling");
    await page.getByLabel("roller").uncheck();
    await page.getByText("Over a rolled towel").or(page.getByText("Over the back of a chair")).waitFor();
    await page.getByRole("radio", { name: "In the office" }).check({ force: true });
    assert.deepEqual([...(await plan(page))].sort(), ["Levator scapulae stretch", "W & Y", "Wall angels"]);
    await page.getByRole("radio", { name: "At home" }).check({ force: true });
    await hurtsBy(page, 8);
    await page.getByText("because of your answers, or how you are today").first().waitFor();
    assert.equal((await plan(page)).length, 3);
    await assertAccessible(page);
    await page.reload();
    await page.getByText("Change it").click();
    assert.ok(!(await page.getByLabel("roller").isChecked()), "what is not at hand is remembered");
  });
});

test("pain and Start lead to the emergency list, and from there to the first movement", async () => {
  await returned({}, async (page) => {
    await hurtsBy(page, 4);
    await page.getByRole("link", { name: "Start" }).click();
    await none(page, /now or with this pain/);
    await page.locator(".stage").waitFor();
  });
});

for (const [name, options] of Object.entries({
  "on a desk": { viewport: { width: 1280, height: 800 } },
  "on a phone at night": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
})) {
  test(`everybody who returns can use it ${name}`, async () => {
    await returned(options, async (page) => {
      await picture(page, `today returned ${name}`);
      await page.getByText("Change it").click();
      await assertAccessible(page);
      await picture(page, `today options ${name}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
    });
  });
}

test("an address that leads nowhere leads back", async () => {
  await withPage(`${server.address}#/nowhere`, {}, async (page) => {
    assert.equal(await page.locator("h1").textContent(), "Nothing here");
    await assertAccessible(page);
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("listitem").first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Upper back sore?");
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
