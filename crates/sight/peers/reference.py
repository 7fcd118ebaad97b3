"""What TFLite makes of the networks: writes the golden numbers of the tests, or those of a picture of one's own.

python3 reference.py                    writes ../tests/golden anew
python3 reference.py PICTURE FOLDER     writes what UNKNOT_SIGHT_REFERENCE=FOLDER cargo test -p unknot-sight --test networks compares

It needs what requirements.txt lists, and npm.
"""

import sys
from pathlib import Path

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "content/assets/pose"))

import mediapipe  # noqa: E402 (it lies beside the networks)

SIZES = {"detector": 224, "lite": 256, "full": 256}
# Of an output with more numbers than this every 101st is kept.
MANY, EVERY = 1000, 101


def noise(size):
    """Returns the picture that `noise` in the tests makes."""
    state, numbers = 1, np.empty(size * size * 3, np.float32)
    for index in range(len(numbers)):
        state = (state * 1664525 + 1013904223) % 2**32
        numbers[index] = np.float32(state >> 8) / np.float32(1 << 24)
    return numbers.reshape(1, size, size, 3)


def middle(path, size):
    """Returns the middle of a picture, as it is: no two libraries make it smaller in the same way."""
    picture = Image.open(path).convert("RGB")
    left, upper = (picture.width - size) // 2, (picture.height - size) // 2
    picture = picture.crop((left, upper, left + size, upper + size))
    return np.asarray(picture, np.float32)[None] / np.float32(255)


def outputs(network, path, picture):
    """Returns every output that is kept, one after the other."""
    if network == "detector":
        picture = picture * np.float32(2) - np.float32(1)
    runner = Interpreter(str(path), num_threads=1)
    runner.allocate_tensors()
    runner.set_tensor(runner.get_input_details()[0]["index"], np.ascontiguousarray(picture, np.float32))
    runner.invoke()
    places = {tensor["name"]: tensor["index"] for tensor in runner.get_output_details()}
    kept = (runner.get_tensor(places[name]).ravel() for name in mediapipe.OUTPUTS[network])
    return picture, [numbers if len(numbers) <= MANY else numbers[::EVERY] for numbers in kept]


def write(folder, name, numbers):
    folder.mkdir(parents=True, exist_ok=True)
    np.concatenate(numbers).astype("<f4").tofile(folder / f"{name}.f32")


def main():
    networks = mediapipe.download()
    if len(sys.argv) > 2:
        folder = Path(sys.argv[2])
        for network, path in networks.items():
            size = SIZES[network]
            square = Image.open(sys.argv[1]).convert("RGB").resize((size, size), Image.Resampling.BILINEAR)
            picture, numbers = outputs(network, path, np.asarray(square, np.float32)[None] / np.float32(255))
            write(folder, f"{network}.picture", [picture.ravel()])
            write(folder, network, numbers)
        return
    for network, path in networks.items():
        for name, picture in (
            ("noise", noise(SIZES[network])),
            ("figure", middle(HERE.parent / "tests/golden/figure.png", SIZES[network])),
        ):
            write(HERE.parent / "tests/golden", f"{network}-{name}", outputs(network, path, picture)[1])


if __name__ == "__main__":
    main()
