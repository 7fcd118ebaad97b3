// The worker that looks at the pictures of camera.js. Each is forgotten once it was looked at.

import init, { Watcher } from "./watch.js";

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

onmessage = async ({ data }) => {
  try {
    const watcher = await coming;
    if (data.picture) postMessage(look(watcher, data));
    else watcher.watch(data.exercise, data.variant);
  } catch (error) {
    postMessage({ trouble: `${error}` });
  }
};

function look(watcher, { picture, seconds }) {
  const { width, height } = picture;
  // A canvas that is given its size is empty.
  Object.assign(canvas, { width, height });
  context.drawImage(picture, 0, 0);
  picture.close();
  const seen = watcher.look(width, height, context.getImageData(0, 0, width, height).data, seconds);
  const { seen: sees, placed, holds, count, fault, better, landmarks } = seen;
  seen.free();
  return { seen: sees, placed, holds, count, fault, better, landmarks };
}
