"""Packs the human figure: `python3 pack.py` writes body.bin anew. README.md has the format."""

import struct
import sys
from pathlib import Path

import numpy as np

import figure
import skeleton
from head import SUIT
from makehuman import MakeHuman, download
from mesh import length

MAGIC, VERSION = b"UNKNOTB1", 1
STEPS_PER_METRE = 16384
ON_MIDPLANE = 0x80
MOST_RAW, MOST_PACKED = 400_000, 200_000


def left_half(mesh):
    """Returns the quads of the left half and which vertices are on the midplane; the right half mirrors it."""
    middle = np.abs(mesh.at[:, 0]) < 1e-6
    across = mesh.at[mesh.quads, 0]
    left, right = across.max(axis=1) > 1e-6, across.min(axis=1) < -1e-6
    assert not (left & right).any(), "quads cross the midplane"
    assert left.sum() == right.sum(), "left and right differ"
    assert np.abs(mesh.values[middle, 0:12:3]).max() < 1e-6, "a shape moves the midplane"
    return mesh.quads[left], middle


def in_order(quads):
    """Returns quads so that neighbours follow each other, and the vertices in the order of their first use."""
    at_vertex = {}
    for face, quad in enumerate(quads):
        for vertex in quad:
            at_vertex.setdefault(vertex, []).append(face)
    done, order = np.zeros(len(quads), bool), []
    for start in range(len(quads)):
        waiting = [start]
        while waiting:
            face = waiting.pop()
            if done[face]:
                continue
            done[face] = True
            order.append(face)
            beside = {other for vertex in quads[face] for other in at_vertex[vertex] if not done[other]}
            shared = {other: len(set(quads[other]) & set(quads[face])) for other in beside}
            waiting += sorted((other for other in beside if shared[other] > 1), reverse=True)
    quads = quads[order]
    _, first = np.unique(quads, return_index=True)
    return quads, quads.ravel()[np.sort(first)]


def quantised_weights(weights, middle):
    """Returns the four bones of each vertex, the strongest first, and their weights, which sum to 255."""
    partner = skeleton.mirrored().tolist()
    bones, shares = np.zeros((len(weights), 4), int), np.zeros((len(weights), 4), int)
    for vertex, row in enumerate(weights):
        # On the midplane left and right must weigh the same, so they are chosen and rounded together.
        heavy = [int(bone) for bone in np.flatnonzero(row > 1e-4)]
        teams = sorted({tuple(sorted({bone, partner[bone]})) if middle[vertex] else (bone,) for bone in heavy})
        teams.sort(key=lambda team: -row[list(team)].sum())
        chosen = []
        for team in teams:
            if len(team) + sum(map(len, chosen)) <= 4:
                chosen.append(team)
        exact = {team: row[list(team)].mean() for team in chosen}
        total = sum(exact[team] * len(team) for team in chosen)
        parts = {team: int(exact[team] / total * 255) for team in chosen}
        missing = 255 - sum(parts[team] * len(team) for team in chosen)
        by_remainder = sorted(chosen, key=lambda team: parts[team] - exact[team] / total * 255)
        for team in by_remainder + [team for team in by_remainder if len(team) == 1]:
            if missing >= len(team):
                parts[team] += 1
                missing -= len(team)
        single = [team for team in chosen if len(team) == 1]
        parts[single[0] if single else chosen[0]] += missing
        entries = sorted(((parts[team], -bone) for team in chosen for bone in team), reverse=True)
        entries = [entry for entry in entries if entry[0] > 0]
        assert sum(share for share, _ in entries) == 255, (vertex, entries)
        for slot, (share, bone) in enumerate(entries):
            bones[vertex, slot], shares[vertex, slot] = -bone, share
    return bones, shares


def varints(numbers):
    """Returns whole numbers of 0 and above in groups of 7 bits, the lowest first; bit 7 says that more follow."""
    out = bytearray()
    for number in map(int, numbers):
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)
    return bytes(out)


def signed(numbers):
    """Returns whole numbers as ones of 0 and above, small ones staying small: 0, -1, 1, -2, 2, …"""
    numbers = np.asarray(numbers, int)
    return np.where(numbers < 0, -2 * numbers - 1, 2 * numbers)


def steps(metres):
    """Returns lengths in steps, one column after the other, each number as its distance from the one before."""
    whole = np.floor(np.asarray(metres) * STEPS_PER_METRE + 0.5).astype(int)
    assert np.abs(whole).max() < 32768
    return b"".join(varints(signed(np.diff(column, prepend=0))) for column in whole.T)


def pack(mesh, materials, tints, places, markers):
    """Returns the file's bytes."""
    quads, middle = left_half(mesh)
    quads, vertices = in_order(quads)
    number = np.full(len(mesh.values), -1)
    number[vertices] = np.arange(len(vertices))
    quads = number[quads]
    values, middle = mesh.values[vertices].copy(), middle[vertices]
    values[middle, 0:12:3] = 0
    weights = values[:, figure.WEIGHTS]
    partner = skeleton.mirrored()
    weights[middle] = (weights[middle] + weights[middle][:, partner]) / 2
    bones, shares = quantised_weights(weights, middle)
    # How far below the next new vertex each corner is: 0 for a new one.
    flat = quads.ravel()
    following = np.maximum.accumulate(np.concatenate([[0], flat[:-1] + 1]))
    counts = skeleton.BONES, len(places), len(markers), len(values), len(quads)
    header = struct.pack("<8s7H", MAGIC, VERSION, *counts, STEPS_PER_METRE)
    flags = np.where(middle, ON_MIDPLANE, 0)
    return b"".join([
        header,
        steps(np.concatenate([places, markers])),
        steps(values[:, figure.FIELDS]),
        bones.T.astype(np.uint8).tobytes(),
        shares.T[:3].astype(np.uint8).tobytes(),
        (materials[vertices] | flags).astype(np.uint8).tobytes(),
        np.floor(tints[vertices] * 255 + 0.5).astype(np.uint8).tobytes(),
        varints(following - flat),
    ])  # fmt: skip


def main():
    """Writes body.bin beside this file and says how large it is."""
    source = MakeHuman(download())
    fields = figure.fields(source)
    places = skeleton.heads(source, fields)
    weights = skeleton.folded_weights(source)
    skeleton.spread_twist(fields[:, :3], weights, places)
    lips = source.touched("mouth/mouth-upperlip-volume-incr", "mouth/mouth-lowerlip-volume-incr")
    values = np.concatenate([fields, weights, lips[:, None]], axis=1)
    openings = figure.Openings(places)
    suit, edges = figure.suit(source, values, openings)
    skin, materials, tints = figure.skin(source, values, openings, suit, edges)
    # Refining has rounded the soles a little.
    lowest = suit.at[:, 1].min()
    for table in (fields, places, suit.values, skin.values):
        table[:, 1] -= lowest
    markers = skeleton.markers(source, fields, places, suit.values, skin.values)
    covered = len(suit.values)
    materials = np.concatenate([np.full(covered, SUIT), materials])
    tints = np.concatenate([np.ones(covered), tints])
    data = pack(suit.joined(skin), materials, tints, places, markers)
    (Path(__file__).parent / "body.bin").write_bytes(data)
    print(f"body.bin: {len(data)} bytes", end="")
    assert len(data) <= MOST_RAW, f"more than {MOST_RAW}"
    try:
        import brotli
    except ImportError:
        print("; pip install brotli to see how small it gets")
    else:
        packed = len(brotli.compress(data, quality=11))
        print(f", {packed} after brotli -q 11")
        assert packed <= MOST_PACKED, f"more than {MOST_PACKED}"


if __name__ == "__main__":
    sys.exit(main())
