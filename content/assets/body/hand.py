"""Lays the hands flat.

MakeHuman models them at rest, fingers bent and the thumb before the palm. But the angles of an exercise are measured
from straight fingers, and a hand that leans on the floor must not sink into it.
"""

import numpy as np

from mesh import length

# How far out of the plane of wrist and knuckles the bones of the fingers point, so that their pads and the palm touch
# one floor.
FINGERS = [0.07, 0.13, 0.16]
# Where the thumb points: along the hand, to the thumb's side, out of the palm; the same for its two last bones.
THUMB = [(0.46, 0.82, 0.28), (0.70, 0.70, 0.07), (0.84, 0.53, 0.06)]


def flattened(source, fields):
    """Returns the fields of all vertices with both hands flat."""
    shape = fields.reshape(len(fields), -1, 3).copy()
    for side, sign in (("l", 1), ("r", -1)):
        flip = np.array([sign, 1, 1])
        joint = lambda name: shape[source.groups[f"joint-{side}-{name}"]].mean(axis=0)
        digits = {digit: [joint(f"finger-{digit}-{row}") for row in (1, 2, 3, 4)] for digit in range(1, 6)}
        wrist = joint("hand")[0]
        along, thumbwards, out = palm(wrist * flip, *(digits[digit][0][0] * flip for digit in (2, 3, 4, 5)))
        moves = []
        for digit, joints in digits.items():
            turn, shift = np.eye(3), np.zeros_like(joints[0])
            for row, (start, stop) in enumerate(zip(joints[:-1], joints[1:])):
                bone = (stop - start)[0] * flip
                if digit == 1:
                    goal = sum(part * axis for part, axis in zip(THUMB[row], (along, thumbwards, out)))
                else:
                    flat = joints[-1][0] * flip - joints[0][0] * flip
                    flat -= out * (flat * out).sum()
                    goal = flat / length(flat) + out * FINGERS[row]
                pivot = start @ turn.T + shift
                turn = rotation((bone * flip) @ turn.T, goal * flip) @ turn
                shift = pivot - start @ turn.T
                moves.append((f"finger{digit}-{row + 1}.{side.upper()}", turn, shift))
        moved = np.zeros_like(shape)
        rest = np.ones(len(shape))
        for name, turn, shift in moves:
            for vertex, weight in source.weights[name]:
                moved[vertex] += weight * (shape[vertex] @ turn.T + shift)
                rest[vertex] -= weight
        shape = moved + rest[:, None, None] * shape
    return shape.reshape(len(fields), -1)


def palm(wrist, index, middle, ring, little):
    """Returns the left hand's axes: along it, to the thumb's side, out of the palm."""
    along = (middle + ring) / 2 - wrist
    along /= length(along)
    across = index - little
    across -= along * (across * along).sum()
    across /= length(across)
    return along, across, np.cross(along, across)


def rotation(start, goal):
    """Returns the shortest rotation from one direction to another."""
    start, goal = start / length(start), goal / length(goal)
    axis, cosine = np.cross(start, goal), (start * goal).sum()
    x, y, z = axis
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + skew + skew @ skew / (1 + cosine)
