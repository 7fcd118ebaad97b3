"""What is particular to the head: hair, brows, lashes, lips, and what closed lids and lips hide."""

import numpy as np

from mesh import fade, length

MATERIALS = ["suit", "skin", "hair", "brow", "lash", "lip"]
SUIT, SKIN, HAIR, BROW, LASH, LIP = range(len(MATERIALS))
HAIR_THICKNESS = 0.004

# The outline of the hair seen from the left: from the forehead over the temple, before and behind the ear to the
# nape, and round all that is above. (z, y) in metres from the middle between the eyes' centres, forward and up.
HAIRLINE = [
    (0.200, 0.062), (0.022, 0.062), (0.005, 0.066), (-0.008, 0.056), (-0.014, 0.034), (-0.026, 0.020),
    (-0.036, -0.008), (-0.043, -0.024), (-0.052, -0.018), (-0.062, -0.004), (-0.080, -0.006), (-0.094, -0.040),
    (-0.100, -0.066), (-0.112, -0.074), (-0.300, -0.080), (-0.300, 0.300), (0.200, 0.300),
]  # fmt: skip

# The outline of the ears seen from the side.
EAR_CENTRE, EAR_LEAN = np.array([0, -0.021, -0.076]), 0.2

# The middle of the left brow seen from the front, (x, y) as above, and half its height there.
BROW_LINE = [
    (0.012, 0.0205, 0.0030), (0.020, 0.0240, 0.0036), (0.032, 0.0268, 0.0032), (0.044, 0.0255, 0.0022),
    (0.053, 0.0205, 0.0008),
]  # fmt: skip


def depth_within(points, outline):
    """Returns how far points of a plane are inside an outline, below 0 outside."""
    nearest, inside = np.full(len(points), np.inf), np.zeros(len(points), bool)
    for start, stop in zip(outline, np.roll(outline, -1, axis=0)):
        along = stop - start
        t = np.clip(((points - start) * along).sum(axis=1) / (along * along).sum(), 0, 1)
        nearest = np.minimum(nearest, length(points - (start + t[:, None] * along)))
        crosses = (start[1] > points[:, 1]) != (stop[1] > points[:, 1])
        at = start[0] + (points[:, 1] - start[1]) * along[0] / (along[1] or 1.0)
        inside ^= crosses & (points[:, 0] < at)
    return np.where(inside, nearest, -nearest)


class Head:
    """The regions of the head, in the neutral shape."""

    def __init__(self, source, values):
        at = values[:, :3]
        self.eyeball = at[source.groups["joint-l-eye"]].mean(axis=0)
        self.eye = self.eyeball * [0, 1, 1]
        lashes = [f"helper-{side}-eyelashes-{row}" for side in "lr" for row in (1, 2)]
        self.lashes = at[np.unique(np.concatenate([source.quads[name] for name in lashes]))]

    def hidden(self, at):
        """Returns which places the closed lids hide."""
        folded = at * np.where(at[:, :1] < 0, [-1, 1, 1], 1)
        return (length(folded - self.eyeball) < 0.018) & (at[:, 2] < self.eyeball[2] + 0.004)

    def on_ear(self, at):
        """Returns how far inside the outline of an ear places are, seen from its side; 0 is its edge."""
        across, up = (at - self.eye - EAR_CENTRE)[:, [2, 1]].T
        lean = np.array([np.cos(EAR_LEAN), np.sin(EAR_LEAN)])
        across, up = across * lean[0] + up * lean[1], up * lean[0] - across * lean[1]
        return np.where(np.abs(at[:, 0]) > 0.05, 1 - np.sqrt((across / 0.017) ** 2 + (up / 0.030) ** 2), -1)

    def on_brow(self, at):
        """Returns how far inside a brow places are."""
        x, y = np.abs(at[:, 0]), at[:, 1] - self.eye[1]
        line = np.array(BROW_LINE)
        middle, half = (np.interp(x, line[:, 0], line[:, k]) for k in (1, 2))
        ends = np.maximum(line[0, 0] - x, x - line[-1, 0])
        return np.where(at[:, 2] > self.eye[2] - 0.03, np.minimum(half - np.abs(y - middle), -ends), -1.0)

    def above_hairline(self, at):
        """Returns how far places are within the hair, below 0 outside."""
        x, y, z = np.abs(at[:, 0]), *(at - self.eye)[:, 1:].T
        mouth = (x < 0.04) & (y < -0.015) & (z > -0.08)
        return np.where(mouth, -1.0, depth_within((at - self.eye)[:, [2, 1]], np.array(HAIRLINE)))

    def paint(self, mesh, lip):
        """Returns the material of each vertex, and how strongly it covers the skin."""
        at = mesh.at
        above = self.above_hairline(at)
        # Sharper over the forehead than at the sideburns and the nape.
        soft = 0.006 + 0.006 * fade(at[:, 2] - self.eye[2], 0.0, -0.05)
        tints = np.zeros((len(MATERIALS), len(at)))
        tints[HAIR] = fade(above, -soft, soft) * fade(self.on_ear(at), 0.1, -0.1)
        tints[BROW] = fade(self.on_brow(at), -0.0018, 0.0012) * 0.8
        lash = np.min([length(at - root) for root in self.lashes], axis=0)
        tints[LASH] = fade(lash, 0.0024, 0.0008)
        tints[LIP] = fade(lip, 0.0004, 0.0014) * 0.7
        material = tints.argmax(axis=0)
        tint = tints.max(axis=0)
        return np.where(tint > 0, material, SKIN), tint
