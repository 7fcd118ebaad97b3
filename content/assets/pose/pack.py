"""Packs the networks that see a body: `python3 pack.py` writes the three .net files anew. README.md has the format."""

import struct
import sys
from pathlib import Path

import numpy as np

import mediapipe
from graph import Graph

MAGIC = b"UNKNOTN1"
KINDS = {"conv": 1, "depthwise": 2, "add": 3, "pool": 4, "enlarge": 5, "spread": 6}
ACTIVATIONS = {"none": 0, "relu6": 1, "sigmoid": 2}
NOTHING = 0xFFFF


def users(graph, value):
    return [step for step in graph.steps if value in step.inputs]


def is_output(graph, value):
    return any(value == output or isinstance(output, list) and value in output for output in graph.outputs.values())


def fold_sigmoid(graph):
    """Lets the convolution before a sigmoid do it."""
    for step in [step for step in graph.steps if step.kind == "sigmoid"]:
        (maker,) = (maker for maker in graph.steps if maker.output == step.inputs[0])
        assert maker.kind == "conv" and maker.activation == "none" and len(users(graph, maker.output)) == 1
        maker.activation, maker.output = "sigmoid", step.output
        graph.steps.remove(step)


def enlarge_later(graph):
    """Convolves one by one before a picture is enlarged: that is the same, as both are linear, for a quarter of the work."""
    for step in [step for step in graph.steps if step.kind == "enlarge"]:
        after = users(graph, step.output)
        if len(after) != 1 or after[0].kind != "conv" or after[0].weights.shape[:2] != (1, 1):
            continue
        (conv,) = after
        before, between, behind = step.inputs[0], step.output, conv.output
        height, width, _ = conv.shape
        step.shape, step.activation = conv.shape, conv.activation
        conv.shape, conv.activation = (height // 2, width // 2, conv.shape[2]), "none"
        conv.inputs, conv.output, step.inputs, step.output = [before], between, [between], behind
        first, second = graph.steps.index(step), graph.steps.index(conv)
        graph.steps[first], graph.steps[second] = conv, step


def fold_add(graph):
    """Lets a convolution add the other summand to what it makes."""
    for step in [step for step in graph.steps if step.kind == "add"]:
        for value, other in (step.inputs, step.inputs[::-1]):
            (maker,) = (maker for maker in graph.steps if maker.output == value)
            if maker.kind != "conv" or maker.activation != "none" or len(users(graph, value)) != 1 or is_output(graph, value):
                continue
            maker.inputs, maker.output, maker.activation = [*maker.inputs, other], step.output, step.activation
            # In the place of the sum, where the other summand surely is there.
            graph.steps.remove(maker)
            graph.steps[graph.steps.index(step)] = maker
            break


def halves(values):
    """Returns weights as halves: all of them, or, where most are zero, a bit for each and those that are not."""
    exact = np.ascontiguousarray(values, np.float32).ravel()
    packed = exact.astype("<f2")
    assert (packed.astype(np.float32) == exact).all(), "a weight is no half"
    dense = b"\0" + packed.tobytes()
    sparse = b"\1" + np.packbits(packed != 0, bitorder="little").tobytes() + packed[packed != 0].tobytes()
    return min(dense, sparse, key=len)


def pack(graph):
    """Returns the bytes of a network."""
    number = {graph.input: 0}
    parts = [MAGIC, struct.pack("<HHHHH", *graph.shape(graph.input), len(graph.steps), len(graph.outputs))]
    for step in graph.steps:
        number[step.output] = len(number)
        inputs = [number[value] for value in step.inputs]
        parts.append(struct.pack("<BBH", KINDS[step.kind], ACTIVATIONS[step.activation], inputs[0]))
        if step.kind == "add":
            parts.append(struct.pack("<H", inputs[1]))
        if step.weights is None:
            continue
        height, width = step.weights.shape[:2]
        parts.append(struct.pack("<BBBBB", height, width, step.stride, *step.padding))
        parts.append(struct.pack("<HHH", *step.shape))
        if step.kind == "conv":
            parts.append(struct.pack("<H", inputs[1] if len(inputs) > 1 else NOTHING))
        parts += [halves(step.weights), halves(step.bias)]
    for output in graph.outputs.values():
        values = output if isinstance(output, list) else [output]
        parts.append(struct.pack(f"<B{len(values)}H", len(values), *(number[value] for value in values)))
    return b"".join(parts)


def main():
    here = Path(__file__).parent
    for network, path in mediapipe.download(*sys.argv[1:2]).items():
        graph = Graph(path)
        graph.keep(*mediapipe.OUTPUTS[network])
        for change in (fold_sigmoid, enlarge_later, fold_add):
            change(graph)
        data = pack(graph)
        (here / f"{network}.net").write_bytes(data)
        print(f"{network}.net: {len(graph.steps)} steps, {len(data):,} bytes")


if __name__ == "__main__":
    main()
