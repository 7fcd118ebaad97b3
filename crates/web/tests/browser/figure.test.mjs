// The figure: what the graphics processor draws looks as what the command line draws without one.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { figureAt, SIDE } from "./figure.mjs";
import { imitated, inDrawer, picture, withPage } from "./page.mjs";
import { similarity } from "./similarity.mjs";
import { run, serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());
const folder = await mkdtemp(join(tmpdir(), "unknot-figure-"));
after(() => rm(folder, { recursive: true }));

// Each in the middle of what it is done for, some at night.
const SEVEN = [
  ["foam-rolling", 8, "light"],
  ["childs-pose", 10, "light"],
  ["w-and-y", 6, "light"],
  ["levator-scapulae", 10, "dark"],
  ["back-extension", 8, "light"],
  ["opposite-arm-and-leg", 8, "dark"],
  ["wall-angels", 6, "light"],
];

for (const [id, seconds, colorScheme] of SEVEN) {
  test(`${id} looks the same with and without a graphics processor`, async () => {
    const file = join(folder, `${id}.png`);
    const night = colorScheme === "dark" ? ["--night"] : [];
    const size = ["--size", `${SIDE}x${SIDE}`];
    await run("render", "frame", "--exercise", id, "--at", `${seconds}`, ...size, ...night, "-o", file);
    const options = { colorScheme, reducedMotion: "no-preference", ...imitated };
    await withPage(`${server.address}#/seven/${id}`, options, async (page) => {
      const expected = await readFile(file);
      let same = 0;
      // What was drawn before stays until the body has been placed.
      for (let tries = 0; tries < 20 && same < 0.97; tries++) {
        const drawn = await figureAt(page, seconds, `figure ${id}`);
        same = await page.evaluate(similarity, [drawn, expected].map((png) => png.toString("base64")));
      }
      console.log(`${id}: similarity ${same.toFixed(4)}`);
      assert.ok(same >= 0.97, `${same}`);
    });
  });
}

test("it turns by the arrow keys and by dragging, and back at a double click", async () => {
  await withPage(`${server.address}#/seven/wall-angels`, imitated, async (page) => {
    const figure = page.locator("canvas.figure");
    const before = await figureAt(page, 6);
    await figure.press("ArrowLeft");
    const pressed = await still(page, before);
    await figure.dblclick();
    assert.deepEqual(await still(page, pressed), before);
    const box = await figure.boundingBox();
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 100);
    await page.mouse.up();
    const dragged = await still(page, before);
    await figure.press("Home");
    assert.deepEqual(await still(page, dragged), before);
  });
});

test("a figure far down a page is made when somebody comes near it", async () => {
  const viewport = { width: 390, height: 700 };
  await withPage(`${server.address}#/settings`, { viewport }, async (page) => {
    await page.waitForTimeout(500);
    assert.equal(page.workers().length, 0);
    const drawer = page.waitForEvent("worker");
    await page.locator("canvas.figure").scrollIntoViewIfNeeded();
    await drawer;
  });
});

test("it comes back when the graphics processor was away", async () => {
  await withPage(`${server.address}#/seven/wall-angels`, imitated, async (page) => {
    const before = await figureAt(page, 6);
    const [drawer] = page.workers();
    await drawer.evaluate(async () => {
      const extension = globalThis.graphics.getExtension("WEBGL_lose_context");
      extension.loseContext();
      await new Promise((done) => setTimeout(done, 200));
      extension.restoreContext();
    });
    let drawn;
    for (let tries = 0; tries < 50; tries++) {
      drawn = await page.locator("canvas.figure").screenshot();
      if (drawn.equals(before)) return;
      await page.waitForTimeout(100);
    }
    assert.deepEqual(drawn, before);
  });
});

// This is how the browser of these tests is: it would only imitate a graphics processor.
for (const [how, pace, moving] of [
  ["small where that takes long, and sharper once nothing moves", 30, [320, 320]],
  ["large where that goes quickly", 0, [512, 800]],
]) {
  test(`without a graphics processor it is drawn all the same, ${how}`, async () => {
    // Every picture seems to take as long as this.
    const paced = inDrawer(`() => { let now = 0; performance.now = () => (now += ${pace}); }`);
    const options = { reducedMotion: "no-preference", deviceScaleFactor: 2, ...paced };
    await withPage(server.address, options, async (page) => {
      const told = page.waitForEvent("console", (message) => message.text().includes("without the graphics"));
      await page.evaluate(() => (location.hash = "#/seven/wall-angels"));
      await told;
      await page.waitForFunction(() => document.querySelector("canvas.figure").width > 512);
      const widths = await page.evaluate(async () => {
        const [slider, figure] = ["input[type=range]", "canvas.figure"].map((of) => document.querySelector(of));
        const widths = [];
        for (let frame = 0; frame < 120; frame++) {
          slider.value = 4 + frame / 60;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(done));
          widths.push(figure.width);
        }
        return widths;
      });
      const [least, most] = moving;
      const last = widths.slice(-20);
      assert.ok(last.every((width) => width >= least && width <= most), `${widths}`);
      await page.waitForFunction(() => document.querySelector("canvas.figure").width > 512);
      await figureAt(page, 6, `figure without a graphics processor, ${how}`);
    });
  });
}

test("without its body the page says so, and comes to have it on another page", async () => {
  const without = inDrawer(() => {
    const usual = globalThis.fetch;
    globalThis.fetch = (what, ...rest) =>
      /body\.\w+\.bin$/.test(what) && globalThis.isWithout !== false
        ? Promise.resolve(new Response("", { status: 404 }))
        : usual(what, ...rest);
  });
  await withPage(`${server.address}#/seven/wall-angels`, without, async (page) => {
    const said = page.getByText("The figure cannot be loaded.");
    await said.waitFor();
    await picture(page, "exercise without the figure");
    await page.workers()[0].evaluate(() => (globalThis.isWithout = false));
    await page.evaluate(() => (location.hash = "#/seven/w-and-y"));
    await figureAt(page, 6);
    assert.equal(await said.count(), 0);
  });
});

test("the first page does without the body", async () => {
  const asked = [];
  const before = (page) => page.on("request", (request) => asked.push(request.url()));
  await withPage(server.address, { before }, async () => {
    assert.ok(asked.some((url) => url.endsWith(".wasm")));
    assert.deepEqual(asked.filter((url) => url.endsWith(".bin")), []);
  });
});

/** Waits until it looks otherwise than before, and stays so, and returns how. */
async function still(page, before) {
  let last = before;
  for (let tries = 0; tries < 50; tries++) {
    const drawn = await page.locator("canvas.figure").screenshot();
    if (!drawn.equals(before) && drawn.equals(last)) return drawn;
    last = drawn;
    await page.waitForTimeout(100);
  }
  throw new Error("it still looks as before, or does not stay");
}
