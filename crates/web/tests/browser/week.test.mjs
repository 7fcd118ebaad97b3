// The three questions of PEG: asked every two weeks, and never again for as long where nobody wants to.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

import { assertAccessible, on, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const journal = `${server.address}#/journal`;
const every = await readFile(new URL("../../../journal/tests/version-1.jsonl", import.meta.url), "utf8");
const today = on("2026-11-26T12:00:00+01:00");

async function add(page) {
  const file = { name: "unknot-journal.jsonl", mimeType: "", buffer: Buffer.from(every) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("article").first().waitFor();
}

test("it is asked once there was a session, answered, and told with its score", async () => {
  await withPage(journal, { ...today }, async (page) => {
    await page.getByText("Nothing here yet").waitFor();
    assert.equal(await page.getByRole("link", { name: "Answer them" }).count(), 0);
    await add(page);
    await page.getByRole("link", { name: "Answer them" }).click();
    await page.getByRole("heading", { name: "How was your last week?" }).waitFor();
    await assertAccessible(page);
    await picture(page, "week");
    const keep = page.getByRole("button", { name: "Keep it" });
    assert.ok(await keep.isDisabled());
    const answers = [["Your pain on average", "5"], ["enjoying life", "4"], ["usually do", "6"]];
    for (const [question, answer] of answers) {
      await page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();
    }
    await keep.click();
    await page.getByText("Your last week in three questions (PEG): 5 of 10.").waitFor();
    assert.equal(await page.getByRole("link", { name: "Answer them" }).count(), 0);
  });
});

test("who says not now is not asked again", async () => {
  await withPage(journal, { ...today, viewport: { width: 360, height: 640 } }, async (page) => {
    await add(page);
    await page.getByRole("link", { name: "Answer them" }).waitFor();
    await page.getByRole("button", { name: "Not now" }).click();
    await page.getByRole("link", { name: "Answer them" }).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("article").first().waitFor();
    assert.equal(await page.getByRole("link", { name: "Answer them" }).count(), 0);
  });
});
