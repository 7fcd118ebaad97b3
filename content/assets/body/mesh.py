"""A mesh of quads whose vertices carry numbers, and what can be done to it: refining, smoothing, cutting, hemming.

All numbers of a vertex are treated alike. So a new vertex between two old ones gets its place in every field of
shapes and its weights by the same rule, and fits whatever the shape and the posture.
"""

import numpy as np


class Mesh:
    """Quads over vertices; the first three numbers of a vertex are where it is in the neutral shape.

    A triangle is a quad that repeats its last corner.
    """

    def __init__(self, values, quads):
        self.values = values
        self.quads = quads

    @property
    def at(self):
        """Where the vertices are in the neutral shape."""
        return self.values[:, :3]

    def normals(self):
        """Returns the smooth normals of the neutral shape."""
        corner = self.at[self.quads]
        area = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
        normals = np.zeros_like(self.at)
        for k in range(4):
            once = slice(None) if k < 3 else ~self.triangles()
            np.add.at(normals, self.quads[once, k], area[once])
        return normals / np.maximum(length(normals), 1e-12)[:, None]

    def triangles(self):
        """Returns which quads are triangles."""
        return self.quads[:, 2] == self.quads[:, 3]

    def centres(self):
        """Returns the middle of each quad."""
        corner = self.at[self.quads]
        return np.where(self.triangles()[:, None], corner[:, :3].mean(axis=1), corner.mean(axis=1))

    def edges(self):
        """Returns the edges as pairs of vertices, and for each side of each quad which edge it is."""
        sides = np.stack([self.quads, np.roll(self.quads, -1, axis=1)], axis=2)
        pairs, which = np.unique(np.sort(sides.reshape(-1, 2), axis=1), axis=0, return_inverse=True)
        return pairs, which.reshape(-1, 4)

    def keep(self, chosen):
        """Keeps the chosen quads and the vertices that they need."""
        quads = self.quads[chosen]
        used = np.unique(quads)
        number = np.full(len(self.values), -1)
        number[used] = np.arange(len(used))
        self.values, self.quads = self.values[used], number[quads]

    def joined(self, other):
        """Returns one mesh of both, not sewn together."""
        quads = np.concatenate([self.quads, other.quads + len(self.values)])
        return Mesh(np.concatenate([self.values, other.values]), quads)

    def smooth(self, strength, rounds, columns=slice(None)):
        """Moves each vertex towards the mean of its neighbours, by `strength` (one number a vertex) a round."""
        pairs, which = self.edges()
        border = np.unique(pairs[np.bincount(which.ravel()) == 1])
        strength = strength.copy()
        strength[border] = 0
        degree = np.bincount(pairs.ravel(), minlength=len(self.values))
        for _ in range(rounds):
            mean = np.zeros_like(self.values[:, columns])
            np.add.at(mean, pairs[:, 0], self.values[pairs[:, 1], columns])
            np.add.at(mean, pairs[:, 1], self.values[pairs[:, 0], columns])
            mean /= np.maximum(degree, 1)[:, None]
            self.values[:, columns] += strength[:, None] * (mean - self.values[:, columns])

    def refine(self, chosen):
        """Divides the chosen quads in four, by the rule of Catmull and Clark; their neighbours are adapted.
        Triangles stay."""
        chosen = chosen & ~self.triangles()
        old, (pairs, which) = self.values, self.edges()
        faces, edges = old[self.quads].mean(axis=1), old[pairs].mean(axis=1)
        around = np.bincount(which[chosen].ravel(), minlength=len(pairs))
        inner = around == 2
        of_faces = np.zeros_like(edges)
        for k in range(4):
            np.add.at(of_faces, which[chosen][:, k], faces[chosen])
        points = np.where(inner[:, None], (edges * 2 + of_faces) / 4, edges)

        # A vertex moves where all around it is divided.
        whole = np.ones(len(old), bool)
        whole[self.quads[~chosen]] = False
        whole[pairs[~inner]] = False
        sums = np.zeros_like(old)
        for k in range(4):
            np.add.at(sums, self.quads[:, k], faces)
        middle = np.zeros_like(old)
        for k in range(2):
            np.add.at(middle, pairs[:, k], edges)
        degree = np.maximum(np.bincount(pairs.ravel(), minlength=len(old)), 1)[:, None]
        moved = (sums / degree + 2 * middle / degree + (degree - 3) * old) / degree
        corners = np.where(whole[:, None], moved, old)

        split = around > 0
        number = np.cumsum(split) - 1 + len(old)
        centre = np.cumsum(chosen) - 1 + len(old) + split.sum()
        all_points = np.concatenate([corners, points[split], faces[chosen]])
        quads = []
        for face, quad in enumerate(self.quads):
            ring = []
            for corner, edge in zip(quad, which[face]):
                ring += [corner, number[edge] if split[edge] else None]
            if chosen[face]:
                quads += [[ring[2 * k], ring[2 * k + 1], centre[face], ring[2 * k - 1]] for k in range(4)]
            elif split[which[face]].any():
                halves = [point for point in ring[1::2] if point is not None]
                quads += fan([point for point in ring if point is not None], halves, all_points)
            else:
                quads.append(list(quad))
        self.values, self.quads = all_points, np.array(quads)

    def cut(self, height, normal):
        """Cuts away what is above height 0, a distance along `normal`; near vertices move onto the cut."""
        pairs, _ = self.edges()
        reach = np.full(len(self.values), np.inf)
        apart = length(self.at[pairs[:, 0]] - self.at[pairs[:, 1]])
        for k in range(2):
            np.minimum.at(reach, pairs[:, k], apart)
        near = np.abs(height) < 0.4 * reach
        self.values[near, :3] -= height[near, None] * normal
        height = np.where(near, 0.0, height)
        crossing, new, quads, rings = {}, [], [], []
        for quad in self.quads:
            high = height[quad]
            if (high <= 0).all():
                quads.append(list(quad))
            if (high <= 0).all() or not (high < 0).any():
                continue
            ring = []
            for k in range(4):
                one, other = quad[k], quad[(k + 1) % 4]
                if height[one] <= 0 and (not ring or ring[-1] != one):
                    ring.append(one)
                if height[one] * height[other] < 0:
                    edge = (min(one, other), max(one, other))
                    if edge not in crossing:
                        crossing[edge] = len(self.values) + len(new)
                        t = height[edge[0]] / (height[edge[0]] - height[edge[1]])
                        new.append(self.values[edge[0]] * (1 - t) + self.values[edge[1]] * t)
                    ring.append(crossing[edge])
            rings.append(ring)
        self.values = np.concatenate([self.values, *[[row] for row in new]])
        for ring in rings:
            quads += [ring] if len(ring) == 4 else fan(ring, ring, self.values)
        self.quads = np.array(quads)
        self.keep(np.ones(len(quads), bool))

    def hem(self, chosen, steps):
        """Adds strips of quads to the chosen border vertices; each step gives how far each strip's far edge is
        moved along the normals and along another direction."""
        pairs, which = self.edges()
        normals = self.normals()
        sides = np.stack([self.quads, np.roll(self.quads, -1, axis=1)], axis=2).reshape(-1, 2)
        open_side = (np.bincount(which.ravel()) == 1)[which.ravel()] & (sides[:, 0] != sides[:, 1])
        border = sides[open_side & chosen[sides].all(axis=1)]
        loop = np.unique(border)
        number = {vertex: k for k, vertex in enumerate(loop)}
        previous, quads = loop, []
        for along_normal, offset in steps:
            fresh = np.arange(len(loop)) + len(self.values)
            rows = self.values[loop].copy()
            rows[:, :3] += normals[loop] * along_normal + offset
            self.values = np.concatenate([self.values, rows])
            for one, other in border:
                a, b = number[one], number[other]
                quads.append([previous[b], previous[a], fresh[a], fresh[b]])
            previous = fresh
        self.quads = np.concatenate([self.quads, np.array(quads)])


def fan(ring, tips, values):
    """Returns the triangles of a convex polygon, as quads that repeat their last corner: all from the highest of
    the tips, so that left and right are divided alike."""
    tip = max(tips, key=lambda point: tuple(np.round(values[point, [1, 2]], 7)))
    first = ring.index(tip)
    ring = ring[first:] + ring[:first]
    return [[ring[0], ring[k], ring[k + 1], ring[k + 1]] for k in range(1, len(ring) - 1)]


def length(vectors):
    """Returns the lengths of vectors."""
    return np.sqrt((vectors * vectors).sum(axis=-1))


def fade(value, zero, one):
    """Returns 0 where a value is at `zero` or beyond, 1 where it is at `one`, smoothly between."""
    t = np.clip((value - zero) / (one - zero), 0, 1)
    return t * t * (3 - 2 * t)
