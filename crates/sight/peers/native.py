"""Times the networks beside onnxruntime: one thread each, a few runs of one and a few of the other in turn, by the
processor's time.

python3 to_onnx.py FOLDER
cargo build --release -p unknot-sight --example peer
python3 native.py FOLDER PROGRAM [INSTRUCTIONS …]      PROGRAM is target/release/examples/peer
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime

ROOT = Path(__file__).resolve().parents[3]
ROUNDS, RUNS = 40, 3


def peer(path):
    """Returns what runs a network in onnxruntime so often, and tells the milliseconds of each."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    (taken,) = session.get_inputs()
    picture = {taken.name: np.random.default_rng(1).random(taken.shape, np.float32)}

    def run(times):
        begun = time.process_time()
        for _ in range(times):
            session.run(None, picture)
        return (time.process_time() - begun) * 1e3 / times

    return run


def own(program, network, *instructions):
    """Returns the same of this project's program."""
    command = [program, ROOT / f"content/assets/pose/{network}.net", *instructions]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def spent():
        return int(Path(f"/proc/{child.pid}/schedstat").read_text().split()[0]) / 1e6

    def run(times):
        begun = spent()
        child.stdin.write(f"{times}\n")
        child.stdin.flush()
        child.stdout.readline()
        return (spent() - begun) / times

    return run


def main():
    folder, program, *instructions = sys.argv[1:]
    for network in ("lite", "full", "detector"):
        runners = {"onnxruntime": peer(f"{folder}/{network}.onnx")}
        runners |= {name: own(program, network, name) for name in instructions} or {"unknot": own(program, network)}
        times = {name: [] for name in runners}
        for _ in range(ROUNDS + 2):
            for name, run in runners.items():
                times[name].append(run(RUNS))
        for name, all_times in times.items():
            # The first two warm up.
            kept, peers = all_times[2:], times["onnxruntime"][2:]
            ratio = statistics.median(mine / other for mine, other in zip(kept, peers))
            print(f"{network:8} {name:12} median {statistics.median(kept):6.2f} ms  least {min(kept):6.2f}  ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
