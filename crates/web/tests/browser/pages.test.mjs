// The seven, each of them, paper, safety, about, settings.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

const PAGES = ["seven", "seven/levator-scapulae", "seven/foam-rolling", "print", "week", "clinician", "safety", "about", "settings"];

/** Goes to a page as a link does, by way of one whose heading no other has. */
async function open(page, name) {
  for (const each of ["nowhere", name]) {
    const before = await page.locator("h1").textContent();
    await page.evaluate((each) => (location.hash = `#/${each}`), each);
    await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, before);
  }
}

const LOOKS = {
  "by day": {},
  "at night": { colorScheme: "dark" },
  "with more contrast": { contrast: "more" },
  "with forced colours": { forcedColors: "active" },
  "on a small phone": { viewport: { width: 360, height: 640 } },
  "at twice the size": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

for (const [name, options] of Object.entries(LOOKS)) {
  test(`everybody can use them ${name}`, async () => {
    await withPage(server.address, options, async (page) => {
      for (const each of PAGES) {
        await open(page, each);
        await assertAccessible(page);
        await assertFits(page, each);
        await picture(page, `${each.replace("/", " ")} ${name}`);
      }
    });
  });
}

test("they fit from right to left, with larger text", async () => {
  await withPage(server.address, { viewport: { width: 360, height: 640 } }, async (page) => {
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
      document.documentElement.dataset.text = "larger";
    });
    for (const each of PAGES) {
      await open(page, each);
      await assertFits(page, each);
      await picture(page, `${each.replace("/", " ")} from right to left`);
    }
  });
});

async function assertFits(page, name) {
  const out = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const sticks = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > wide + 1);
    };
    return [...document.querySelectorAll("body *")].filter(sticks).map((element) => element.outerHTML.slice(0, 90));
  });
  assert.deepEqual(out, [], `${name}: sticks out`);
}

test("no word of the pages stands in the program", async () => {
  await withPage(`${server.address}?lang=en-XA`, {}, async (page) => {
    assert.equal(await page.getAttribute("html", "lang"), "en-XA");
    for (const each of PAGES) {
      await open(page, each);
      assert.deepEqual(await english(page), [], each);
    }
    await picture(page, "settings in no language");
  });
});

/** Returns what is shown or read aloud with a letter that the made-up language would have changed. */
function english(page) {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      // What has its own language is a name or a title.
      if (!walker.currentNode.parentElement.closest("[lang]:not(html), noscript")) texts.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll("[aria-label], [aria-valuetext], [alt], [title]")) {
      for (const name of ["aria-label", "aria-valuetext", "alt", "title"]) texts.push(element.getAttribute(name) ?? "");
    }
    return texts.filter((text) => /[abcdefghiklnorstuwyz]/.test(text));
  });
}

test("the seven lead to their pages and back", async () => {
  await withPage(`${server.address}#/seven`, {}, async (page) => {
    const rows = page.locator(".seven-row");
    assert.equal(await rows.count(), 7);
    for (let index = 0; index < 7; index++) {
      await rows.nth(index).scrollIntoViewIfNeeded();
      const still = rows.nth(index).locator("img:visible");
      assert.equal(await still.count(), 1);
      await still.evaluate((image) => image.decode());
    }
    await page.getByRole("link", { name: /Wall angels/ }).click();
    assert.equal(await page.locator("h1").textContent(), "Wall angels");
    const here = page.getByRole("navigation").locator("[aria-current=page]");
    assert.equal((await here.textContent()).trim(), "The seven");
    await page.goBack();
    await rows.first().waitFor();
  });
});

test("an exercise is gone through by keyboard alone", async () => {
  await withPage(`${server.address}#/seven/wall-angels`, {}, async (page) => {
    const moment = page.getByRole("slider", { name: "Moment of the exercise" });
    await tabTo(page, moment);
    await page.keyboard.press("Home");
    assert.match(await moment.getAttribute("aria-valuetext"), /^0:00 /);
    for (let times = 0; times < 6; times++) await page.keyboard.press("ArrowRight");
    assert.match(await moment.getAttribute("aria-valuetext"), /^0:02 /);

    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.waitForFunction(() => !document.querySelector("[type=range]").ariaValueText.startsWith("0:02"));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Play" }).waitFor();
    const stopped = await moment.inputValue();
    await page.waitForTimeout(300);
    assert.equal(await moment.inputValue(), stopped);

    const step = page.getByRole("button", { name: /Elbows to your ribs/ });
    await tabTo(page, step);
    await page.keyboard.press("Enter");
    assert.equal(await step.getAttribute("aria-current"), "step");

    await tabTo(page, page.getByRole("radio", { name: "The usual way" }));
    const usual = await page.locator(".exercise-steps").first().textContent();
    for (const name of ["Half the way", "A towel behind the head", "Lying on the back"]) {
      await page.keyboard.press("ArrowRight");
      assert.ok(await page.getByRole("radio", { name }).isChecked(), name);
    }
    assert.notEqual(await page.locator(".exercise-steps").first().textContent(), usual);
  });
});

async function tabTo(page, target) {
  await page.locator("h1").focus();
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail("the keyboard does not lead there");
}

test("links to elsewhere are only links", async () => {
  await withPage(`${server.address}#/seven/childs-pose`, {}, async (page) => {
    const links = page.locator("a[href^=https]");
    assert.ok((await links.count()) > 0);
    for (const link of await links.all()) assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  });
});

test("the seven are one page of paper", async () => {
  await withPage(`${server.address}#/print`, {}, async (page) => {
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g);
    assert.equal(pages.length, 1);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 1031 });
    await picture(page, "on paper");
  });
});

test("what is set is set after the page is loaded again", async () => {
  await withPage(`${server.address}#/settings`, {}, async (page) => {
    const voice = page.getByRole("slider", { name: "Voice" });
    await voice.focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await voice.inputValue(), "95");
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByLabel("Larger text").check();
    await page.getByRole("radio", { name: "slim" }).check();
    const set = () => {
      const { palette, text } = document.documentElement.dataset;
      return palette === "night" && text === "larger";
    };
    await page.waitForFunction(set);
    // The browser's database is told a moment later.
    await page.waitForTimeout(500);
    await page.reload();
    await page.waitForFunction(set);
    await page.waitForFunction(() => document.querySelector("[type=range]").value === "95");
    assert.ok(await page.getByRole("radio", { name: "slim" }).isChecked());
    await assertAccessible(page);
    await picture(page, "settings as set");
  });
});
