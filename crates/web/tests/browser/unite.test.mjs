// The page and the terminal share a journal: real servers, real files, and pages that should not get in.

import assert from "node:assert/strict";
import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";

import { MORNING, beginFirst, pass, press } from "./led.mjs";
import { assertAccessible, kept, picture, withPage } from "./page.mjs";
import { home, runIn, serve } from "./unknot.mjs";

/** What the browser says by itself of a server that is not there. */
const GONE = [/ERR_CONNECTION_REFUSED/];

/** Starts a server for a test. */
async function served(t, options) {
  const server = await serve(options);
  t.after(() => server.stop());
  return server;
}

/** Returns a line that a device wrote whose clock showed that year. */
function rating(number, pain, year = 2026) {
  const id = `019ab7d1-0000-7a00-8000-${`${number}`.padStart(12, "0")}`;
  const head = { v: 1, id, device: "019ab7d0-0000-7d00-8000-00000000000e", at: `${year}-11-24T08:10:00+01:00` };
  return JSON.stringify({ ...head, kind: "pain", entry: { pain, moment: "other", session: null } });
}

/** Adds records from a file, as a person does. */
async function add(page, ...lines) {
  const file = { name: "unknot-journal.jsonl", mimeType: "", buffer: Buffer.from(lines.join("\n") + "\n") };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("status").filter({ hasText: /added/ }).waitFor();
}

/** Returns the lines that a page has in the browser's database, in the order of names. */
function here(page) {
  return page.evaluate(async () => {
    const open = indexedDB.open("unknot");
    const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
    const all = database.transaction("records").objectStore("records").getAll();
    const lines = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return lines;
  });
}

/** Returns the lines that the terminal has, in the order of names. */
async function there(server) {
  const text = await runIn(server.folder, "journal", "export");
  const lines = text.split("\n").filter((line) => line.includes('"id"'));
  return lines.sort((a, b) => (JSON.parse(a).id < JSON.parse(b).id ? -1 : 1));
}

/** Waits until both have the same, so many lines. */
async function same(page, server, count) {
  let [one, other] = [];
  for (let attempt = 0; attempt < 100; attempt++) {
    [one, other] = [await here(page), await there(server)];
    if (one.length === count && other.length === count) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.deepEqual(one, other);
  assert.equal(one.length, count);
}

/** Tells the page that it is looked at, as when somebody comes back to it from the terminal. */
function look(page) {
  return page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

async function erase(page) {
  await page.getByRole("button", { name: "Erase everything …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Everything is erased.").waitFor();
}

/** Opens the journal of a page that shares it. */
async function withShared(server, options, use) {
  await withPage(`${server.address}#token=${server.token}`, options, async (page) => {
    await page.goto(`${server.address}#/journal`);
    await page.getByRole("heading", { name: "Journal", level: 1 }).waitFor();
    await use(page);
  });
}

test("what one has the other gets, from wherever and whenever it is", async (t) => {
  const server = await served(t);
  await runIn(server.folder, "rate", "4");
  await withPage(server.address, {}, async (page) => {
    await page.goto(`${server.address}#/journal`);
    await add(page, rating(1, 5), rating(2, 6, 1999), rating(3, 7, 2126));
    await page.getByText("in this browser on this device, and nowhere else").waitFor();
    assert.equal((await there(server)).length, 1, "without the link nothing is shared");
    await page.goto(`${server.address}#token=${server.token}`);
    await same(page, server, 4);
    assert.equal(await page.evaluate(() => location.hash), "#/");
    await page.goto(`${server.address}#/journal`);
    await page.getByText("in the journal of the terminal on this computer").waitFor();
    await page.getByText("Pain 4").first().waitFor();
    await add(page, rating(4, 3));
    await same(page, server, 5);
    await runIn(server.folder, "rate", "2");
    await look(page);
    await page.getByText("Pain 2").first().waitFor();
    await same(page, server, 6);
    await page.reload();
    await page.getByText("Pain 2").first().waitFor();
    await same(page, server, 6);
    await assertAccessible(page);
    await picture(page, "journal shared");
  });
});

test("what is known is not loaded again, and no service worker keeps any of it", async (t) => {
  const server = await served(t);
  await runIn(server.folder, "rate", "4");
  await withShared(server, {}, async (page) => {
    await page.getByText("Pain 4").first().waitFor();
    await kept(page);
    const statuses = [];
    page.on("response", (response) => response.url().includes("/api/") && statuses.push(response.status()));
    await page.reload();
    await page.getByText("in the journal of the terminal on this computer").waitFor();
    await look(page);
    for (let attempt = 0; statuses.length < 2 && attempt < 50; attempt++) await page.waitForTimeout(100);
    assert.deepEqual([...new Set(statuses)], [304]);
    const kept_ = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => request.url);
    });
    assert.ok(kept_.length > 10 && !kept_.some((url) => url.includes("/api/")), kept_.join(" "));
  });
});

test("a server that is killed in the middle of a session is back later, and nothing is lost or doubled", async (t) => {
  const folder = home();
  let server = await served(t, { folder });
  const link = `${server.address}#token=${server.token}`;
  await withPage(link, { clock: MORNING, expects: GONE }, async (page) => {
    await beginFirst(page);
    const before = (await here(page)).length;
    assert.ok(before > 4, `${before}`);
    await same(page, server, before);
    await server.kill();
    await pass(page, 20);
    await press(page, "It hurts");
    await page.getByRole("button", { name: "A sharp pain" }).click();
    await press(page, "Go on");
    await pass(page, 20);
    await press(page, "It hurts");
    await page.getByRole("button", { name: "A sharp pain" }).click();
    await page.getByText("have it checked by a clinician").waitFor();
    await runIn(folder, "rate", "9");
    const now = (await here(page)).length;
    assert.ok(now > before, `${now}`);
    server = await served(t, { folder, port: server.port });
    for (let attempt = 0; attempt < 10; attempt++) await pass(page, 2);
    await same(page, server, now + 1);
  });
});

test("two tabs and the terminal have the same, and erasing in one erases everywhere", async (t) => {
  const server = await served(t);
  await withShared(server, {}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(`${server.address}#/journal`);
    await other.getByText("in the journal of the terminal on this computer").waitFor();
    await add(page, rating(1, 5));
    await add(other, rating(2, 6));
    await runIn(server.folder, "rate", "4");
    await look(page);
    await other.getByText("Pain 4").first().waitFor();
    await same(other, server, 3);
    await erase(page);
    await same(page, server, 0);
    await other.getByText("Nothing here yet").waitFor();
    await add(other, rating(3, 1));
    await same(other, server, 1);
    await page.getByText("Pain 1").first().waitFor();
    assert.match(await runIn(server.folder, "journal", "list"), /pain 1/);
  });
});

test("what the terminal has erased does not come back by itself, nor is it lost here", async (t) => {
  const server = await served(t);
  await withShared(server, {}, async (page) => {
    await add(page, rating(1, 5), rating(2, 6));
    await same(page, server, 2);
    await runIn(server.folder, "journal", "erase", "--yes");
    await look(page);
    const question = page.getByText("2 records are still in this browser");
    await question.waitFor();
    await page.reload();
    await question.waitFor();
    assert.deepEqual([(await here(page)).length, await there(server)], [2, []]);
    await assertAccessible(page);
    await picture(page, "journal erased there");
    await press(page, "Keep, in both");
    await question.waitFor({ state: "detached" });
    await same(page, server, 2);
    await runIn(server.folder, "journal", "erase", "--yes");
    await runIn(server.folder, "rate", "8");
    await look(page);
    await question.waitFor();
    await press(page, "Erase here, too");
    await page.getByText("Pain 8").first().waitFor();
    await same(page, server, 1);
  });
});

test("a record that is told at the moment of erasing elsewhere brings nothing back", async (t) => {
  const server = await served(t);
  await withShared(server, { expects: [/412/] }, async (page) => {
    await add(page, rating(1, 5));
    await same(page, server, 1);
    await runIn(server.folder, "journal", "erase", "--yes");
    await add(page, rating(2, 6));
    await page.getByText("2 records are still in this browser").waitFor();
    assert.deepEqual(await there(server), []);
  });
});

for (const [button, left] of [["Erase there, too", 0], ["Bring back here", 2]]) {
  test(`what was erased here while the server was away is asked about: ${button}`, async (t) => {
    const folder = home();
    let server = await served(t, { folder });
    await withShared(server, { expects: GONE }, async (page) => {
      await add(page, rating(1, 5), rating(2, 6));
      await same(page, server, 2);
      await kept(page);
      await server.kill();
      await erase(page);
      await page.getByText("you are asked about it when it is back").waitFor();
      await page.reload();
      await page.getByText("Nothing here yet").waitFor();
      server = await served(t, { folder, port: server.port });
      await look(page);
      await page.getByText("2 records are still in that").waitFor();
      assert.deepEqual([await here(page), (await there(server)).length], [[], 2]);
      await picture(page, "journal erased here");
      await press(page, button);
      await same(page, server, left);
    });
  });
}

test("a browser is opened with a ticket that is good once", async (t) => {
  const bin = await mkdtemp(join(tmpdir(), "unknot-bin-"));
  const said = join(bin, "said");
  await writeFile(join(bin, "xdg-open"), `#!/bin/sh\necho "$1" > ${said}.part && mv ${said}.part ${said}\n`);
  await chmod(join(bin, "xdg-open"), 0o755);
  const server = await served(t, { opens: true, path: `${bin}${delimiter}${process.env.PATH}` });
  let link = "";
  for (let attempt = 0; !link && attempt < 100; attempt++) {
    link = (await readFile(said, "utf8").catch(() => "")).trim();
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#ticket=[0-9a-f]{32}$/);
  assert.ok(!link.includes(server.token));
  await runIn(server.folder, "rate", "4");
  await withPage(link, {}, async (page) => {
    assert.equal(await page.evaluate(() => location.hash), "#/");
    await page.goto(`${server.address}#/journal`);
    await page.getByText("Pain 4").first().waitFor();
  });
  await withPage(link, { expects: [/403/] }, async (page) => {
    await page.goto(`${server.address}#/journal`);
    await page.getByText("Nothing here yet").waitFor();
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  });
});

test("a token that is good for nothing is forgotten, and the page goes on", async (t) => {
  const server = await served(t);
  await withPage(`${server.address}#token=${"0".repeat(32)}`, { expects: [/403/] }, async (page) => {
    await page.waitForFunction(() => localStorage.getItem("unknot-token") === null);
    await page.goto(`${server.address}#/journal`);
    await page.getByText("in this browser on this device, and nowhere else").waitFor();
  });
});

// What a page tries to get at the journal of another origin, with the token, even. It returns everything that it could read.
async function attack({ address, token, journal }) {
  const read = [];
  const headers = { Authorization: `Bearer ${token}`, "Unknot-Journal": journal, "Content-Type": "application/x-ndjson" };
  const attempts = [
    {},
    { headers },
    { mode: "no-cors" },
    { mode: "no-cors", method: "POST", body: "{}", headers: { "Content-Type": "text/plain" } },
    { method: "POST", body: "{}", headers },
    { method: "DELETE", headers },
    { method: "DELETE", headers, mode: "cors", credentials: "include" },
  ];
  for (const attempt of attempts) {
    try {
      const answer = await fetch(`${address}api/journal`, attempt);
      read.push(`${answer.type} ${answer.status} ${await answer.text()}`);
    } catch (error) {
      read.push(error.name);
    }
  }
  return read;
}

/** Serves a page of a site that has nothing to do with Unknot. */
async function evil() {
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end('<!doctype html><link rel="icon" href="data:," /><h1>Evil</h1>');
  });
  await new Promise((done) => site.listen(0, "127.0.0.1", done));
  return { port: site.address().port, stop: () => (site.closeAllConnections(), site.close()) };
}

test("a page of another origin gets nothing and changes nothing, though it has the token", async (t) => {
  const [server, site] = [await served(t), await evil()];
  t.after(() => site.stop());
  await runIn(server.folder, "rate", "4");
  const before = await there(server);
  const rules = { flags: ["--host-resolver-rules=MAP evil.example 127.0.0.1"] };
  const journal = await tag(server);
  for (const address of [`http://127.0.0.1:${site.port}/`, `http://evil.example:${site.port}/`]) {
    await withPage(address, { ...rules, expects: [/./] }, async (page) => {
      const read = await page.evaluate(attack, { address: server.address, token: server.token, journal });
      // Not even the refusals can be read.
      assert.deepEqual(read, Array(7).fill("TypeError"));
      const framed = await page.evaluate(async (address) => {
        const frame = Object.assign(document.createElement("iframe"), { src: `${address}api/journal` });
        await new Promise((done) => ((frame.onload = done), document.body.append(frame)));
        try {
          return frame.contentDocument?.body.textContent ?? "";
        } catch {
          return "";
        }
      }, server.address);
      assert.equal(framed, "");
    });
    assert.deepEqual(await there(server), before);
  }
});

test("a name of another site that leads to the server gets nothing", async (t) => {
  const server = await served(t);
  await runIn(server.folder, "rate", "4");
  const before = await there(server);
  const journal = await tag(server);
  const rebound = `http://evil.example:${server.port}/`;
  // Newer browsers keep pages of the internet from this computer by themselves: this is about those that do not.
  const unprotected = "LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessRespectPreflightResults";
  const flags = ["--host-resolver-rules=MAP evil.example 127.0.0.1", `--disable-features=${unprotected}`];
  const empty = (page) =>
    // The page came from the other site, before its name led here.
    page.route(rebound, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><h1>Evil</h1>" }));
  await withPage(rebound, { flags, before: empty, expects: [/421/] }, async (page) => {
    const read = await page.evaluate(attack, { address: rebound, token: server.token, journal });
    for (const what of read) assert.match(what, /^(basic 421 Unknot answers to its own address alone|TypeError)/);
    assert.equal(read.filter((what) => what.startsWith("basic 421")).length, 7);
  });
  assert.deepEqual(await there(server), before);
});

/** Returns which journal is there. */
async function tag({ address, token }) {
  const headers = { Authorization: `Bearer ${token}`, Origin: address.slice(0, -1) };
  const answer = await fetch(`${address}api/journal`, { method: "HEAD", headers });
  return answer.headers.get("etag").slice(1, 33);
}
