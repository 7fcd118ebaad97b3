"""Reads a network of MediaPipe's into a list of steps, none of which a network for pictures in general would need."""

from dataclasses import dataclass, field

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter, OpResolverType

NAMES = {code: name for name, code in vars(schema.BuiltinOperator).items() if isinstance(code, int)}
ACTIVATIONS = {0: "none", 3: "relu6"}


@dataclass
class Step:
    """One step: `kind` says which; what it takes and makes are numbers of values."""

    kind: str
    inputs: list
    output: int
    activation: str = "none"
    stride: int = 1
    padding: tuple = (0, 0)  # above and to the left; what is missing below and to the right follows from the size
    weights: np.ndarray = None  # conv: [kernel y, kernel x, in, out]; depthwise: [kernel y, kernel x, channel]
    bias: np.ndarray = None
    shape: tuple = field(default=())  # height, width, channels of what it makes


class Graph:
    """A network as it comes, with `Pad` folded into what follows and `Reshape` left out."""

    def __init__(self, path):
        data = open(path, "rb").read()
        self.model = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(data, 0))
        self.graph = self.model.subgraphs[0]
        # A first run, without anything clever, unpacks the weights: some are sparse, all are half as wide.
        self.runner = Interpreter(
            model_content=data,
            experimental_preserve_all_tensors=True,
            experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
        )
        self.runner.allocate_tensors()
        for tensor in self.runner.get_input_details():
            self.runner.set_tensor(tensor["index"], np.zeros(tensor["shape"], np.float32))
        self.runner.invoke()
        self.input = int(self.graph.inputs[0])
        self.steps, self.alias, self.padded = [], {}, {}
        for operator in self.graph.operators:
            self.read(operator)
        self.outputs = {
            self.graph.tensors[i].name.decode(): self.alias.get(int(i), int(i)) for i in self.graph.outputs
        }

    def shape(self, value):
        one, *shape = map(int, self.graph.tensors[value].shape)
        assert one == 1
        return tuple(shape)

    def constant(self, value):
        return self.runner.get_tensor(int(value))

    def read(self, operator):
        """Appends the step that an operator is."""
        code = self.model.operatorCodes[operator.opcodeIndex]
        name = NAMES[max(code.builtinCode, code.deprecatedBuiltinCode)]
        if name in ("DEQUANTIZE", "DENSIFY"):
            return
        first, *others = (self.alias.get(int(i), int(i)) for i in operator.inputs)
        output, options = int(operator.outputs[0]), operator.builtinOptions
        if name == "PAD":
            amounts = self.constant(others[0]).tolist()
            assert amounts[0] == amounts[3] == [0, 0]
            self.padded[output] = (first, (amounts[1][0], amounts[2][0]))
            return
        if name == "RESHAPE":
            self.alias[output] = first
            return
        if name == "CONCATENATION":
            self.alias[output] = [first, *others]
            return
        first, before = self.padded.get(first, (first, (0, 0)))
        step = Step(name, [first], output, shape=self.shape(output))
        if name in ("CONV_2D", "DEPTHWISE_CONV_2D"):
            step.kind = "conv" if name == "CONV_2D" else "depthwise"
            weights = self.constant(others[0])
            step.weights = weights.transpose(1, 2, 3, 0) if step.kind == "conv" else weights[0]
            step.bias = self.constant(others[1])
            assert options.strideW == options.strideH and options.dilationWFactor == options.dilationHFactor == 1
            step.stride, step.activation = options.strideH, ACTIVATIONS[options.fusedActivationFunction]
            step.padding = before if options.padding == 1 else self.same(step)
            assert options.padding == 1 or before == (0, 0)
        elif name == "ADD":
            step.kind, step.activation = "add", ACTIVATIONS[options.fusedActivationFunction]
            step.inputs.append(others[0])
        elif name == "MAX_POOL_2D":
            step.kind = "pool"
            assert (options.filterWidth, options.filterHeight, options.strideW, options.strideH) == (2, 2, 2, 2)
        elif name == "RESIZE_BILINEAR":
            step.kind = "enlarge"
            assert options.halfPixelCenters and not options.alignCorners
        elif name == "DEPTH_TO_SPACE":
            step.kind = "spread"
            assert options.blockSize == 2
        elif name == "LOGISTIC":
            step.kind = "sigmoid"
        else:
            raise ValueError(f"no step for {name}")
        self.steps.append(step)

    def same(self, step):
        """Returns the padding that TensorFlow calls SAME."""
        sizes = zip(self.shape(step.inputs[0])[:2], step.shape[:2], step.weights.shape[:2])
        return tuple(max((out - 1) * step.stride + kernel - size, 0) // 2 for size, out, kernel in sizes)

    def keep(self, *names):
        """Leaves out every step that none of these outputs needs."""
        self.outputs = {name: self.outputs[name] for name in names}
        needed = set()
        for output in self.outputs.values():
            needed.update(output if isinstance(output, list) else [output])
        for step in reversed(self.steps):
            if step.output in needed:
                needed.update(step.inputs)
        self.steps = [step for step in self.steps if step.output in needed]
