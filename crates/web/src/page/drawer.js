// The worker that draws the figure: pages hand over canvases, and tell what is shown on them, as crates/web/src/parts/figure
// does. They are told when the body cannot be had, and when a canvas will never show anything.

import init, { Drawer, Drawn, View } from "./draw.js";

/** Nothing moves any more when nothing was drawn for so many milliseconds. */
const QUIET = 200;
/** How long pictures may be, at their longer side, that are drawn without a graphics processor: what stays is as long as the last. */
const SIDES = [320, 400, 512, 640, 800];
/** A picture that moves is smaller where it takes longer than so many milliseconds, and larger where that would not. */
const LONG = 20;

/** What is shown on each canvas, by its number. */
const figures = new Map();
const coming = init().then(() => new Drawer());
/** The packed body, once it was asked for. */
let packed = null;
let shape = null;
/** What is to be drawn in the browser's next frame. */
const asked = new Set();
/** Which of the sides goes quickly enough, and how long a picture takes of late. */
let size = 2;
let takes = LONG / 2;

const does = {
  begin(drawer, figure, canvas) {
    figures.set(figure, { view: null, resting: 0, isPreparing: false });
    canvas.addEventListener("webglcontextlost", (event) => {
      // Otherwise it would not come back.
      event.preventDefault();
      drawer.lose(figure);
    });
    canvas.addEventListener("webglcontextrestored", () => ask(drawer, figure));
    drawer.begin(figure, canvas);
  },

  perform(drawer, figure, shown) {
    drawer.perform(figure, shown);
    ask(drawer, figure);
  },

  view(drawer, figure, ...view) {
    figures.get(figure).view = view;
    ask(drawer, figure);
  },

  end(drawer, figure) {
    clearTimeout(figures.get(figure).resting);
    figures.delete(figure);
    drawer.end(figure);
  },

  async embody(drawer, wanted) {
    shape = wanted;
    try {
      await (packed ??= fetched(drawer));
    } catch {
      packed = null;
      return postMessage(["missing", true]);
    }
    // Meanwhile another may have been chosen.
    if (shape !== wanted) return;
    drawer.embody(wanted);
    postMessage(["missing", false]);
    for (const figure of figures.keys()) ask(drawer, figure);
  },
};

onmessage = async ({ data: [what, ...about] }) => does[what](await coming, ...about);

// A page hears only of errors, and of none in a promise.
onunhandledrejection = ({ reason }) => {
  console.warn(reason);
  postMessage(["missing", true]);
};

async function fetched(drawer) {
  const answer = await fetch(new URL("body.bin", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status}`);
  drawer.take(new Uint8Array(await answer.arrayBuffer()));
}

/** Draws in the browser's next frame. */
function ask(drawer, figure) {
  if (asked.size === 0) requestAnimationFrame(() => drawAll(drawer));
  asked.add(figure);
}

function drawAll(drawer) {
  const now = [...asked];
  asked.clear();
  for (const figure of now) draw(drawer, figure, false);
}

function draw(drawer, figure, isResting) {
  const about = figures.get(figure);
  if (!about?.view) return;
  clearTimeout(about.resting);
  const view = new View(...about.view);
  const began = performance.now();
  // For whom movement makes ill every picture stays.
  const stays = isResting || about.view.at(-1);
  const drawn = drawer.draw(figure, view, stays ? SIDES.at(-1) : SIDES[size]);
  view.free();
  if (drawn === Drawn.Smaller && !stays) {
    measure(performance.now() - began);
    about.resting = setTimeout(() => draw(drawer, figure, true), QUIET);
  }
  if (drawn === Drawn.Later) ask(drawer, figure);
  if (drawn === Drawn.Never) postMessage(["never", figure]);
  prepare(drawer, figure, about, drawn === Drawn.Unprepared);
}

/** Learns how large pictures can be, from how long one of them took. */
function measure(took) {
  takes += (took - takes) / 10;
  const more = (SIDES[size + 1] / SIDES[size]) ** 2;
  const step = takes > LONG ? -1 : takes * more < LONG ? 1 : 0;
  if (!SIDES[size + step]) return;
  takes *= (SIDES[size + step] / SIDES[size]) ** 2;
  size += step;
}

/** Has placed what is shown now and next, bit by bit, and draws as soon as it can. */
async function prepare(drawer, figure, about, isAwaited) {
  about.isAwaited = isAwaited;
  if (about.isPreparing) return;
  about.isPreparing = true;
  while (figures.get(figure) === about && drawer.prepare(figure, about.view[0])) {
    if (about.isAwaited) ask(drawer, figure);
    await pause();
  }
  about.isPreparing = false;
}

/** Lets what came meanwhile be done: a message to ourselves comes after that, but sooner than any timer. */
function pause() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(null);
  });
}
