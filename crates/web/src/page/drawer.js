// The worker that draws the figure: pages hand over canvases, and tell what is shown on them, as crates/web/src/parts/figure
// does. They are told when the body cannot be had, and when a canvas will never show anything.

import init, { Drawer, Drawn, View } from "./draw.js";

/** Nothing moves any more when nothing was drawn for so many milliseconds. */
const QUIET = 200;

/** What is shown on each canvas, by its number. */
const figures = new Map();
const coming = init().then(() => new Drawer());
/** The packed body, once it was asked for. */
let packed = null;
let shape = null;
/** What is to be drawn in the browser's next frame. */
const asked = new Set();

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
    } catch (error) {
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

function draw(drawer, figure, stays) {
  const about = figures.get(figure);
  if (!about?.view) return;
  clearTimeout(about.resting);
  const view = new View(...about.view);
  const drawn = drawer.draw(figure, view, stays);
  view.free();
  if (drawn === Drawn.Roughly) about.resting = setTimeout(() => draw(drawer, figure, true), QUIET);
  if (drawn === Drawn.Later) ask(drawer, figure);
  if (drawn === Drawn.Never) postMessage(["never", figure]);
  prepare(drawer, figure, about, drawn === Drawn.Unprepared);
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
