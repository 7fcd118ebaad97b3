// The real Unknot: its server, its journal, and its export.

import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

// `./x test` says where the program is.
const PROGRAM = process.env.UNKNOT ?? "unknot";

/** Makes a home in which nothing of anybody else's lies. */
export function home() {
  const folder = mkdtempSync(join(tmpdir(), "unknot-home-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function environment(folder) {
  const { UNKNOT_JOURNAL: _, ...rest } = process.env;
  return { ...rest, XDG_DATA_HOME: folder };
}

/**
 * Starts the server in a home, and returns its address, the token of its journal, how to stop it and how to kill it. With
 * `opens` it opens a browser, which it finds in `path`.
 */
export async function serve({ port = 0, folder = home(), opens = false, path = process.env.PATH } = {}) {
  const child = spawn(PROGRAM, ["serve", "--port", `${port}`, opens ? "--open" : "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...environment(folder), PATH: path },
  });
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await Promise.race([lines.next(), ended.then((code) => ({ value: `it ended with ${code}` }))]);
    return line.value;
  };
  const line = await next();
  const address = line.match(/http:\S+/)?.[0];
  if (!address) throw new Error(`no address from ${PROGRAM} serve: ${line}`);
  const token = (await next()).match(/#token=(\w+)/)?.[1];
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  return { address, token, folder, port: new URL(address).port, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}

/** Runs Unknot to its end and returns what it says. */
export async function run(...words) {
  return runIn(home(), ...words);
}

/** Runs Unknot in a home to its end and returns what it says. */
export async function runIn(folder, ...words) {
  const { stdout } = await promisify(execFile)(PROGRAM, words, { timeout: 20_000, env: environment(folder) });
  return stdout;
}
