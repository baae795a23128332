"""Which language a text is in, by py3langid, whose tables stay on disk: 70 MB, of which an article touches few."""

import lzma
import shutil
import struct
from functools import cache
from tempfile import TemporaryFile
from zipfile import ZipFile

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier


@cache
def identifier():
    """py3langid's own identifier, with the same answers.

    Returns
    -------
    py3langid.langid.LanguageIdentifier

    Examples
    --------
    >>> identifier().classify("Es regnete in Oslo, und niemand kam.")[0]
    'de'
    """
    file = TemporaryFile()  # noqa: SIM115 - it lives as long as what is mapped from it
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        shutil.copyfileobj(packed, file, 1 << 20)
    part = {name: _mapped(file, name) for name in ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")}
    return LanguageIdentifier(
        part["ptc"],
        np.array(part["pc"]),
        part["classes"].tolist(),
        memoryview(part["nextmove"]),  # numbers of Python, as from a list
        part["out_feat"].tolist(),
        tk_row=part["nextmove_row"].tolist(),
    )


def _mapped(file, name):
    """An array of a file made by `numpy.savez`, where it lies."""
    with ZipFile(file) as arrays:
        start = arrays.getinfo(f"{name}.npy").header_offset
    file.seek(start + 26)  # the lengths of a member's name and of what else stands before it
    file.seek(start + 30 + sum(struct.unpack("<HH", file.read(4))))
    np.lib.format.read_magic(file)
    shape, _, kind = np.lib.format.read_array_header_1_0(file)
    return np.asarray(np.memmap(file, kind, "r", file.tell(), shape))
