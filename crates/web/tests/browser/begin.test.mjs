// The first run, screen by screen.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { MORNING, beginFirst, hears, hurtsBy, none, pass, press, records } from "./led.mjs";
import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

/** Returns the words that somebody reads on the page, the links to other pages aside. */
async function words(page) {
  const text = await page.locator("main").evaluate((main) => {
    const hidden = [...main.querySelectorAll(".visually-hidden")].map((part) => part.innerText);
    return hidden.reduce((text, part) => text.replace(part, ""), main.innerText);
  });
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length;
}

async function look(page, name) {
  await picture(page, `begin ${name}`);
  await assertAccessible(page);
}

test("from the first word to the first movement", async () => {
  await withPage(server.address, {}, async (page) => {
    assert.ok((await words(page)) <= 45);
    await page.getByRole("link", { name: "Start" }).click();
    const emergency = page.getByRole("heading", { name: "Any of these, now or with this pain?" });
    await emergency.waitFor();
    assert.ok(await emergency.evaluate((heading) => heading === document.activeElement), "the keyboard is at the question");
    await look(page, "emergency");
    await press(page, "None of these");
    await page.getByText("Fever or shivering").waitFor();
    assert.ok((await words(page)) <= 45);
    await look(page, "same day");
    await press(page, "None of these");
    await page.getByLabel("No better after six weeks").waitFor();
    assert.ok((await words(page)) <= 45);
    await look(page, "about the pain");
    await press(page, "None of these");
    await page.getByLabel("Cancer, ever").waitFor();
    assert.ok((await words(page)) <= 45);
    await look(page, "about you");
    await press(page, "None of these");
    await page.getByRole("radio", { name: "10", exact: true }).waitFor();
    await look(page, "pain");
    await hurtsBy(page, 4);
    await press(page, "Go on");
    await page.getByRole("heading", { name: "Can you hear this?" }).waitFor();
    assert.ok((await words(page)) <= 45);
    await look(page, "hear");
    await hears(page);
    await page.getByText("Tap anywhere to pause.").waitFor();
    assert.ok((await words(page)) <= 45);
    await look(page, "ready");
    await press(page, "Begin");
    await page.getByRole("heading", { name: "W & Y" }).waitFor();
    const answered = await records(page, "screen");
    assert.deepEqual(answered.map(({ stage }) => stage), ["emergency", "same-day", "about-the-pain", "about-you"]);
    assert.equal((await records(page, "pain"))[0].pain, 4);
  });
});

for (const [looks, options] of Object.entries({ "at night": { colorScheme: "dark" }, "on a phone": { viewport: { width: 360, height: 640 } } })) {
  test(`everybody can use it ${looks}`, async () => {
    await withPage(`${server.address}#/begin`, options, async (page) => {
      for (const list of ["emergency", "same-day", "about-the-pain", "about-you"]) {
        await look(page, `${list} ${looks}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `${wider} pixels stick out`);
        await press(page, "None of these");
      }
      await page.getByRole("radio").first().waitFor();
      await look(page, `pain ${looks}`);
    });
  });
}

test("a red flag blocks, with the way to help", async () => {
  await withPage(`${server.address}#/begin`, { locale: "en-US" }, async (page) => {
    await press(page, "Any of these, or not sure");
    await page.getByRole("heading", { name: "Call for help now" }).waitFor();
    await page.getByText("Call your local emergency number now. No exercises today.").waitFor();
    assert.equal(await page.getByRole("link", { name: "Call 911" }).getAttribute("href"), "tel:911");
    await look(page, "emergency stop");
    await page.goto(`${server.address}#/session`);
    await page.getByRole("link", { name: "Start" }).waitFor();
    assert.equal(await page.locator(".stage").count(), 0, "no way around it");
  });
});

test("what needs a clinician today blocks", async () => {
  await withPage(`${server.address}#/begin`, {}, async (page) => {
    await none(page, /now or with this pain/);
    await page.getByText("Fever or shivering").waitFor();
    await press(page, "Any of these, or not sure");
    await page.getByText("See a clinician today. No exercises until then.").waitFor();
    await look(page, "same day stop");
    await press(page, "Answer again");
    await page.getByText("Fever or shivering").waitFor();
  });
});

test("what is to be checked first leaves the standing exercises", async () => {
  await withPage(`${server.address}#/begin`, {}, async (page) => {
    await none(page, /now or with this pain/);
    await none(page, /Any of these with this pain/);
    await none(page, /Is the pain like this/);
    await page.getByLabel("Cancer, ever").check();
    await press(page, "Go on");
    await page.getByRole("heading", { name: /Has a clinician checked/ }).waitFor();
    await look(page, "cleared");
    await press(page, "No");
    await hurtsBy(page, 2);
    await press(page, "Go on");
    await page.getByText("Until then, only the two standing exercises.").waitFor();
    await look(page, "told");
    await press(page, "Go on");
    await hears(page);
    await press(page, "Begin");
    await page.locator(".stage-place").getByText("1 of 2").waitFor();
  });
});

test("the browser's way back leads to the question before", async () => {
  await withPage(server.address, {}, async (page) => {
    await page.getByRole("link", { name: "Start" }).click();
    await none(page, /now or with this pain/);
    await none(page, /Any of these with this pain/);
    await page.getByRole("heading", { name: "Is the pain like this?" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Any of these with this pain?" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: /now or with this pain/ }).waitFor();
    await page.goForward();
    await page.getByRole("heading", { name: "Any of these with this pain?" }).waitFor();
  });
});

test("strong pain leaves three small exercises", async () => {
  await withPage(`${server.address}#/begin`, {}, async (page) => {
    await none(page, /now or with this pain/);
    await none(page, /Any of these with this pain/);
    await none(page, /Is the pain like this/);
    await none(page, /Does any of these fit you/);
    await hurtsBy(page, 8);
    await press(page, "Go on");
    await page.getByText("Your pain is strong today").waitFor();
    await press(page, "Go on");
    await hears(page);
    await press(page, "Begin");
    await page.locator(".stage-place").getByText("1 of 3").waitFor();
  });
});

test("the next day only the emergency list is asked, and how it was", async () => {
  await withPage(server.address, { clock: MORNING }, async (page) => {
    await beginFirst(page);
    await pass(page, 60);
    await press(page, "End");
    await press(page, "End it");
    await hurtsBy(page, 3);
    await press(page, "No, nothing");
    await page.clock.fastForward(26 * 60 * 60 * 1000);
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("heading", { name: "How is your back today?" }).waitFor();
    await hurtsBy(page, 5);
    await page.getByRole("link", { name: "Start" }).click();
    await none(page, /now or with this pain/);
    await page.getByRole("heading", { name: "Was your back worse on the day after last time?" }).waitFor();
    await press(page, "Yes");
    await page.getByText("half the dose today").waitFor();
    await press(page, "Go on");
    await page.locator(".stage").waitFor();
  });
});
