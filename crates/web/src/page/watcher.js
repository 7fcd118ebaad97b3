// The worker that looks at the pictures of camera.js. Each is forgotten once it was looked at.

import init, { Watcher } from "./watch.js";

/** The longer side of what is looked at, in pixels. */
const LONGER = 480;

async function read(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status}: ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const coming = (async () => {
  const [detector, landmarks, body] = await Promise.all([read("detector.net"), read("lite.net"), read("body.bin"), init()]);
  return new Watcher(detector, landmarks, body);
})();
// Whoever sends a picture is told why none is looked at.
coming.catch(() => {});

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true });

onmessage = async ({ data: { exercise, variant, picture } }) => {
  try {
    const watcher = await coming;
    if (exercise) watcher.watch(exercise, variant);
    else look(watcher, picture);
  } catch (error) {
    picture?.close();
    postMessage({ trouble: `${error}` });
  }
};

/** Looks at a picture, and closes it. */
function look(watcher, picture) {
  const seconds = performance.now() / 1000;
  const scale = Math.min(1, LONGER / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  // A canvas that is given its size is empty.
  Object.assign(canvas, { width, height });
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  const glance = watcher.look(width, height, context.getImageData(0, 0, width, height).data, seconds);
  const { seen, placed, holds, count, fault, better, landmarks } = glance;
  glance.free();
  postMessage({ seen, placed, holds, count, fault, better, landmarks });
}
