"""Makes the figure of MakeHuman's base mesh: shapes, suit, head and hands, hair."""

import numpy as np

import hand
import skeleton
from head import HAIR, HAIR_THICKNESS, Head
from mesh import Mesh, fade, length

# How tall the neutral shape is, in metres.
HEIGHT = 1.68
# Quads with a longer edge than this are divided: else the outline of a bent knee shows corners.
COARSE = 0.02
# What makes the slim and the heavy build: how much of MakeHuman's muscle and weight. Of average muscle even its
# greatest weight is hardly stout, so some of a softer one is added.
SLIM = [(0.65, "average", "min")]
HEAVY = [(0.5, "min", "max"), (0.3, "average", "max")]
# The columns of a vertex: four fields (neutral, towards man, towards slim, towards heavy) of three numbers each,
# the weights of the bones, how much it belongs to the lips.
FIELDS, WEIGHTS = slice(0, 12), slice(12, 12 + skeleton.BONES)
LIP = 12 + skeleton.BONES


def fields(source):
    """Returns the four fields of all of MakeHuman's vertices, each of three numbers."""
    woman, man = (source.adult(gender) for gender in ("female", "male"))

    def build(parts):
        genders = ("female", "male")
        return sum(share / 2 * source.universal(gender, *which) for share, *which in parts for gender in genders)

    closed = sum(source.of_peoples(f"expression/units/{{}}/eye-{side}-closure") for side in ("left", "right"))
    neutral = source.positions + (woman + man) / 2 + closed
    table = [neutral, (man - woman) / 2, build(SLIM), build(HEAVY)]
    table = np.array([source.symmetric(field) for field in table])
    suit, skin = source.groups["helper-tights"], source.groups["body"]
    table *= HEIGHT / (table[0, skin, 1].max() - table[0, suit, 1].min())
    # Every shape stands on the floor, and has its hips above the origin.
    sole = suit[table[0, suit, 1] < table[0, suit, 1].min() + 0.004]
    hip = source.groups["joint-l-upper-leg"]
    for k, field in enumerate(table):
        field[:, 1] -= field[suit, 1].min() if k == 0 else field[sole, 1].mean()
        field[:, 2] -= field[hip, 2].mean()
    return hand.flattened(source, np.concatenate(list(table), axis=1))


def part(values, *quads):
    """Returns the mesh of some quads alone."""
    mesh = Mesh(values, np.concatenate(quads))
    mesh.keep(np.ones(len(mesh.quads), bool))
    return mesh


def longest(mesh):
    """Returns the length of the longest edge of each quad."""
    corner = mesh.at[mesh.quads]
    return length(corner - np.roll(corner, -1, axis=1)).max(axis=1)


class Openings:
    """Where the suit ends: at the base of the neck and at both wrists."""

    def __init__(self, places):
        at = {name: row[:3] for name, row in zip(skeleton.STORED, places)}
        self.hips = at["pelvis"][1]
        self.loose = [at["thigh"], at["upper_arm"]]
        neck = at["neck01"]
        wrist = at["hand"] - at["forearm"]
        wrist /= length(wrist)
        cuff = at["hand"] - wrist * 0.012
        tilt = np.array([0, np.cos(0.36), np.sin(0.36)])
        collar = np.array([0, neck[1] + 0.004, neck[2]])
        flip = np.array([-1, 1, 1])
        self.planes = [(collar, tilt), (cuff, wrist), (cuff * flip, wrist * flip)]

    def heights(self, at):
        """Returns how far each vertex is above each opening, far below for what is elsewhere."""
        neck = (np.abs(at[:, 0]) < 0.15) & (at[:, 1] > self.planes[0][0][1] - 0.12)
        zones = [neck, at[:, 0] > 0.3, at[:, 0] < -0.3]
        return [
            np.where(zone, ((at - point) * normal).sum(axis=1), -1.0)
            for zone, (point, normal) in zip(zones, self.planes)
        ]


def nearest(at, others):
    """Returns for each place which of the others is nearest, and how far off."""
    squares = np.array([((others - place) ** 2).sum(axis=1) for place in at])
    which = squares.argmin(axis=1)
    return which, np.sqrt(squares[np.arange(len(at)), which])


def soften(mesh, crotch, loose):
    """Makes the suit's weights change more gently, most of all about the hips and the shoulders."""
    mesh.smooth(np.full(len(mesh.values), 0.5), 3, WEIGHTS)
    folded = mesh.at * np.where(mesh.at[:, :1] < 0, [-1, 1, 1], 1)
    for joint in loose:
        mesh.smooth(0.5 * fade(length(folded - joint), 0.19, 0.10), 16, WEIGHTS)
    # Between the legs the suit stays with the pelvis, whatever the thighs do.
    near = length(mesh.at - crotch)
    strip = (fade(np.abs(mesh.at[:, 0]), 0.07, 0.0) * fade(near, 0.15, 0.09))[:, None]
    mesh.values[:, WEIGHTS] *= 1 - strip
    mesh.values[:, WEIGHTS.start] += strip[:, 0]
    mesh.smooth(fade(near, 0.15, 0.08), 5, WEIGHTS)


def suit(source, values, openings):
    """Returns the suit, cut at the openings, close to the skin there and hemmed, and the edges of the openings."""
    mesh = part(values, source.quads["helper-tights"])
    crotch = np.array([0, openings.hips - 0.075, 0.0])
    cleft = np.array([0, openings.hips - 0.02, -0.10])
    # Cloth spans the folds between the legs and between the buttocks.
    folds = np.maximum(
        fade(length(mesh.at - crotch), 0.13, 0.07),
        fade(length((mesh.at - cleft) * [1.4, 0.8, 1]), 0.13, 0.07),
    )
    mesh.smooth(0.5 * folds, 7, FIELDS)
    soften(mesh, crotch, openings.loose)
    skin = part(values, source.quads["body"])
    normals = skin.normals()
    for height in openings.heights(mesh.at):
        close = fade(height, -0.07, -0.02)
        chosen = np.flatnonzero(close > 0)
        which, _ = nearest(mesh.at[chosen], skin.at)
        share = close[chosen, None]
        # By the opening the suit lies close upon the skin, whatever the shape.
        mesh.values[chosen, 3:12] += share * (skin.values[which, 3:12] - mesh.values[chosen, 3:12])
        gap = ((mesh.at[chosen] - skin.at[which]) * normals[which]).sum(axis=1)[:, None]
        mesh.values[chosen, :3] += share * normals[which] * (0.0035 - gap)
    mesh.refine(longest(mesh) > COARSE)
    for k, (_, normal) in enumerate(openings.planes):
        mesh.cut(openings.heights(mesh.at)[k], normal)
    edges = []
    for k, (_, normal) in enumerate(openings.planes):
        edge = np.abs(openings.heights(mesh.at)[k]) < 1e-6
        edges.append(mesh.at[edge])
        mesh.hem(edge, [(-0.0015, normal * 0.0012), (-0.007, normal * -0.0005)])
    return mesh, np.concatenate(edges)


def skin(source, values, openings, suit, edges):
    """Returns the head with the neck and the hands, with a stretch that the suit covers."""
    at, body = values[:, :3], source.quads["body"]
    bare = np.any([height > 0 for height in openings.heights(at)], axis=0)
    _, distance = nearest(at, edges)
    kept = bare | (distance < 0.028)
    mesh = part(values, body[kept[body].all(axis=1)])
    head = Head(source, values)
    mesh.keep(~head.hidden(mesh.centres()))
    above, brow = head.above_hairline(mesh.centres()), head.on_brow(mesh.centres())
    mesh.refine((longest(mesh) > 0.009) & (above > -0.015) | (brow > -0.012))
    mesh.refine(head.on_brow(mesh.centres()) > -0.005)
    # By the openings the skin moves with the suit. Below it draws back, so that it never shows through.
    for height in openings.heights(mesh.at):
        close = fade(height, 0.035, 0.0) * (height > -0.2)
        chosen = np.flatnonzero(close > 0)
        which, _ = nearest(mesh.at[chosen], suit.at)
        own = mesh.values[chosen, WEIGHTS]
        mesh.values[chosen, WEIGHTS] += close[chosen, None] * (suit.values[which, WEIGHTS] - own)
        below = fade(height, -0.002, -0.016) * (height > -0.2)
        mesh.values[:, :3] -= 0.006 * below[:, None] * mesh.normals()
    materials, tints = head.paint(mesh, mesh.values[:, LIP])
    mesh.values[:, :3] += HAIR_THICKNESS * np.where(materials == HAIR, tints, 0)[:, None] * mesh.normals()
    return mesh, materials, tints
