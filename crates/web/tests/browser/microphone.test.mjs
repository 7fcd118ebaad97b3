// Two knocks on the floor, by the microphone.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { beginFirst } from "./led.mjs";
import { withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
const folder = await mkdtemp(join(tmpdir(), "unknot-knocks-"));
after(() => Promise.all([server.stop(), rm(folder, { recursive: true })]));

const RATE = 48_000;

/** Writes four seconds, over and over, of a still room in which it knocks at these seconds, and returns the flags of a browser that hears it. */
async function room(name, knocks) {
  const samples = new Int16Array(4 * RATE);
  for (const at of knocks) {
    for (let n = 0; n < RATE / 20; n++) {
      samples[at * RATE + n] = 20_000 * Math.exp(-n / (RATE / 100)) * Math.sin((2 * Math.PI * 120 * n) / RATE);
    }
  }
  const header = Buffer.alloc(44);
  header.write("RIFF");
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(2 * RATE, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  const file = join(folder, `${name}.wav`);
  await writeFile(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
  return ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${file}`];
}

/** Begins a session that waits for two knocks, and hands the page over when it waits. */
async function waiting(flags, use) {
  await withPage(server.address, { flags, permissions: ["microphone"] }, async (page) => {
    await page.goto(`${server.address}#/settings`);
    await page.getByRole("checkbox", { name: /Wait for me/ }).check();
    await page.getByRole("checkbox", { name: /microphone/ }).check();
    await page.goto(`${server.address}#/today`);
    await beginFirst(page);
    await page.getByText("Take your time. Tap anywhere when you are in position.").waitFor();
    await use(page);
  });
}

test("two knocks that the microphone hears say ready", async () => {
  await waiting(await room("knocks", [1, 1.4]), async (page) => {
    await page.getByRole("button", { name: "Pause" }).waitFor();
  });
});

test("one knock does not", async () => {
  await waiting(await room("knock", [1]), async (page) => {
    await page.waitForTimeout(9_000);
    assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 0);
  });
});
