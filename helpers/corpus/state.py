"""What a run leaves behind so that the next one knows what still holds: a manifest for each part."""

import errno
import json
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from ..article import ArticleError
from ..corrections import beside

# What stops a whole run, and is no fault of an article.
STOPS = {
    errno.ENOSPC: "the disk is full; make space",
    errno.EDQUOT: "your quota of disk space is used up; make space",
    errno.EROFS: "lies on a disk that can only be read; name another folder or make it writable",
    errno.EACCES: "may not be written; get the permission or name another folder",
    errno.EPERM: "may not be written; get the permission or name another folder",
}


@contextmanager
def writing(out):
    """Say in one sentence why nothing can be written."""
    try:
        yield
    except OSError as error:
        if error.errno not in STOPS:
            raise
        raise ArticleError(f"{out}: {STOPS[error.errno]} and run the same command again, it continues.") from None


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
            hashed.update(Path(path).read_bytes() if path else item.data or b"")
        except OSError as error:
            hashed.update(str(error.errno).encode())
    return hashed.hexdigest()[:16]


def manifest_of(out, number):
    return out / "_state" / f"part-{number:06}.json"


def finished(out, number, names):
    """The manifest of a part, or None where it or one of its tables is not whole."""
    try:
        done = json.loads(manifest_of(out, number).read_text(encoding="utf8"))
        places = [(place, content) for place, content in done["contents"]]
        counts = [done[name] for name in ("articles", "words", "failures", "passing")]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    files = [out / name / f"part-{number:06}.parquet" for name in (*names, "_state")]
    if not all(isinstance(count, int) for count in counts) or not all(map(whole, files)):
        return None
    return {**done, "contents": [list(pair) for pair in places]}


def whole(path):
    """Whether a Parquet file has its beginning and its end.

    Examples
    --------
    >>> whole(Path(__file__))
    False
    """
    try:
        with path.open("rb") as file:
            first = file.read(4)
            file.seek(-4, 2)
            return first == file.read(4) == b"PAR1"
    except OSError:
        return False


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


class Changes:
    """What became of the articles of an earlier run."""

    def __init__(self, out, names):
        self.before, self.found = {}, {"new": 0, "changed": 0}
        for number in numbers(out, names):
            done = finished(out, number, names)
            self.before.update(done["contents"] if done else ())
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
