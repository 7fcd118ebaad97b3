// A page in a real browser, which fails its test when anything is wrong that a person would not see.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

export const PICTURES = fileURLToPath(new URL("../../../../target/browser/", import.meta.url));
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Options for a page in which something runs in the worker that draws, before anything else. */
export const inDrawer = (init) => ({
  // What a service worker answers does not come through here.
  serviceWorkers: "block",
  before: (page) =>
    page.route(/\/drawer\.\w+\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `(${init})();\n${await response.text()}` });
    }),
});

/** Options for a page in which the browser's imitation of a graphics processor is as welcome as a real one. */
export const imitated = inDrawer(() => {
  const usual = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (kind, options) {
    const context = usual.call(this, kind, options && { ...options, failIfMajorPerformanceCaveat: false });
    if (kind === "webgl2" && context) {
      const extension = context.getExtension.bind(context);
      context.getExtension = (name) => (name === "WEBGL_debug_renderer_info" ? null : extension(name));
      // For tests that take it away.
      globalThis.graphics = context;
    }
    return context;
  };
});

const launch = (flags) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
const browser = await launch([]);
after(() => browser.close());

// Pages whose clocks stand still.
const standing = new WeakSet();

/**
 * Opens an address in a profile of its own and hands the page over. Afterwards, any warning or error of the console, any
 * request that failed, and any request to elsewhere fails the test. `options` are those of a context of Playwright; with
 * `clock`, the browser's clocks stand still until the test moves them; with `flags`, it is a browser of its own; `before` is
 * done with the page while it is empty; `inits` run in every page before anything else. `expects` are what is wrong on purpose,
 * and must be.
 */
export async function withPage(address, { clock, flags, before, inits = [], expects = [], ...options }, use) {
  const own = flags && (await launch(flags));
  const context = await (own ?? browser).newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(15_000);
  for (const init of inits) await context.addInitScript(init);
  const faults = [];
  context.on("page", (page) => watch(page, new URL(address).origin, faults));
  try {
    const page = await context.newPage();
    if (clock) await page.clock.install({ time: clock });
    await before?.(page);
    // A test that leaves earlier would break off what the browser asks for by itself, such as the icon.
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator("h1").waitFor();
    if (clock) {
      await page.clock.pauseAt(new Date(clock.getTime() + 60_000));
      standing.add(page);
    }
    await use(page);
    assert.deepEqual(faults.filter((fault) => !expects.some((expected) => expected.test(fault))), []);
    assert.deepEqual(expects.filter((expected) => !faults.some((fault) => expected.test(fault))), []);
  } finally {
    await context.close();
    await own?.close();
  }
}

/** Returns options for a page for which it is this moment, and time passes all the same. */
export const on = (moment) => ({ before: (page) => page.clock.setFixedTime(new Date(moment)) });

// Where there is no graphics processor the browser itself reads what was drawn, and calls that slow; and tests may have it
// register no service worker.
const OWN = /^\[\.WebGL-.*GPU stall due to ReadPixels|^Service Worker registration blocked by Playwright$/;

function watch(page, origin, faults) {
  page.on("console", (message) => {
    const isFault = ["error", "warning"].includes(message.type()) && !OWN.test(message.text());
    if (isFault) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A media element lets go of a file in memory when it gets another.
    if (request.url().startsWith("blob:")) return;
    // What the browser asks for by itself, the icon, and what a worker draws with is broken off when a page is left.
    const isLeft = request.failure()?.errorText === "net::ERR_ABORTED";
    if (isLeft && /\/(favicon\.png|(body|draw|draw_bg|drawer)\.\w+\.\w+)$/.test(request.url())) return;
    faults.push(`failed: ${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) {
      faults.push(`elsewhere: ${request.url()}`);
    }
  });
}

/** Waits until everything is kept for when there is no network. */
export async function kept(page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated" || !navigator.serviceWorker.controller) {
      await new Promise((done) => setTimeout(done, 20));
    }
  });
}

/** Takes a picture for people to look at. */
export async function picture(page, name) {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails where the page cannot be used by everybody, as far as a program can tell. */
export async function assertAccessible(page) {
  await page.evaluate(axe);
  let isDone = false;
  const run = page.evaluate(() => globalThis.axe.run()).finally(() => (isDone = true));
  // It waits by the page's clock.
  while (standing.has(page) && !isDone) await page.clock.runFor(20);
  const { violations } = await run;
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, []);
}
