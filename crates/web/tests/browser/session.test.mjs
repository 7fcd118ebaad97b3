// The session: everything that a person may do in it, by the browser's clocks at high speed.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { MORNING, beginFirst, exercise, goDown, hurtsBy, pass, press, records, until } from "./led.mjs";
import { assertAccessible, picture, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

/** Begins a first session, its clocks in the test's hand. */
async function led(options, use) {
  await withPage(server.address, { clock: MORNING, ...options }, async (page) => {
    await beginFirst(page);
    await use(page);
  });
}

/** Returns how much of the session has passed. */
function passed(page) {
  return page.locator(".stage-line > div").evaluate((line) => line.style.transform);
}

test("a whole session, from the first movement to the last question", async () => {
  await led({}, async (page) => {
    const seen = [];
    const note = async () => {
      const name = await exercise(page);
      if (seen.at(-1) !== name) seen.push(name);
    };
    const floor = page.getByRole("heading", { name: /^Before the exercises on the floor/ });
    for (let passed = 0; passed < 240 && !(await floor.isVisible()); passed += 4) {
      await note();
      await page.clock.fastForward(4000);
    }
    await page.getByText("Lay out for the floor: mat, roller, pillow").waitFor();
    await assertAccessible(page);
    await picture(page, "session floor");
    await press(page, "None of these");
    const end = page.getByRole("heading", { name: "How is it now?" });
    for (let passed = 0; passed < 400 && !(await end.isVisible()); passed += 4) {
      await note();
      await page.clock.fastForward(4000);
    }
    await end.waitFor();
    const order = ["W & Y", "Wall angels", "Levator scapulae stretch", "Opposite arm and leg", "Back extension", "Child's pose", "Foam rolling", "Getting up"];
    assert.deepEqual(seen.filter((name) => order.includes(name)), order);
    const [session] = await records(page, "session");
    assert.equal(session.end, "finished");
    assert.ok(session.exercises.every(({ done, asked, skipped }) => !skipped && done.repetitions === asked.repetitions));
  });
});

test("any touch, and the space bar, pause and go on", async () => {
  await led({}, async (page) => {
    await pass(page, 8);
    await page.locator(".stage-caption").click();
    await page.getByText("Paused. Tap anywhere to go on.").waitFor();
    const before = await passed(page);
    await pass(page, 10);
    assert.equal(await passed(page), before);
    await page.locator(".stage-figure").click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByText("Paused. Tap anywhere to go on.").waitFor();
    await page.keyboard.press("Space");
    await pass(page, 2);
    assert.notEqual(await passed(page), before);
  });
});

test("skip and back", async () => {
  await led({}, async (page) => {
    await pass(page, 20);
    await press(page, "Skip");
    assert.equal(await exercise(page), "Wall angels");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await exercise(page), "W & Y");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await exercise(page), "Levator scapulae stretch");
  });
});

test("sore here and easier", async () => {
  await led({}, async (page) => {
    await pass(page, 20);
    await press(page, "Sore here");
    await page.getByRole("status").getByText("Gently here.").waitFor();
    await press(page, "Easier");
    await page.getByRole("status").getByText("An easier way: With a lower Y.").waitFor();
    await page.keyboard.press("e");
    await page.getByRole("status").getByText("An easier way: Sitting.").waitFor();
  });
});

const OUTCOMES = [
  ["Chest pain, breathlessness", "Stop. Call your local emergency number now.", "emergency"],
  ["New tingling or weakness", "Stop here for today, and have it checked by a clinician.", "advised"],
];

for (const [kind, advice, end] of OUTCOMES) {
  test(`it hurts: ${kind}`, async () => {
    await led({}, async (page) => {
      await pass(page, 20);
      await press(page, "It hurts");
      await page.getByRole("heading", { name: "What is it like?" }).waitFor();
      await page.getByRole("button", { name: kind }).click();
      await page.getByText(advice).waitFor();
      await assertAccessible(page);
      await picture(page, `after ${end}`);
      assert.equal(await page.getByRole("link", { name: /^Call / }).count(), end === "emergency" ? 1 : 0);
      assert.equal((await records(page, "session"))[0].end, end);
      assert.equal((await records(page, "hurt")).length, 1);
    });
  });
}

test("it hurts: a sharp pain leaves the exercise, a second one ends", async () => {
  await led({}, async (page) => {
    await pass(page, 20);
    await page.keyboard.press("h");
    await page.getByRole("heading", { name: "What is it like?" }).waitFor();
    await pass(page, 10);
    await page.getByRole("button", { name: "A sharp pain" }).click();
    await page.getByRole("status").getByText("We leave this one.").waitFor();
    assert.equal(await exercise(page), "Wall angels");
    await press(page, "Go on");
    await pass(page, 20);
    await press(page, "It hurts");
    await page.getByRole("button", { name: "None of these: go on" }).click();
    await pass(page, 2);
    await press(page, "It hurts");
    await page.getByRole("button", { name: "A sharp pain" }).click();
    await page.getByText("have it checked by a clinician").waitFor();
  });
});

test("help me up, step by step, and back down", async () => {
  await led({}, async (page) => {
    await goDown(page);
    await until(page, page.getByRole("heading", { name: "Back extension" }));
    await pass(page, 30);
    await press(page, "Help me up");
    await page.getByText("Hands under your shoulders.").waitFor();
    assert.ok(await page.getByRole("button", { name: "It hurts" }).isVisible());
    await assertAccessible(page);
    await picture(page, "session up");
    await until(page, page.getByText("Hands on knee. Stand up."));
    await press(page, "Go on");
    assert.equal(await exercise(page), "Back extension");
  });
});

test("wait for me: a tap, a key, two knocks", async () => {
  await withPage(server.address, { clock: MORNING }, async (page) => {
    await page.goto(`${server.address}#/settings`);
    await page.getByRole("checkbox", { name: /^Wait for me/ }).check();
    await page.goto(`${server.address}#/today`);
    await beginFirst(page);
    const waits = page.getByText("Take your time. Tap anywhere when you are in position.");
    await until(page, waits);
    await pass(page, 30);
    assert.ok(await waits.isVisible(), "it waits as long as it takes");
    await picture(page, "session waiting");
    await page.locator(".stage-figure").click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await until(page, waits);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await until(page, waits);
    await page.evaluate(() => {
      const feel = (strength, time) => {
        const event = new Event("devicemotion");
        Object.defineProperty(event, "timeStamp", { value: time });
        Object.defineProperty(event, "accelerationIncludingGravity", { value: { x: 0, y: 0, z: 9.81 + strength } });
        dispatchEvent(event);
      };
      for (let time = 0; time < 2000; time += 16) feel([1008, 1408].includes(time) ? 6 : 0, time);
    });
    await page.getByRole("button", { name: "Pause" }).waitFor();
  });
});

test("after a reload it offers to go on where it was", async () => {
  await led({}, async (page) => {
    await pass(page, 30);
    await press(page, "Skip");
    await pass(page, 10);
    const before = await page.locator(".stage-minutes").textContent();
    await page.reload();
    await page.getByRole("heading", { name: "Go on where you were?" }).waitFor();
    await assertAccessible(page);
    await press(page, "Go on");
    assert.equal(await exercise(page), "Wall angels");
    assert.equal(await page.locator(".stage-minutes").textContent(), before);
    await page.reload();
    await press(page, "No, that was it");
    await page.getByRole("heading", { name: "How is your back today?" }).waitFor();
    assert.equal((await records(page, "session"))[0].end, "broken-off");
  });
});

test("in a background tab it goes on by the clock, and a sleeping computer pauses it", async () => {
  await led({}, async (page) => {
    const hide = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await pass(page, 4);
    await hide(true);
    // Browsers run such pages once a minute.
    await page.clock.fastForward(60_000);
    await page.clock.fastForward(20_000);
    await hide(false);
    assert.equal(await exercise(page), "Wall angels");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.clock.fastForward(3_600_000);
    await page.getByText("Paused: the computer was away.").waitFor();
    assert.equal(await exercise(page), "Wall angels");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
  });
});

test("the keyboard alone, from the first screen to the last", async () => {
  await withPage(server.address, { clock: MORNING }, async (page) => {
    const tabTo = async (name) => {
      for (let tabs = 0; tabs < 60; tabs++) {
        await page.keyboard.press("Tab");
        const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
        if (text === name) return;
      }
      assert.fail(`the keyboard never came to ${name}`);
    };
    const pressTo = async (name) => {
      await tabTo(name);
      await page.keyboard.press("Enter");
    };
    await pressTo("Start");
    for (const list of ["Any of these, now or with this pain", "Any of these with this pain", "Is the pain like this", "Does any of these fit you"]) {
      await page.getByRole("heading", { name: list }).waitFor();
      await pressTo("None of these");
    }
    await page.getByRole("radio").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await pressTo("Go on");
    await page.getByRole("heading", { name: "Can you hear this?" }).waitFor();
    await pressTo("Yes, I hear it");
    await page.getByRole("heading", { name: "Stand up" }).waitFor();
    await pressTo("Begin");
    await page.locator(".stage").waitFor();
    for (let skipped = 0; skipped < 3; skipped++) await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: /^Before the exercises on the floor/ }).waitFor();
    await pressTo("None of these");
    await page.locator(".stage").waitFor();
    await pass(page, 2);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "End the session?" }).waitFor();
    await page.keyboard.press("q");
    await page.getByRole("heading", { name: "How is it now?" }).waitFor();
    await pressTo("No, nothing");
    await page.getByRole("heading", { name: "Done for today" }).waitFor();
  });
});

const LOOKS = {
  "on a desk": { viewport: { width: 1280, height: 800 } },
  "on a desk at night": { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  "on a phone": { viewport: { width: 390, height: 844 } },
  "on a phone at night": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  "on a phone that lies": { viewport: { width: 844, height: 390 } },
  "on a small phone": { viewport: { width: 360, height: 640 } },
};

for (const [name, options] of Object.entries(LOOKS)) {
  test(`it can be followed ${name}`, async () => {
    await led(options, async (page) => {
      await pass(page, 20);
      const check = async (what) => {
        await assertAccessible(page);
        await picture(page, `session ${what} ${name}`);
        const out = await page.evaluate(() => {
          const stage = document.querySelector(".stage");
          const small = [...stage.querySelectorAll("button")].filter((button) => {
            const { width, height } = button.getBoundingClientRect();
            return width < 44 || height < 44;
          });
          const wide = document.documentElement.scrollWidth - innerWidth;
          return { wide: Math.max(wide, stage.scrollWidth - stage.clientWidth), high: stage.scrollHeight - stage.clientHeight, small: small.map((button) => button.textContent) };
        });
        assert.deepEqual(out, { wide: 0, high: 0, small: [] });
      };
      await check("led");
      await press(page, "It hurts");
      await page.getByRole("heading", { name: "What is it like?" }).waitFor();
      await check("hurts");
    });
  });
}
