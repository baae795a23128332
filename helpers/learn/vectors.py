"""Word vectors from a sentence encoder: `python -m helpers learn vectors`."""

from pathlib import Path

import numpy as np
from wordfreq import top_n_list

from ..evaluate.scores import scores
from .encoder import Teacher

WORDS, SIZE, STEP = 30_000, 64, 0.25


def learn_vectors(out):
    """Put each frequent English word through the encoder alone, and keep the main components.

    Words are the most frequent ones of `wordfreq` (Speer 2022); components by principal component
    analysis; values are stored as whole numbers from -127 to 127 with one scale.

    Parameters
    ----------
    out : str or path

    Returns
    -------
    pandas.DataFrame
        Of figures: none, nothing is measured here.
    """
    words = [word for word in top_n_list("en", 2 * WORDS) if word.isalpha() and word.isascii()][:WORDS]
    vectors, _ = Teacher().read(words)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    axes = axes[:SIZE]
    axes *= np.sign(axes[np.arange(SIZE), np.abs(axes).argmax(axis=1)])[:, None]  # one sign on every machine
    points = vectors @ axes.T
    points *= STEP / points.std()
    scale = np.float32(np.abs(points).max() / 127)
    values = np.rint(points / scale).astype(np.int8)
    blob = np.frombuffer("\n".join(words).encode("utf8"), dtype=np.uint8)
    np.savez_compressed(out, words=blob, values=values, scale=scale)
    print(f"{out}: {len(words):,} words, {SIZE} components, {Path(out).stat().st_size / 1e6:.1f} MB")
    return scores([]).figures
