// The real Unknot: its server, and its export.

import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

// `./x test` says where the program is.
const PROGRAM = process.env.UNKNOT ?? "unknot";

/** Starts the server and returns its address, and how to stop it. */
export async function serve() {
  const child = spawn(PROGRAM, ["serve", "--port", "0", "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
  const lines = createInterface({ input: child.stdout });
  const first = new Promise((resolve) => lines.once("line", resolve));
  const line = await Promise.race([first, ended.then((code) => `it ended with ${code}`)]);
  const address = line.match(/http:\S+/)?.[0];
  if (!address) throw new Error(`no address from ${PROGRAM} serve: ${line}`);
  return {
    address,
    async stop() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

/** Runs Unknot to its end and returns what it says. */
export async function run(...words) {
  const { stdout } = await promisify(execFile)(PROGRAM, words, { timeout: 20_000 });
  return stdout;
}
