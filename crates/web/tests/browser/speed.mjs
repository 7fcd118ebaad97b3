// How long the page's main thread is busy while the figure moves: printed, as it depends on the machine. Once with a
// graphics processor, which is imitated here, and once without.
//
// Tasks are as long as somebody waits, also for a graphics processor that is none and for programs beside the browser;
// of scripts it is told how long they computed, by the clock of their thread.

import { after, test } from "node:test";

import { filmed } from "./film.mjs";
import { figureAt } from "./figure.mjs";
import { beginFirst, press } from "./led.mjs";
import { imitated, withPage } from "./page.mjs";
import { serve } from "./unknot.mjs";

const server = await serve();
after(() => server.stop());

for (const [name, how] of [["with a graphics processor", imitated], ["without", {}]]) {
  const options = { reducedMotion: "no-preference", ...how };

  test(`how busy the main thread is ${name}`, async () => {
    await withPage(server.address, options, async (page) => {
      await report(page, `${name}: making the body, and the first picture`, async () => {
        await page.evaluate(() => (location.hash = "#/seven/foam-rolling"));
        await figureAt(page, 0);
      });
      await report(page, `${name}: the first time through an exercise`, () => moved(page));
      await report(page, `${name}: a frame of an exercise that moves`, () => moved(page));
    });
  });

  test(`how busy it is in a session ${name}`, async () => {
    await withPage(server.address, options, async (page) => {
      await beginFirst(page);
      const what = `${name}: half a minute of a session, from its first picture on`;
      await report(page, what, () => page.waitForTimeout(30_000));
    });
  });
}

test("how busy it is while the camera counts, but for the figure", async () => {
  // Faster than one should, so that the clock goes ahead at every repetition.
  const options = { flags: await filmed("wall-angels", { filter: "setpts=PTS/1.4,fps=12" }), permissions: ["camera"] };
  await withPage(server.address, options, async (page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".stage-figure { display: none; }");
      document.adoptedStyleSheets = [sheet];
    });
    await beginFirst(page);
    await page.getByRole("button", { name: "Count for me" }).click();
    await page.getByText("Camera on").waitFor();
    await press(page, "Skip");
    await page.getByText("I see you.").waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      const camera = document.querySelector("unknot-camera");
      const { glance } = camera;
      globalThis.took = [];
      camera.glance = (...told) => {
        const began = performance.now();
        const made = glance(...told);
        globalThis.took.push(performance.now() - began);
        return made;
      };
    });
    await report(page, "an exercise that the camera counts", () => page.waitForTimeout(20_000));
    const took = (await page.evaluate(() => globalThis.took)).sort((a, b) => a - b);
    const [middle, longest] = [took[took.length >> 1], took.at(-1)].map((time) => time.toFixed(1));
    console.log(`${(took.length / 20).toFixed(1)} pictures a second, of which each took the page ${middle} ms, at most ${longest} ms`);
  });
});

/** Moves through the whole exercise, a hundred frames. */
async function moved(page) {
  await page.evaluate(async () => {
    const slider = document.querySelector("input[type=range]");
    for (let frame = 0; frame < 100; frame++) {
      await new Promise((done) => requestAnimationFrame(done));
      slider.value = (slider.max * frame) / 100;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

/** Says how long the main thread's tasks took that had scripts in them, as a whole, and how long the scripts computed. */
async function report(page, name, act) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];
  await client.send("Tracing.start", { traceConfig: { includedCategories: categories } });
  await act();
  const ended = new Promise((done) => client.once("Tracing.tracingComplete", done));
  await client.send("Tracing.end");
  await ended;
  await client.detach();
  // What a worker computes keeps nobody waiting.
  const isMain = ({ pid, tid }) => ({ name, args, ...of }) =>
    name === "thread_name" && args.name === "CrRendererMain" && of.pid === pid && of.tid === tid;
  const called = events.filter(({ name, ph }) => ph === "X" && ["FunctionCall", "RunMicrotasks"].includes(name));
  const main = called.find((script) => events.some(isMain(script)));
  const scripts = called.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const busy = events.filter(({ name, ph, pid, tid }) => ph === "X" && name === "RunTask" && pid === main.pid && tid === main.tid);
  const within = (task) => scripts.filter(({ ts, tid }) => tid === task.tid && ts >= task.ts && ts < task.ts + task.dur);
  // What one script calls is within it.
  const alone = (task) => {
    let [end, sum] = [0, 0];
    for (const { ts, dur, tdur } of within(task).sort((a, b) => a.ts - b.ts)) {
      if (ts >= end) [end, sum] = [ts + dur, sum + tdur];
    }
    return sum;
  };
  const tasks = busy.filter((task) => within(task).length > 0 && alone(task) > 500);
  for (const [what, times] of [["tasks", tasks.map(({ dur }) => dur)], ["scripts", tasks.map(alone)]]) {
    times.sort((a, b) => a - b);
    const at = (share) => ((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1);
    console.log(`${name}: ${times.length} ${what}, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  }
}
