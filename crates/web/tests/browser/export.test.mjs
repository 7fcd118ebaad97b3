// The pages as files, below a path of a server that knows nothing of them.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { serveFolder } from "./folder.mjs";
import { beginFirst } from "./led.mjs";
import { kept, withPage } from "./page.mjs";
import { run } from "./unknot.mjs";

async function withExport(use) {
  const folder = await mkdtemp(join(tmpdir(), "unknot-export-"));
  await run("web", "export", folder);
  const server = await serveFolder(folder, "/some/path/");
  try {
    await use(folder, server);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

test("they work below any path, and without the server", async () => {
  await withExport(async (_, server) => {
    await withPage(`${server.address}#/seven`, {}, async (page) => {
      await page.locator(".seven-row").first().waitFor();
      assert.equal(await page.locator(".seven-row").count(), 7);
      await kept(page);
      await server.stop();
      await page.reload();
      await page.locator(".seven-row").first().waitFor();
      assert.equal(await page.locator(".seven-row").count(), 7);
    });
  });
});

test("a new version comes when no page uses the old one, which is removed", async () => {
  await withExport(async (folder, server) => {
    await withPage(server.address, {}, async (page) => {
      await kept(page);
      const [before] = await page.evaluate(() => caches.keys());
      await change(folder, "index.html", "<body>", "<body><p>A newer one</p>");
      await change(folder, "service-worker.js", /version: "\w+"/, 'version: "newer"');
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
      });
      await page.reload({ waitUntil: "networkidle" });
      assert.equal(await page.getByText("A newer one").count(), 0, "while a page is open");
      const context = page.context();
      await page.goto("about:blank");
      const next = await context.newPage();
      await untilNewer(next, server.address);
      const names = await next.evaluate(() => caches.keys());
      assert.ok(names.length === 1 && names[0] !== before, names.join(", "));
    });
  });
});

async function change(folder, name, from, to) {
  const path = join(folder, name);
  const text = await readFile(path, "utf8");
  assert.notEqual(text.replace(from, to), text);
  await writeFile(path, text.replace(from, to));
}

test("a new version says that it is there, and comes when it is wanted", async () => {
  await withExport(async (folder, server) => {
    await withPage(server.address, {}, async (page) => {
      await kept(page);
      await change(folder, "index.html", "<body>", "<body><p>A newer one</p>");
      await change(folder, "service-worker.js", /version: "\w+"/, 'version: "newer"');
      const ready = page.getByText("A new version is ready.");
      assert.equal(await ready.count(), 0);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await ready.waitFor();
      // Whoever is led through a session is not asked.
      await page.goto(`${server.address}#/today`);
      await beginFirst(page);
      await ready.waitFor({ state: "detached" });
      await page.goto(`${server.address}#/about`);
      await ready.waitFor();
      await page.getByRole("button", { name: "Use it now" }).click();
      await page.getByText("A newer one").waitFor();
      await page.locator("h1").waitFor();
      assert.equal(await ready.count(), 0);
    });
  });
});

test("who uses the old version in another tab keeps what it needs", async () => {
  await withExport(async (folder, server) => {
    await withPage(`${server.address}#/session`, {}, async (session) => {
      await kept(session);
      const began = await session.evaluate(() => performance.timeOrigin);
      const other = await session.context().newPage();
      await other.goto(`${server.address}#/about`);
      const old = await other.evaluate(() => document.querySelector("script[src]").src);
      await change(folder, "index.html", "<body>", "<body><p>A newer one</p>");
      await change(folder, "service-worker.js", /version: "\w+"/, 'version: "newer"');
      await rm(join(folder, new URL(old).pathname.split("/").pop()));
      await change(folder, "service-worker.js", /, "start\.\w+\.js"/, "");
      await other.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await other.getByRole("button", { name: "Use it now" }).click();
      await session.waitForFunction(async () => (await caches.keys()).length === 2);
      await server.stop();
      assert.equal(await session.evaluate(async (old) => (await fetch(old)).status, old), 200);
      assert.equal(await session.evaluate(() => performance.timeOrigin), began, "it was not loaded again");
    });
  });
});

// The browser takes a moment to notice that a page is gone.
async function untilNewer(page, address) {
  for (let attempt = 0; attempt < 50; attempt++) {
    // Whoever leaves earlier breaks requests off.
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator("h1").waitFor();
    if (await page.getByText("A newer one").count()) return;
    await page.goto("about:blank");
    await page.waitForTimeout(100);
  }
  assert.fail("the newer version never came");
}

test("an export takes the place of an earlier one, and of nothing else", async () => {
  await withExport(async (folder) => {
    assert.match(await run("web", "export", folder), /web server with HTTPS/);
    await writeFile(join(folder, "notes.txt"), "mine");
    await assert.rejects(run("web", "export", folder), { code: 1, stderr: /has something else in it/ });
  });
});
