"""Fetches MediaPipe's networks as its package carries them."""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@mediapipe/pose@0.5.1675469404"
SHA256 = "8bb349a7b3a3ba699df23be804ddd3b3eab810b50b15406894be257859388a84"
# The data file is the detector, byte for byte.
FILES = {
    "detector": "pose_solution_packed_assets.data",
    "lite": "pose_landmark_lite.tflite",
    "full": "pose_landmark_full.tflite",
}
# What is kept of each network, in this order. The mask of the body (`Identity_2`) is half of the work, and unused.
OUTPUTS = {
    "detector": ("Identity", "Identity_1"),
    "lite": ("Identity", "Identity_1", "Identity_3", "Identity_4"),
    "full": ("Identity", "Identity_1", "Identity_3", "Identity_4"),
}


def download(folder=None):
    """Returns where each network is, after npm has fetched the package."""
    folder = Path(folder or tempfile.mkdtemp())
    archives = list(folder.glob("mediapipe-pose-*.tgz"))
    if not archives:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
        archives = list(folder.glob("mediapipe-pose-*.tgz"))
    data = archives[0].read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256, "npm has another package than the recipe was made for"
    with tarfile.open(archives[0]) as archive:
        for name in FILES.values():
            (folder / name).write_bytes(archive.extractfile(f"package/{name}").read())
    return {network: folder / name for network, name in FILES.items()}
