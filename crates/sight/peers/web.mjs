// Times the networks as WebAssembly beside onnxruntime-web, in node: one thread each, in turn, by the processor's time.
//
//     python3 to_onnx.py FOLDER; npm ci; node web.mjs FOLDER PROGRAM
//
// PROGRAM is peer_web.wasm; web.sh builds it.
import { readFile } from "node:fs/promises";

import * as ort from "onnxruntime-web/wasm";

const [folder, program] = process.argv.slice(2);
const ROUNDS = 30;
const RUNS = 2;

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

async function timed(run) {
  const begun = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / RUNS;
}

ort.env.wasm.numThreads = 1;
const { instance } = await WebAssembly.instantiate(await readFile(program), {});
const own = instance.exports;
for (const [network, which, size] of [["lite", 1, 256], ["full", 2, 256], ["detector", 0, 224]]) {
  const session = await ort.InferenceSession.create(await readFile(`${folder}/${network}.onnx`), { executionProviders: ["wasm"] });
  const noise = new Float32Array(3 * size * size).map(() => Math.random());
  const picture = { [session.inputNames[0]]: new ort.Tensor("float32", noise, [1, 3, size, size]) };
  if (!own.read(which)) throw new Error(`${network} cannot be read`);
  const times = { "onnxruntime-web": [], unknot: [] };
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    times["onnxruntime-web"].push(await timed(async () => {
      for (let run = 0; run < RUNS; run += 1) await session.run(picture);
    }));
    times.unknot.push(await timed(() => own.run(RUNS)));
  }
  const peers = times["onnxruntime-web"].slice(2);
  for (const [name, all] of Object.entries(times)) {
    // The first two warm up.
    const kept = all.slice(2);
    const ratio = median(kept.map((time, round) => time / peers[round]));
    console.log(`${network} ${name}: median ${median(kept).toFixed(1)} ms, least ${Math.min(...kept).toFixed(1)}, ratio ${ratio.toFixed(2)}`);
  }
}
