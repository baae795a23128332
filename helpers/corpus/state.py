"""What a run leaves behind so that the next one knows what still holds: a manifest for each part."""

import errno
import json
import os
import re
import stat
from contextlib import contextmanager
from hashlib import file_digest, sha256

from ..corrections import beside
from ..files import replace, told

# What stops a whole run, and is no fault of an article.
STOPS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM))


@contextmanager
def writing(out):
    """Say in one sentence why nothing can be written: in the folder, or at a place in it."""
    try:
        yield
    except OSError as error:
        where = out if error.errno in STOPS else error.filename2 or error.filename or out
        with told(where, "; then run the same command again, it continues"):
            raise


def contents(items):
    """What a part was made of: each place, and a checksum of what lies there and of what corrects it.

    Parameters
    ----------
    items : list of Item

    Returns
    -------
    list of [str, str]
    """
    return [[item.place, _content(item)] for item in items]


def _content(item):
    hashed = sha256(repr((item.trouble, sorted((item.record or {}).items()))).encode("utf8", "surrogatepass"))
    for path in (item.path, item.path and beside(item.path)):
        hashed.update(b"\0")
        try:
            hashed.update(checksum(path).encode() if path else item.data or b"")
        except OSError as error:
            hashed.update(f"{error.errno} {os.path.lexists(path)}".encode())  # a link that leads nowhere is there
    return hashed.hexdigest()[:16]


def checksum(path):
    """Of a file of any size; what is no file (a pipe never ends) has one of its own.

    Raises
    ------
    OSError
        If it is not there or cannot be read.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        return "no file"
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def manifest_of(out, number):
    return out / "_state" / f"part-{number:06}.json"


def finished(out, number, names):
    """The manifest of a part, or None where it or one of its tables is not as it was written."""
    try:
        done = json.loads(manifest_of(out, number).read_text(encoding="utf8"))
        places = [(place, content) for place, content in done["contents"]]
        counts = [done[name] for name in ("articles", "words", "failures", "passing")]
        files = {name: checksum(out / name / f"part-{number:06}.parquet") for name in (*names, "_state")}
        if done["tables"] != files or not all(isinstance(count, int) for count in counts):
            return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return {**done, "contents": [list(pair) for pair in places]}


def renewed(out, number, name):
    """Note in a part's manifest, if it has one, that a table of it was written again."""
    path = manifest_of(out, number)
    if path.exists():
        done = json.loads(path.read_text(encoding="utf8"))
        done["tables"][name] = checksum(out / name / f"part-{number:06}.parquet")
        replace(path, json.dumps(done).encode())


def numbers(out, names):
    """The numbers of all parts of which anything lies there."""
    found = set()
    for name in (*names, "_state"):
        for path in (out / name).glob("part-*"):
            number = path.stem.removeprefix("part-")
            if number.isdecimal():
                found.add(int(number))
    return sorted(found)


def drop(out, number, names):
    """Take a part away: its manifest first, so that it is never believed without its tables."""
    manifest_of(out, number).unlink(missing_ok=True)
    for name in (*names, "_state"):
        (out / name / f"part-{number:06}.parquet").unlink(missing_ok=True)


def tidy(out, names):
    """Take away the half files of a run that was killed."""
    for name in (*names, "_state"):
        for path in (out / name).glob(".*.tmp"):
            if re.fullmatch(r"\.[0-9a-f]{16}\.tmp", path.name):
                path.unlink()


class Changes:
    """What became of the articles of an earlier run."""

    def __init__(self, out, names):
        self.before, self.found, self.done = {}, {"new": 0, "changed": 0}, {}
        for number in numbers(out, names):
            if done := finished(out, number, names):
                self.before.update(done["contents"])
                self.done[number] = done
        self.again = bool(self.before)

    def see(self, pairs):
        """Compare what lies in the source now."""
        if self.again:
            for place, content in pairs:
                was = self.before.pop(place, None)
                self.found["new" if was is None else "changed"] += was != content

    def counts(self):
        """`new`, `changed`, `gone`: articles, compared with the tables that were there."""
        return {**self.found, "gone": len(self.before)}
