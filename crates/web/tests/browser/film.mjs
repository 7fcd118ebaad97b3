// A camera that sees our own figure exercise.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";

import { run } from "./unknot.mjs";

export const FAKE = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];

/**
 * Films repetitions of an exercise, over and over, and returns the flags of a browser whose camera sees them; with `crop`, only
 * that part, as ffmpeg writes it; where it `stands`, only its first picture; with `filter`, what that makes of it.
 */
export async function filmed(id, { camera = "0,5", crop = "480:360:0:0", stands = false, filter = "null" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "unknot-film-"));
  after(() => rm(folder, { recursive: true }));
  const [clip, film] = [join(folder, "clip.mp4"), join(folder, "film.y4m")];
  await run("render", "clip", "--exercise", id, "--camera", camera, "--size", "480x360", "--fps", "12", "-o", clip);
  const only = stands ? ["-frames:v", "1"] : [];
  const filters = ["-vf", `crop=${crop},${filter}`];
  await promisify(execFile)("ffmpeg", ["-loglevel", "error", "-i", clip, ...filters, ...only, "-pix_fmt", "yuv420p", film]);
  return [...FAKE, `--use-file-for-fake-video-capture=${film}`];
}

/** For `inits`: remembers every track that a page was given, in `tracks`. */
export const remembered = () => {
  globalThis.tracks = [];
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const usual = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await usual(wanted);
    globalThis.tracks.push(...stream.getTracks());
    return stream;
  };
};
