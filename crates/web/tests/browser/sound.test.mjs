// What is heard of a session, measured in what a real browser plays, by its real clocks: a media element has a clock of
// its own, which no test can move.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

import { listen } from "./heard.mjs";
import { beginFirst, exercise, hears, hurtsBy, none, press } from "./led.mjs";
import { kept, picture, withPage } from "./page.mjs";
import { run, serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

/** Opens the pages, which tell `globalThis.heard` what they play and say. */
async function withSound(use, { init, address = server.address, ...options } = {}) {
  const inits = [listen, init ?? []].flat();
  await withPage(address, { inits, ...options }, use);
}

/** Returns how loud the loudest moment is while so many milliseconds pass; 0 is silence, 1 as loud as can be. */
function loudness(page, milliseconds) {
  return page.evaluate(async (milliseconds) => {
    const { analyser } = globalThis.heard;
    if (!analyser) return new Promise((done) => setTimeout(() => done(0), milliseconds));
    const samples = new Float32Array(analyser.fftSize);
    const until = performance.now() + milliseconds;
    let loudest = 0;
    while (performance.now() < until) {
      analyser.getFloatTimeDomainData(samples);
      loudest = Math.max(loudest, ...samples.map(Math.abs));
      await new Promise((done) => setTimeout(done, 20));
    }
    return loudest;
  }, milliseconds);
}

/** Waits until the sound of a session is played: a file of minutes. */
async function plays(page) {
  await page.waitForFunction(() => {
    const { element } = globalThis.heard;
    return element && !element.paused && element.duration > 60 && element.currentTime > 0.1;
  });
}

/** Waits until nothing is played, and the last of it has left the browser. */
async function stands(page) {
  await page.waitForFunction(() => globalThis.heard.element.paused);
  await page.waitForTimeout(500);
}

/** Returns where the element is. */
function at(page) {
  return page.evaluate(() => {
    const { currentTime, paused, duration } = globalThis.heard.element;
    return { currentTime, paused, duration, now: performance.now() / 1000 };
  });
}

/** Returns the loudest sample of the file that is played, in each of these stretches of seconds. */
function loudnessOfFile(page, stretches) {
  return page.evaluate(async (stretches) => {
    const { files, element } = globalThis.heard;
    const samples = new Int16Array(await files.get(element.src).arrayBuffer(), 44);
    const sample = (seconds) => Math.round(seconds * 22050);
    return stretches.map(([from, to]) => samples.subarray(sample(from), sample(to)).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32767);
  }, stretches);
}

/** Sets a slider of the settings. */
async function setVolume(page, name, percent) {
  await page.getByRole("slider", { name }).fill(`${percent}`);
}

/** Opens the settings, changes them, and begins a session. */
async function beginWith(page, change) {
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await change();
  await page.evaluate(() => (location.hash = "#/begin"));
  const lists = [/now or with this pain/, /Any of these with this pain/, /Is the pain like this/, /Does any of these fit you/];
  for (const list of lists) await none(page, list);
  await hurtsBy(page, 3);
  await press(page, "Go on");
}

test("every word is in the file at its time, and between words there is silence", async () => {
  const told = JSON.parse(await run("timeline", "--gentle", "--json"));
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    const { duration } = await at(page);
    const words = told.utterances.filter(({ text, until }) => text && until <= duration);
    assert.ok(words.length > 20, `${words.length} words`);
    const loud = await loudnessOfFile(page, words.map(({ at }) => [at, at + 0.3]));
    words.forEach(({ text }, index) => assert.ok(loud[index] > 0.1, `${text}: ${loud[index]}`));
    const quiet = await loudnessOfFile(page, words.map(({ at }) => [at - 0.09, at - 0.01]));
    assert.deepEqual(quiet.filter((loudest) => loudest > 0), [], "words come out of silence");
  });
});

test("it sounds, where the picture is, until any touch pauses it, and then from there on", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    assert.ok((await loudness(page, 5000)) > 0.05, "it sounds");
    const before = await at(page);
    await page.waitForTimeout(1000);
    const then = await at(page);
    const [passed, real] = [then.currentTime - before.currentTime, then.now - before.now];
    assert.ok(Math.abs(passed - real) < 0.5, `${passed} s in ${real} s`);
    await page.locator(".stage-caption").click();
    await page.getByText("Paused. Tap anywhere to go on.").waitFor();
    // It says so, and falls silent.
    await stands(page);
    assert.equal(await loudness(page, 1500), 0);
    await page.keyboard.press("Space");
    await plays(page);
    const { began, stopped } = await page.evaluate(() => ({ began: globalThis.heard.began, stopped: globalThis.heard.stopped }));
    assert.ok(began > 4 && Math.abs(began - stopped) < 0.5, `it stopped at ${stopped} s and went on at ${began} s`);
  });
});

test("skip and easier: what is heard goes along", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    const length = () => page.evaluate(() => globalThis.heard.element.duration);
    const whole = await length();
    await press(page, "Skip");
    assert.equal(await exercise(page), "Wall angels");
    await page.waitForFunction((whole) => globalThis.heard.element.duration < whole - 20, whole);
    await plays(page);
    assert.ok((await loudness(page, 6000)) > 0.05);
    const before = await page.evaluate(() => globalThis.heard.element.src);
    await press(page, "Easier");
    await page.waitForFunction((before) => globalThis.heard.element.src !== before, before);
    await plays(page);
    assert.ok((await loudness(page, 2500)) > 0.05, "the answer is said");
  });
});

test("it hurts: the sound stops, and the question is said", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    await press(page, "It hurts");
    await page.waitForFunction(() => globalThis.heard.element.duration < 10);
    assert.ok((await loudness(page, 1000)) > 0.05);
    await stands(page);
    assert.equal(await loudness(page, 1000), 0);
  });
});

test("somebody hears how loud it is before the first session", async () => {
  await withSound(async (page) => {
    await beginWith(page, async () => {});
    await page.getByRole("heading", { name: "Can you hear this?" }).waitFor();
    await picture(page, "begin hear");
    await page.waitForFunction(() => globalThis.heard.element?.duration > 1);
    const loud = await loudness(page, 1500);
    assert.ok(loud > 0.1, `${loud}`);
    await setVolume(page, "Voice", 20);
    await page.waitForTimeout(200);
    const quieter = await loudness(page, 1500);
    assert.ok(quieter > 0.01 && quieter < loud / 3, `${quieter} instead of ${loud}`);
    await setVolume(page, "Voice", 0);
    await page.waitForTimeout(200);
    assert.equal(await loudness(page, 1000), 0);
    await setVolume(page, "Voice", 50);
    await hears(page);
    await page.waitForTimeout(200);
    assert.equal(await loudness(page, 1000), 0, "who goes on has heard it");
  });
});

test("without a voice only the tones are left", async () => {
  await withSound(async (page) => {
    await beginWith(page, () => setVolume(page, "Voice", 0));
    await hears(page);
    await press(page, "Begin");
    await plays(page);
    const told = JSON.parse(await run("timeline", "--gentle", "--json"));
    const { duration } = await at(page);
    const tones = told.utterances.filter(({ tone, until }) => tone && until <= duration).map(({ at }) => at);
    assert.ok(tones.length > 0);
    const loud = await loudnessOfFile(page, tones.map((at) => [at, at + 0.1]));
    assert.ok(loud.every((loud) => loud > 0.03), `${loud}`);
    assert.deepEqual(await loudnessOfFile(page, [[0, tones[0]]]), [0]);
  });
});

for (const [name, change] of Object.entries({
  "captions only": (page) => page.getByLabel("Captions only").check(),
  "both volumes at nothing": async (page) => {
    await setVolume(page, "Voice", 0);
    await setVolume(page, "Sounds", 0);
  },
})) {
  test(`${name}: nothing is played, and no clip is fetched`, async () => {
    // What keeps everything for when there is no network fetches it, too.
    await withSound(async (page) => {
      await beginWith(page, () => change(page));
      await press(page, "Begin");
      await page.locator(".stage").waitFor();
      assert.equal(await loudness(page, 5000), 0);
      assert.equal(await page.evaluate(() => globalThis.heard.element === undefined), true);
      assert.deepEqual(await page.evaluate(() => globalThis.heard.spoken), []);
      assert.deepEqual(await page.evaluate(() => globalThis.heard.fetched.filter((url) => url.endsWith(".pack"))), []);
    });
  });
}

test("an office stays quiet", async () => {
  await withSound(async (page) => {
    await page.evaluate(() => localStorage.setItem("unknot-wishes", JSON.stringify({ office: true })));
    await page.reload({ waitUntil: "networkidle" });
    await beginWith(page, async () => {});
    await press(page, "Begin");
    await page.locator(".stage").waitFor();
    assert.equal(await loudness(page, 5000), 0);
  });
});

/** The clips cannot be had. */
function withoutClips() {
  const before = globalThis.fetch;
  globalThis.fetch = (what, ...rest) => {
    const isPack = `${what?.url ?? what}`.endsWith(".pack");
    return isPack ? Promise.resolve(new Response("", { status: 404 })) : before(what, ...rest);
  };
}

test("without clips the browser's own voice says it, and the page says so", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await page.getByText("The voice cannot be loaded. Every word is written here, too.").waitFor();
    await picture(page, "session without clips");
    const said = (text) => page.waitForFunction((text) => globalThis.heard.spoken.some((said) => said.text === text), text);
    await said("Stand tall. Arms by your sides.");
    await page.keyboard.press("h");
    await said("Stop there. What is it like?");
    assert.ok(await page.evaluate(() => globalThis.heard.spoken.every(({ volume }) => volume === 1)));
  }, { init: withoutClips });
});

test("with neither clips nor a voice of the browser's own the session goes on", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await page.waitForTimeout(2000);
    await page.keyboard.press("ArrowRight");
    assert.equal(await exercise(page), "Wall angels");
  }, {
    init: [withoutClips, () => Object.defineProperty(globalThis, "speechSynthesis", { value: undefined })],
  });
});

test("words whose clip is broken are left to the browser's voice, the others are not", async () => {
  const index = await readFile(new URL("../../../../content/assets/voice/voice.tsv", import.meta.url), "utf8");
  const clips = index.split("\n").filter((line) => line && !line.startsWith("#"));
  const first = clips.findIndex((line) => line.startsWith("w-and-y"));
  const cut = clips.slice(0, first).reduce((sum, line) => sum + Number(line.split("\t")[2]), 0);
  const content = `{
    const before = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function () {
      const bytes = await before.call(this);
      return this.url.endsWith(".pack") ? bytes.slice(0, ${cut}) : bytes;
    };
  }`;
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    await page.waitForFunction(() => globalThis.heard.spoken.some(({ text }) => text === "Stand tall. Arms by your sides."));
    const spoken = await page.evaluate(() => globalThis.heard.spoken.length);
    await page.keyboard.press("Space");
    assert.ok((await loudness(page, 1000)) > 0.05, "“Paused.” has its clip");
    assert.equal(await page.evaluate(() => globalThis.heard.spoken.length), spoken);
  }, { init: { content } });
});

test("where the browser refuses to play, it says so and begins at the next touch", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    const line = page.getByText("The browser keeps silent until you tap.");
    await line.waitFor();
    await picture(page, "session refused");
    await page.evaluate(() => (globalThis.refuses = false));
    await press(page, "Skip");
    await plays(page);
    await line.waitFor({ state: "detached" });
    assert.ok((await loudness(page, 6000)) > 0.05);
  }, {
    init: () => {
      globalThis.refuses = true;
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () {
        return globalThis.refuses ? Promise.reject(new DOMException("", "NotAllowedError")) : play.call(this);
      };
    },
  });
});

test("what the system stops is paused: a call comes in", async () => {
  await withSound(async (page) => {
    await beginFirst(page);
    await plays(page);
    await page.evaluate(() => globalThis.heard.element.pause());
    await page.getByText("Paused. Tap anywhere to go on.").waitFor();
  });
});

test("the voice is kept for when there is no network", async () => {
  const other = await serve();
  await withSound(async (page) => {
    await kept(page);
    await page.waitForFunction(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().some(({ url }) => url.endsWith(".pack"));
    });
    await other.stop();
    await page.reload();
    await beginFirst(page);
    await plays(page);
    assert.ok((await loudness(page, 5000)) > 0.05);
  }, { address: other.address });
});
