"""The bones of the figure, what each takes from MakeHuman's rig, and the points that kinematics needs besides."""

import numpy as np

from mesh import length

CENTRE = ["pelvis", "spine05", "spine04", "spine03", "spine02", "spine01", "neck01", "neck02", "neck03", "head"]
PAIRED = [
    "clavicle", "shoulder", "upper_arm", "upper_arm_twist", "forearm", "forearm_twist",
    "hand", "thumb", "fingers1", "fingers2",
    "thigh", "thigh_twist", "shin", "shin_twist", "foot", "toes",
]  # fmt: skip
STORED = CENTRE + PAIRED
BONES = len(CENTRE) + 2 * len(PAIRED)

# MakeHuman's name of each bone; all others go with the nearest of their ancestors that is named here.
NAMES = {
    "root": "pelvis",
    **{name: name for name in CENTRE[1:]},
    "clavicle": "clavicle",
    "shoulder01": "shoulder",
    "upperarm01": "upper_arm",
    "upperarm02": "upper_arm_twist",
    "lowerarm01": "forearm",
    "lowerarm02": "forearm_twist",
    "wrist": "hand",
    "finger1-2": "thumb",
    **{f"finger{k}-1": "fingers1" for k in (2, 3, 4, 5)},
    **{f"finger{k}-2": "fingers2" for k in (2, 3, 4, 5)},
    "upperleg01": "thigh",
    "upperleg02": "thigh_twist",
    "lowerleg01": "shin",
    "lowerleg02": "shin_twist",
    "foot": "foot",
    **{f"toe{k}-1": "toes" for k in (1, 2, 3, 4, 5)},
}

# A limb's first bone, the bone that takes more and more of its axial twist, and the bone where it ends.
TWISTS = [
    ("upper_arm", "upper_arm_twist", "forearm"),
    ("forearm", "forearm_twist", "hand"),
    ("thigh", "thigh_twist", "shin"),
    ("shin", "shin_twist", "foot"),
]

FINGERS = ["index", "middle", "ring", "little"]
SINGLE_MARKERS = ["head_top", "nose", "chin"]
PAIRED_MARKERS = [
    "eye", "ear",
    "index_knuckle", "middle_knuckle", "ring_knuckle", "little_knuckle",
    "index_tip", "middle_tip", "little_tip", "thumb_tip",
    "heel_back", "heel_bottom", "ball", "big_toe", "little_toe",
]  # fmt: skip


def number(name, side="l"):
    """Returns the number of a bone."""
    index = STORED.index(name)
    return index + len(PAIRED) if side == "r" and index >= len(CENTRE) else index


def mirrored():
    """Returns for every bone the number of its mirror image."""
    centre, left, right = np.split(np.arange(BONES), [len(CENTRE), len(STORED)])
    return np.concatenate([centre, right, left])


def folded_weights(source):
    """Returns the weight of every bone at every vertex of MakeHuman, alike left and right."""
    weights = np.zeros((source.count, BONES))
    for name, pairs in source.weights.items():
        while (plain := name.removesuffix(".L").removesuffix(".R")) not in NAMES:
            name = source.rig[name]["parent"]
        bone = number(NAMES[plain], "r" if name.endswith(".R") else "l")
        vertices = np.array([vertex for vertex, _ in pairs], int)
        np.add.at(weights[:, bone], vertices, np.array([weight for _, weight in pairs], float))
    weights = (weights + weights[source.partner][:, mirrored()]) / 2
    return weights / np.maximum(weights.sum(axis=1), 1e-9)[:, None]


def joint(source, fields, name):
    """Returns the place of one of MakeHuman's joint cubes, in every field."""
    return fields[source.groups[f"joint-{name}"]].mean(axis=0)


def heads(source, fields):
    """Returns where each bone begins, in every field: the centre bones and those of the left."""

    def of_rig(name):
        head = source.rig[name]["head"]
        if head["strategy"] == "CUBE":
            return fields[source.groups[head["cube_name"]]].mean(axis=0)
        return fields[head["vertex_indices"]].mean(axis=0)

    place = {name: of_rig(name) for name in CENTRE[1:]}
    for theirs, ours in NAMES.items():
        if ours in PAIRED and not ours.endswith("_twist") and ours not in ("fingers1", "fingers2", "toes"):
            place[ours] = of_rig(f"{theirs}.L")
    for row, bone in ((1, "fingers1"), (2, "fingers2")):
        place[bone] = np.mean([joint(source, fields, f"l-finger-{k}-{row}") for k in (2, 3, 4, 5)], axis=0)
    place["toes"] = np.mean([joint(source, fields, f"l-toe-{k}-1") for k in (1, 2, 3, 4, 5)], axis=0)
    for first, twist, end in TWISTS:
        place[twist] = (place[first] + place[end]) / 2
    # The pelvis turns about the middle between the hips.
    place["pelvis"] = place["thigh"].copy()
    for name in CENTRE:
        place[name][0::3] = 0
    return np.array([place[name] for name in STORED])


def spread_twist(at, weights, places):
    """Shares the weight of each limb between its two bones by how far along the limb a vertex is."""
    for side in "lr":
        for first, twist, end in TWISTS:
            flip = [1 if side == "l" else -1, 1, 1]
            start, stop = (places[STORED.index(name)][:3] * flip for name in (first, end))
            axis = stop - start
            along = ((at - start) * axis).sum(axis=1) / (axis * axis).sum()
            part = np.clip((along - 0.05) / 0.9, 0, 1)
            one, two = number(first, side), number(twist, side)
            both = weights[:, one] + weights[:, two]
            weights[:, one], weights[:, two] = both * (1 - part), both * part


def markers(source, fields, places, suit, skin):
    """Returns the markers in every field: the single ones, then those of the left."""
    bone = {name: places[k] for k, name in enumerate(STORED)}
    cube = {}
    for name in source.groups:
        if name.startswith("joint-l-"):
            cube[name[len("joint-l-") :]] = joint(source, fields, name[len("joint-") :])

    def farthest(values, direction, *within):
        """Returns the vertex that is farthest in a direction, of those for which all of `within` holds."""
        score = (values[:, :3] * direction).sum(axis=1)
        return values[np.argmax(np.where(np.all(within, axis=0), score, -np.inf))]

    def near(values, place, radius, axes=(0, 1, 2)):
        return length(values[:, axes] - place[list(axes)]) < radius

    def tip(digit):
        last, end = cube[f"finger-{digit}-3"], cube[f"finger-{digit}-4"]
        return farthest(skin, end[:3] - last[:3], near(skin, end, 0.025))

    def toe(last, end):
        last, end = cube[last], cube[end]
        return farthest(suit, end[:3] - last[:3], near(suit, end, 0.025))

    middle, face = np.abs(skin[:, 0]) < 1e-6, skin[:, 2] > bone["head"][2] + 0.05
    down, back = np.array([0, -1, 0]), np.array([0, 0, -1])
    left, foot = suit[:, 0] > 0, suit[:, 1] < bone["foot"][1] - 0.03
    heel_back = farthest(suit, back, left, foot)
    under_heel = np.array([bone["foot"][0], 0, heel_back[2] + 0.03])
    # This target moves most what is on the ear itself.
    ear = source.touched("ears/l-ear-scale-incr") > 0.006
    place = {
        "head_top": farthest(skin, -down, middle),
        "chin": farthest(skin, down * 0.8 - back * 0.6, middle, face),
        "nose": farthest(skin, -back, middle),
        "eye": cube["eye"],
        "ear": fields[ear].mean(axis=0),
        **{f"{name}_knuckle": cube[f"finger-{k}-1"] for k, name in enumerate(FINGERS, 2)},
        **{f"{name}_tip": tip(k) for k, name in [(1, "thumb"), (2, "index"), (3, "middle"), (5, "little")]},
        "big_toe": toe("toe-1-2", "toe-1-3"),
        "little_toe": toe("toe-5-3", "toe-5-4"),
        "ball": farthest(suit, down, near(suit, bone["toes"], 0.02, (0, 2))),
        "heel_back": heel_back,
        "heel_bottom": farthest(suit, down, near(suit, under_heel, 0.02, (0, 2)), foot),
    }
    table = np.array([place[name][:12] for name in SINGLE_MARKERS + PAIRED_MARKERS])
    table[: len(SINGLE_MARKERS), 0::3] = 0
    return table
