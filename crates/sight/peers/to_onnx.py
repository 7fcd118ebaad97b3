"""Writes the networks as ONNX, for the peers to run: the graphs as MediaPipe has them, without what is folded for ours.

python3 to_onnx.py FOLDER      writes detector.onnx, lite.onnx and full.onnx there; needs requirements.txt and npm
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "content/assets/pose"))

import mediapipe  # noqa: E402 (it lies beside the networks)
from graph import Graph  # noqa: E402


class Writer:
    def __init__(self, graph):
        self.graph, self.nodes, self.constants = graph, [], []

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def step(self, step):
        """Appends the nodes of a step; channels come first in ONNX."""
        made, taken = f"v{step.output}", [f"v{value}" for value in step.inputs]
        plain = made if step.activation == "none" else f"{made}_plain"
        if step.weights is not None:
            height, width = self.graph.shape(step.inputs[0])[:2]
            sides = zip(step.shape[:2], step.weights.shape[:2], (height, width), step.padding)
            behind = [max((out - 1) * step.stride + size - length - before, 0) for out, size, length, before in sides]
            order = (3, 2, 0, 1) if step.kind == "conv" else (2, 0, 1)
            weights = step.weights.transpose(order)
            self.node(
                "Conv",
                [*taken, self.constant(weights if step.kind == "conv" else weights[:, None]), self.constant(step.bias)],
                plain,
                pads=[*step.padding, *behind],
                strides=[step.stride] * 2,
                group=1 if step.kind == "conv" else step.shape[2],
            )
        elif step.kind == "add":
            self.node("Add", taken, plain)
        elif step.kind == "pool":
            self.node("MaxPool", taken, plain, kernel_shape=[2, 2], strides=[2, 2])
        elif step.kind == "enlarge":
            scales = self.constant(np.array([1, 1, 2, 2], np.float32))
            how = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
            self.node("Resize", [*taken, "", scales], plain, **how)
        elif step.kind == "spread":
            self.node("DepthToSpace", taken, plain, blocksize=2, mode="DCR")
        else:
            self.node("Sigmoid", taken, plain)
        if step.activation == "relu6":
            self.node("Clip", [plain, self.constant(np.float32(0)), self.constant(np.float32(6))], made)

    def output(self, name, output):
        """Appends what brings an output into the order that it has in the original."""
        parts = output if isinstance(output, list) else [output]
        flat = self.constant(np.array([-1], np.int64))
        for part in parts:
            last = self.node("Transpose", [f"v{part}"], f"v{part}_{name}_last", perm=[0, 2, 3, 1])
            self.node("Reshape", [last, flat], f"v{part}_{name}")
        self.node("Concat", [f"v{part}_{name}" for part in parts], name, axis=0)

    def model(self):
        for step in self.graph.steps:
            self.step(step)
        for name, output in self.graph.outputs.items():
            self.output(name, output)
        height, width, channels = self.graph.shape(self.graph.input)
        taken = helper.make_tensor_value_info(f"v{self.graph.input}", onnx.TensorProto.FLOAT, [1, channels, height, width])
        made = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [None]) for name in self.graph.outputs]
        graph = helper.make_graph(self.nodes, "network", [taken], made, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        onnx.checker.check_model(model)
        return model


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for network, path in mediapipe.download().items():
        graph = Graph(path)
        graph.keep(*mediapipe.OUTPUTS[network])
        onnx.save(Writer(graph).model(), folder / f"{network}.onnx")


if __name__ == "__main__":
    main()
