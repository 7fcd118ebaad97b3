// Runs the probe and prints its fingerprints, one a line: node run.mjs PROGRAM COUNT
import { readFile } from "node:fs/promises";

const [program, count] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(program), {});
for (let index = 0; index < Number(count); index += 1) {
  // The program means 64 bits without a sign.
  const value = BigInt.asUintN(64, instance.exports.fingerprint(index));
  console.log(value.toString(16).padStart(16, "0"));
}
