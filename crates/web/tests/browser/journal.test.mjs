// The journal: it is kept, it can be taken along, and it can be erased.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

import { assertAccessible, picture, withPage } from "./page.mjs";
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
      const headings = await page.getByRole("heading", { level: 3 }).allTextContents();
      assert.deepEqual(headings, ["Wednesday, November 25, 2026", "Tuesday, November 24, 2026"]);
      assert.equal(await page.getByText("A new chair").count(), 0, "it was taken back");
      await page.getByText("Too few days to tell").waitFor();
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

test("pain over time is a picture and a table", async () => {
  await withPage(journal, {}, async (page) => {
    await add(page, days(6));
    await page.getByText("Told on 6 days.").waitFor();
    assert.equal(await page.locator("svg .journal-before").count(), 6);
    assert.equal(await page.locator("svg .journal-after").count(), 6);
    const heights = await page.locator("svg .journal-before").evaluateAll((marks) => marks.map((mark) => +mark.getAttribute("cy")));
    assert.ok(heights[2] < heights[0], "more pain stands higher");
    await page.getByText("The same as a table").click();
    const rows = await page.getByRole("row").allInnerTexts();
    assert.deepEqual(rows.length, 7);
    assert.match(rows[6], /Nov 1, 2026, 08:10\s+5\s+3/);
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
    const opened = await page.evaluate(
      () =>
        new Promise((done) => {
          const request = indexedDB.open("unknot", 2);
          request.onsuccess = () => (request.result.close(), done("opened"));
          request.onblocked = () => done("blocked");
        }),
    );
    assert.equal(opened, "opened");
    await add(page, days(1));
    await page.getByText("Load the page again to mend this.").waitFor();
    await page.getByRole("article").waitFor();
  });
});

const LOOKS = {
  "by day": { viewport: { width: 1280, height: 800 } },
  "at night": { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  "on a phone": { viewport: { width: 390, height: 844 } },
  "on a phone at night": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
};

for (const [name, options] of Object.entries(LOOKS)) {
  test(`everybody can use it ${name}`, async () => {
    await withPage(journal, options, async (page) => {
      const session = every.split("\n").filter((line) => !line.includes("settings")).join("\n");
      await add(page, days(9) + session);
      await page.getByText("Told on 10 days.").waitFor();
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
