"""Which language a text is in, by py3langid, whose tables stay on disk: 70 MB, of which an article touches few."""

import lzma
import mmap
import shutil
import struct
from functools import cache
from math import prod
from tempfile import TemporaryFile
from zipfile import ZipFile

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier


def language_of(text):
    """The code of a text's language, as py3langid has it.

    Examples
    --------
    >>> language_of("Es regnete in Oslo, und niemand kam.")
    'de'
    """
    found, tables = _identifier()
    code = found.classify(text)[0]
    if hasattr(mmap, "MADV_DONTNEED"):  # what was looked at is 43 MB for good else, and is read again in no time
        tables.madvise(mmap.MADV_DONTNEED)
    return code


@cache
def _identifier():
    """py3langid's own identifier, with the same answers, and the memory that its tables are mapped to."""
    file = TemporaryFile()  # noqa: SIM115 - it lives as long as what is mapped from it
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        shutil.copyfileobj(packed, file, 1 << 20)
    file.flush()
    tables = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    names = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
    part = {name: _mapped(file, tables, name) for name in names}
    found = LanguageIdentifier(
        part["ptc"],
        np.array(part["pc"]),
        part["classes"].tolist(),
        memoryview(part["nextmove"]),  # numbers of Python, as from a list
        part["out_feat"].tolist(),
        tk_row=part["nextmove_row"].tolist(),
    )
    return found, tables


def _mapped(file, tables, name):
    """An array of a file made by `numpy.savez`, where it lies."""
    with ZipFile(file) as arrays:
        start = arrays.getinfo(f"{name}.npy").header_offset
    file.seek(start + 26)  # the lengths of a member's name and of what else stands before it
    file.seek(start + 30 + sum(struct.unpack("<HH", file.read(4))))
    np.lib.format.read_magic(file)
    shape, _, kind = np.lib.format.read_array_header_1_0(file)
    return np.frombuffer(tables, kind, prod(shape), file.tell()).reshape(shape)
