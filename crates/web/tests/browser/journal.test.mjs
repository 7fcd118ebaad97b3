// The journal: it is kept, it can be taken along, and it can be erased.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

import { assertAccessible, on, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const journal = `${server.address}#/journal`;
const every = await readFile(new URL("../../../journal/tests/version-1.jsonl", import.meta.url), "utf8");

/** Adds records from a file, as a person does. */
async function add(page, text) {
  const file = { name: "unknot-journal.jsonl", mimeType: "", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("status").filter({ hasText: /record|Nothing was|already/ }).waitFor();
}

/** Returns a file with a session on each of so many days. */
function days(count) {
  const lines = [];
  const line = (day, number, minute, kind, entry) => {
    const id = `019ab7d1-${`${day}`.padStart(4, "0")}-7a00-8000-00000000000${number}`;
    const at = `2026-11-${`${day}`.padStart(2, "0")}T08:${minute}:00+01:00[Europe/Berlin]`;
    const device = "019ab7d0-0000-7d00-8000-00000000000d";
    lines.push(JSON.stringify({ v: 1, id, device, at, kind, entry: { ...entry(id, at) } }));
    return id;
  };
  for (let day = 1; day <= count; day++) {
    const session = line(day, 1, "10", "session", (session, at) => ({
      session, programme: "seven", started: at, ended: at.replace("08:10", "08:17"), end: "finished", exercises: [],
    }));
    line(day, 2, "11", "pain", () => ({ pain: 4 + (day % 4), moment: "before", session }));
    line(day, 3, "18", "pain", () => ({ pain: 2 + (day % 3), moment: "after", session }));
  }
  return lines.join("\n") + "\n";
}

async function exported(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file" }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("an empty journal says what will be here", async () => {
  await withPage(journal, {}, async (page) => {
    await page.getByText("Nothing here yet. After a session").waitFor();
    await assertAccessible(page);
    await picture(page, "journal empty");
    await page.getByRole("link", { name: "To the first page" }).click();
    await page.getByRole("heading", { name: "Upper back sore?" }).waitFor();
  });
});

test("it tells what was done and how it felt, and still does when the page is loaded again", async () => {
  await withPage(journal, {}, async (page) => {
    await add(page, every);
    const holds = async () => {
      const session = page.getByRole("article").filter({ hasText: "Pain 5 before → 3 after" });
      await session.waitFor();
      const text = (await session.innerText()).replaceAll("\n", " ");
      assert.match(text, /07:11 · 2 min · finished/);
      assert.match(text, /Done Wall angels/);
      assert.match(text, /Made easier Levator scapulae stretch/);
      assert.match(text, /Skipped Back extension/);
      assert.match(text, /Sore in Levator scapulae stretch \(right, 52 s into it\)/);
      assert.match(text, /It hurt in Back extension \(sharp pain\)/);
      const headings = await page.locator(".journal-day h3").allTextContents();
      assert.deepEqual(headings, ["Wednesday, November 25, 2026", "Tuesday, November 24, 2026"]);
      assert.equal(await page.getByText("A new chair").count(), 0, "it was taken back");
      await page.getByText("Too few days with a rating").waitFor();
      await page.locator("html[data-palette=night][data-text=larger]").waitFor({ state: "attached" });
    };
    await holds();
    await page.reload();
    await holds();
  });
});

test("a file has every record byte for byte, and can be read again", async () => {
  // What a newer version wrote is in it, too.
  const newer = every.split("\n")[0].replace('"v":1,', '"v":9, "mood":"fine", ').replace("screen", "dream").replace("00000001", "000000ff");
  await withPage(journal, {}, async (page) => {
    await add(page, `${newer}\n${every}`);
    const file = await exported(page);
    assert.match(file.name, /^unknot-journal-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = file.text.trimEnd().split("\n");
    assert.equal(lines.pop(), '{"end":{"lines":13}}');
    assert.deepEqual(lines.sort(), `${newer}\n${every}`.trimEnd().split("\n").sort());
    // What is missing is noticed, wherever it is.
    await add(page, file.text.replace(/.*\n/, ""));
    await page.getByText("found 12 lines before it, expected 13").waitFor();
    await add(page, lines.join("\n"));
    await page.getByText("The file does not say where it ends").waitFor();
    await add(page, file.text);
    await page.getByText("Everything in the file is here already.").waitFor();
    await page.reload();
    await page.getByRole("article").first().waitFor();
    assert.equal((await exported(page)).text, file.text);
  });
});

test("a file that is none adds nothing, and what is wrong is told", async () => {
  await withPage(journal, {}, async (page) => {
    await add(page, every.replace('"pain":5', '"pain":11'));
    await page.getByText(/line 3, column \d+: .*found 11, expected a pain from 0 to 10/).waitFor();
    assert.equal(await page.getByRole("article").count(), 0);
  });
});

test("two tabs tell each other", async () => {
  await withPage(journal, {}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(journal);
    await other.getByText("Nothing here yet").waitFor();
    await add(page, days(2));
    await other.getByRole("article").nth(1).waitFor();
    await add(other, days(3));
    await page.getByRole("article").nth(2).waitFor();
    await other.reload();
    await other.getByRole("article").nth(2).waitFor();
    await erase(other);
    await page.getByText("Nothing here yet").waitFor();
  });
});

async function erase(page) {
  await page.getByRole("button", { name: "Erase everything …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Everything is erased.").waitFor();
}

test("erasing is asked twice, by keyboard alone, and leaves nothing", async () => {
  await withPage(journal, {}, async (page) => {
    await add(page, every);
    await page.getByRole("article").first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.getByRole("button", { name: "Erase everything …" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "Keep it");
    await assertAccessible(page);
    await picture(page, "journal erase");
    await page.keyboard.press("Escape");
    assert.equal(await focused(), "Erase everything …");
    assert.ok((await page.getByRole("article").count()) > 0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Everything is erased.").waitFor();
    await page.getByText("Nothing here yet").waitFor();
    assert.equal((await exported(page)).text, "");
    await page.reload();
    await page.getByText("Nothing here yet").waitFor();
    await page.locator("html[data-palette=auto]").waitFor({ state: "attached" });
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  });
});

test("a pain that was told wrongly is corrected, and taken back", async () => {
  await withPage(journal, {}, async (page) => {
    await add(page, days(1));
    const session = page.getByRole("article");
    await session.getByText("Pain 5 before → 3 after").waitFor();
    await session.getByText("Correct the pain").click();
    await session.getByLabel("After").selectOption("4");
    await session.getByText("Pain 5 before → 4 after").waitFor();
    await page.reload();
    await session.getByText("Correct the pain").click();
    await session.getByLabel("Before").selectOption("Take back");
    await session.getByText("Pain 4 after").waitFor();
    assert.match((await exported(page)).text, /\{"end":\{"lines":5\}\}\n$/, "what was told first is still there");
  });
});

test("pain over time is a picture, a table and words", async () => {
  await withPage(journal, { ...on("2026-11-07T12:00:00+01:00") }, async (page) => {
    await add(page, days(6).replaceAll('exercises":[]', `exercises":[${EXERCISE("w-and-y", false)}]`));
    await page.getByRole("heading", { name: "Does it help?" }).waitFor();
    await page.getByText("After it, pain is 2.5 of 10 lower than before, on average over 6 sessions: 5.5 before, 3 after.").waitFor();
    const picture = page.getByRole("img", { name: /^Pain over time, from 0 to 10/ });
    assert.equal(await picture.locator("svg > text", { hasText: "Too few days to tell" }).count(), 1);
    // Of each session two circles that are one upon the other, and one after; two explain them.
    assert.equal(await picture.locator("circle").count(), 6 * 3 + 2);
    const heights = await picture.locator("circle").evaluateAll((marks) => marks.map((mark) => +mark.getAttribute("cy")));
    assert.ok(heights[6] < heights[0], "more pain stands higher");
    assert.equal(await picture.locator("[style], style").count(), 0);
    await page.getByText("The same as a table").click();
    const rows = await page.locator(".journal-table").getByRole("row").allInnerTexts();
    assert.deepEqual(rows.length, 7);
    assert.match(rows[6], /Nov 1, 2026, 08:10\s+5\s+3/);
    await page.getByText("Week of Nov 2, 2026").waitFor();
  });
});

test("a calendar shows the days with a session, a month at a time", async () => {
  await withPage(journal, { ...on("2026-12-07T12:00:00+01:00") }, async (page) => {
    const one = days(1).replaceAll("exercises\":[]", `exercises":[${EXERCISE("w-and-y", false)}]`);
    await add(page, one);
    await page.getByText("No day with a session").waitFor();
    assert.ok(await page.getByRole("button", { name: "The month after" }).isDisabled());
    await page.getByRole("button", { name: "The month before" }).click();
    await page.getByText("1 day with a session").waitFor();
    assert.equal((await page.locator(".calendar-done").innerText()).replaceAll("\n", ""), "1, session");
    assert.ok(await page.getByRole("button", { name: "The month before" }).isDisabled());
    await assertAccessible(page);
  });
});

const EXERCISE = (exercise, skipped) =>
  JSON.stringify({
    exercise, variant: null, asked: { repetitions: 8, hold_seconds: null }, done: { repetitions: 8, hold_seconds: null },
    skipped, eased: false, sore: [], seconds: 40,
  });

test("a suggestion changes the plan when it is agreed to, until that is taken back", async () => {
  await withPage(journal, { ...on("2026-11-07T12:00:00+01:00") }, async (page) => {
    const exercises = `exercises":[${EXERCISE("w-and-y", false)},${EXERCISE("foam-rolling", true)}]`;
    await add(page, days(5).replaceAll('exercises":[]', exercises));
    await page.getByText("Leave out Foam rolling: it was skipped in the last 4 sessions that had it.").waitFor();
    await assertAccessible(page);
    await picture(page, "journal suggestion");
    await page.getByRole("button", { name: "Yes, please" }).click();
    await page.getByText("leave out: Foam rolling").waitFor();
    assert.equal(await page.getByRole("button", { name: "Yes, please" }).count(), 0);
    await page.reload();
    await page.clock.setFixedTime(new Date("2026-11-07T12:01:00+01:00"));
    await page.getByRole("button", { name: "No longer" }).click();
    await page.getByText("leave out: Foam rolling").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("button", { name: "Yes, please" }).count(), 0, "it rests");
  });
});

test("where the browser keeps nothing it says so, and goes on", async () => {
  await withPage(server.address, {}, async (page) => {
    await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
    await page.goto(journal);
    await page.reload();
    await page.getByText("Nothing is being kept.").waitFor();
    await assertAccessible(page);
    await add(page, days(1));
    await page.getByRole("article").waitFor();
    assert.equal((await exported(page)).text, `${days(1)}{"end":{"lines":3}}\n`);
    await picture(page, "journal nothing kept");
  });
});

test("where there is no space it says so, and keeps what it can later", async () => {
  await withPage(journal, {}, async (page) => {
    const client = await page.context().newCDPSession(page);
    const { origin } = new URL(server.address);
    await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await add(page, days(1));
    await page.getByText("The browser has no space left for it.").waitFor();
    await client.send("Storage.overrideQuotaForOrigin", { origin });
    await add(page, days(2));
    await page.getByText("Nothing is being kept.").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("article").nth(1).waitFor();
  });
});

test("it stands in no newer version's way, and says what to do", async () => {
  await withPage(journal, {}, async (page) => {
    await page.getByText("Nothing here yet").waitFor();
    const opened = await page.evaluate(async () => {
      const [{ version }] = await indexedDB.databases();
      const request = indexedDB.open("unknot", version + 1);
      return new Promise((done) => {
        request.onsuccess = () => (request.result.close(), done("opened"));
        request.onblocked = () => done("blocked");
      });
    });
    assert.equal(opened, "opened");
    await add(page, days(1));
    await page.getByText("Load the page again to mend this.").waitFor();
    await page.getByRole("article").waitFor();
  });
});

/** Returns a file with months of sessions, with pain that goes down and up and down. */
function months(count) {
  const lines = [];
  const device = "019ab7d0-0000-7d00-8000-00000000000d";
  const line = (day, number, minute, kind, entry) => {
    const date = new Date(Date.UTC(2026, 10, 27 - count + day)).toISOString().slice(0, 10);
    const id = `019ab7d1-${`${day}`.padStart(4, "0")}-7a00-8000-00000000000${number}`;
    const at = `${date}T08:${minute}:00+01:00[Europe/Berlin]`;
    lines.push(JSON.stringify({ v: 2, id, device, at, kind, entry: entry(id, at) }));
    return id;
  };
  const exercises = JSON.parse(`[${EXERCISE("w-and-y", false)},${EXERCISE("wall-angels", false)},${EXERCISE("back-extension", true)}]`);
  for (let day = 0; day < count; day++) {
    const level = 6.4 - (2.8 * day) / count + 0.9 * Math.sin(day / 6) + ((day * 7) % 5) * 0.3 - 0.6;
    const pain = Math.max(0, Math.min(10, Math.round(level)));
    if (day % 7 === 5) line(day, 4, "30", "pain", () => ({ pain, moment: "other", session: null }));
    if (day % 7 > 4) continue;
    const session = line(day, 1, "10", "session", (session, at) => ({
      session, programme: "seven", started: at, ended: at.replace("08:10", "08:17"), end: "finished", exercises, by: "clock", changes: [],
    }));
    line(day, 2, "11", "pain", () => ({ pain, moment: "before", session }));
    line(day, 3, "18", "pain", () => ({ pain: Math.max(0, pain - (day % 3)), moment: "after", session }));
  }
  return lines.join("\n") + "\n";
}

const LOOKS = {
  "by day": { viewport: { width: 1280, height: 800 } },
  "at night": { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  "on a phone": { viewport: { width: 390, height: 844 } },
  "on a phone at night": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
  "with more contrast": { viewport: { width: 1280, height: 800 }, contrast: "more" },
};

for (const [name, options] of Object.entries(LOOKS)) {
  test(`months can be seen at a glance ${name}`, async () => {
    await withPage(journal, { ...on("2026-11-27T12:00:00+01:00"), ...options }, async (page) => {
      await add(page, months(150));
      await page.getByText(/pain went down by/).waitFor();
      await page.getByRole("button", { name: "Show earlier days" }).waitFor();
      assert.equal(await page.locator(".journal-day").count(), 14);
      await assertAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
      await picture(page, `journal months ${name}`);
    });
  });
}

for (const [name, options] of Object.entries(LOOKS)) {
  test(`everybody can use it ${name}`, async () => {
    await withPage(journal, options, async (page) => {
      const session = every.split("\n").filter((line) => !line.includes("settings")).join("\n");
      await add(page, days(9) + session);
      await page.getByRole("heading", { name: "Does it help?" }).waitFor();
      await assertAccessible(page);
      await page.getByText("The same as a table").click();
      await page.getByText("Correct the pain").first().click();
      await assertAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
      await page.getByText("The same as a table").click();
      await picture(page, `journal ${name}`);
    });
  });
}

const SEVEN = ["w-and-y", "wall-angels", "levator-scapulae", "opposite-arm-and-leg", "back-extension", "childs-pose", "foam-rolling"];
// Every box there is.
const TICKED = {
  emergency: ["chest", "breath", "faint", "tearing", "legs", "bladder", "accident", "pregnancy-signs"],
  "same-day": ["fever", "weak-immunity", "blistering-rash"],
  "about-the-pain": ["worsening", "effort-or-meals", "cough-or-strain", "lump-or-shape", "six-weeks"],
  "about-you": ["cancer", "weight-loss", "bone", "inflammatory-spine", "spinal-surgery", "minor-knock", "age"],
  "before-floor": ["pregnant", "blood-thinners", "glaucoma", "blood-pressure", "dizzy", "knee", "wrist", "shoulder", "floor"],
};

/** Returns a file of somebody who has much to tell a clinician. */
function much() {
  const device = "019ab7d0-0000-7d00-8000-00000000000d";
  let count = 0;
  const line = (at, kind, entry) => {
    const id = `019ab7d2-${`${++count}`.padStart(4, "0")}-7a00-8000-00000000000a`;
    return JSON.stringify({ v: 2, id, device, at, kind, entry });
  };
  const lines = months(150).trim().split("\n").flatMap((text, index) => {
    const told = JSON.parse(text);
    if (told.kind !== "session") return [text];
    told.entry.exercises = SEVEN.map((exercise) => JSON.parse(EXERCISE(exercise, false)));
    const { session } = told.entry;
    const hurt = { session, exercise: "levator-scapulae", answer: "new-symptom", seconds: 30 };
    const more = index < 30 ? [line(told.at, "hurt", hurt), line(told.at, "peg", { pain: 5, enjoyment: 4, activity: 6 })] : [];
    const worse = ["after", "next-day"].map((when) => line(told.at, "aftermath", { session, when, worse: index % 9 === 0, hurt: null }));
    return [JSON.stringify(told), ...more, ...worse];
  });
  const at = "2026-11-20T08:00:00+01:00[Europe/Berlin]";
  const screens = Object.entries(TICKED).map(([stage, ticked]) => line(at, "screen", { stage, ticked, unsure: true }));
  return [...lines, ...screens, line(at, "clearance", { agreed: true })].join("\n") + "\n";
}

for (const [name, options] of Object.entries({ "by day": {}, "on a small phone": LOOKS["on a small phone"] })) {
  test(`a clinician gets one page of paper however much was told ${name}`, async () => {
    await withPage(journal, { ...on("2026-11-27T12:00:00+01:00"), ...options }, async (page) => {
      await add(page, much());
      await page.getByRole("link", { name: "Open the page" }).click();
      await page.getByRole("heading", { name: "For your clinician" }).waitFor();
      await page.getByText("Cancer, ever").waitFor();
      await page.getByText(/^It hurt in a session: .*, Levator scapulae stretch, New tingling or weakness/).first().waitFor();
      await assertAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} pixels stick out`);
      await picture(page, `clinician ${name}`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 688, height: 1031 });
      await picture(page, `clinician on paper ${name}`);
    });
  });
}
