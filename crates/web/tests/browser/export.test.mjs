// The pages as files, below a path of a server that knows nothing of them.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { serveFolder } from "./folder.mjs";
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
    await withPage(server.address, {}, async (page) => {
      assert.equal(await page.getByRole("listitem").count(), 7);
      await kept(page);
      await server.stop();
      await page.reload();
      assert.equal(await page.getByRole("listitem").count(), 7);
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
      await page.reload();
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

// The browser takes a moment to notice that a page is gone.
async function untilNewer(page, address) {
  for (let attempt = 0; attempt < 50; attempt++) {
    await page.goto(address);
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
