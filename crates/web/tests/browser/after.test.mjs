// After a session.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { MORNING, beginFirst, hurtsBy, pass, press, records } from "./led.mjs";
import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

/** Does a little, with that pain before, and ends. */
async function ended(options, use) {
  await withPage(server.address, { clock: MORNING, ...options }, async (page) => {
    await beginFirst(page, { pain: 3 });
    await pass(page, 64);
    await press(page, "End");
    await press(page, "End it");
    await page.getByRole("heading", { name: "How is it now?" }).waitFor();
    await use(page);
  });
}

test("two taps when nothing got worse", async () => {
  await ended({}, async (page) => {
    await page.getByText("1 exercise done, in 1 minute.").waitFor();
    await hurtsBy(page, 2);
    await press(page, "No, nothing");
    await page.getByRole("heading", { name: "Done for today" }).waitFor();
    await page.getByText("It may ease your back.").waitFor();
    assert.deepEqual((await records(page, "pain")).map(({ pain, moment }) => [pain, moment]), [[3, "before"], [2, "after"]]);
    const [session] = await records(page, "session");
    assert.equal(session.end, "stopped");
    assert.equal((await records(page, "aftermath"))[0].worse, false);
    assert.equal((await records(page, "pain"))[1].session, session.session);
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("heading", { name: "How is your back today?" }).waitFor();
    assert.equal(await page.getByText("Go on where you were?").count(), 0);
  });
});

test("more pain than before is told, and the next session is smaller", async () => {
  await ended({}, async (page) => {
    await hurtsBy(page, 5);
    await press(page, "No, nothing");
    await page.getByText("More than before. Next time the movements will be smaller.").waitFor();
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("link", { name: "Start" }).click();
    await press(page, "None of these");
    await hurtsBy(page, 4);
    await press(page, "Go on");
    await page.getByText("Last time it hurt more afterwards: smaller movements today.").waitFor();
  });
});

const WORSE = [
  ["Chest pain, breathlessness", "Stop. Call your local emergency number now."],
  ["New tingling or weakness", "have it checked by a clinician"],
  ["None of these, only more sore", "New tingling, weakness, dizziness, or pain that stays worse"],
];

test("what is worse or new decides what is told", async () => {
  for (const [kind, told] of WORSE) {
    await ended({}, async (page) => {
      await press(page, "Yes");
      await page.getByRole("heading", { name: "What is it like?" }).waitFor();
      await page.getByRole("button", { name: kind }).click();
      await page.getByText(told).waitFor();
      assert.equal((await records(page, "aftermath"))[0].worse, true);
    });
  }
});

test("a reload asks again, and nothing is told twice", async () => {
  await ended({}, async (page) => {
    await page.reload();
    await page.getByRole("heading", { name: "How is it now?" }).waitFor();
    await hurtsBy(page, 3);
    await press(page, "No, nothing");
    await page.getByRole("heading", { name: "Done for today" }).waitFor();
    assert.equal((await records(page, "session")).length, 1);
  });
});

for (const [name, options] of Object.entries({
  "by day": { viewport: { width: 1280, height: 800 } },
  "at night": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
})) {
  test(`everybody can use it ${name}`, async () => {
    await ended(options, async (page) => {
      await assertAccessible(page);
      await picture(page, `after ${name}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
      await press(page, "No, nothing");
      await page.getByRole("heading", { name: "Done for today" }).waitFor();
      await assertAccessible(page);
      await picture(page, `after done ${name}`);
    });
  });
}
