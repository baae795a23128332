"""Files that we write: whole or not at all, and never over what is not ours.

Ours is what the manifest of a folder, `.close-reading.json`, says that we wrote there and nobody has
changed since: name -> SHA-256. A manifest names the new checksums before the first file is written,
so that a run that breaks off leaves no file that the next one would take for somebody else's.
"""

import errno
import json
import os
import re
import secrets
import shutil
import stat
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from .article import ArticleError

MANIFEST = ".close-reading.json"
# What the system says -> what is wrong, and the way out.
REASONS = {
    errno.ENOSPC: ("the disk is full", "make space, or name another folder"),
    errno.EDQUOT: ("your share of the disk is used up", "make space, or name another folder"),
    errno.EROFS: ("the disk can only be read", "name another folder"),
    errno.EACCES: ("you may not write there", "change its permissions, or name another folder"),
    errno.EPERM: ("you may not write there", "change its permissions, or name another folder"),
    errno.ENAMETOOLONG: ("its name is too long", "give a shorter name"),
    errno.ENOTDIR: ("what should be its folder is a file", "name another folder"),
    errno.EEXIST: ("a file stands in its place", "move that, or name another folder"),
    errno.EISDIR: ("a folder stands in its place", "move that, or name another folder"),
    errno.ELOOP: ("a link stands in its place", "remove the link, or name another folder"),
    errno.EFBIG: ("it would be larger than files may be there", "name another folder"),
}
# What XML 1.0 and a spreadsheet cannot hold, halves of a surrogate pair among it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text):
    """Text that every format can hold: what XML forbids is U+FFFD, sign for sign, so that offsets stay.

    >>> holdable("a\\x01b\\ufffec")
    'a�b�c'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def encoded(text):
    """Text as bytes in UTF-8; half a surrogate pair, which UTF-8 has not, is a question mark."""
    return text.encode("utf8", "replace")


@contextmanager
def told(path, then=""):
    """Say in one sentence what kept us from writing a file or a folder, and what to do then."""
    try:
        yield
    except OSError as error:
        if isinstance(error, TimeoutError) and error.errno is None:  # somebody holds a lock: no fault of the disk
            raise
        problem, way_out = REASONS.get(error.errno, (error.strerror or str(error), "name another folder"))
        raise ArticleError(f"{path}: cannot be written: {problem}; {way_out}{then}.") from None


def replace(path, data, *, like=None):
    """Put bytes under a name in one step; a file that was there gives its mode, owner and attributes.

    A link is replaced, not followed; the unfinished file has a name that nobody can plant a link at.

    Parameters
    ----------
    path : str or path
    data : bytes
    like : path, optional
        Another file that gives mode, owner and attributes.

    Raises
    ------
    OSError
        `told` makes a sentence of it. What was there is there still, and nothing else is.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     replace(Path(folder, "a.txt"), b"one")
    ...     replace(Path(folder, "a.txt"), b"two")
    ...     [(path.name, path.read_bytes()) for path in Path(folder).iterdir()]
    [('a.txt', b'two')]
    """
    path = Path(path)
    try:
        old = os.lstat(path)
    except FileNotFoundError:
        old = None
    kept = old if old and stat.S_ISREG(old.st_mode) else None
    if kept and not os.access(path, os.W_OK):  # renaming would pass over its being read-only
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    unfinished = path.with_name(f".{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(unfinished, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like:
            _like(like, os.stat(like), unfinished)
        elif kept and not _like(path, kept, unfinished):
            with open(path, "r+b") as file:  # somebody else's, who lets us write: it stays theirs
                file.write(data)
                file.truncate()
            unfinished.unlink()
            return
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _like(path, old, new):
    """Give a new file the owner, mode and attributes of the old; False if its owner cannot be kept."""
    made = os.stat(new)
    if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(new, old.st_uid, old.st_gid)
        except PermissionError:
            return False
    shutil.copystat(path, new)
    os.utime(new)
    return True


def try_folder(folder):
    """Refuse, before any work is done, a folder in which no file can be made."""
    folder = Path(folder)
    if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
        raise ArticleError(f"{folder}: is a file, not a folder; name another folder.")
    with told(folder):
        there = folder.absolute()
        while not there.exists():
            there = there.parent
        probe = there / f".{secrets.token_hex(8)}.tmp"
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        probe.unlink()


def ours(folder):
    """What the manifest of a folder says that we wrote: name -> checksums; empty where there is none."""
    try:
        names = _manifest(folder)["files"]
        inside = {name: sums for name, sums in names.items() if _inside(name)}  # somebody may have planted another
        return {name: [str(sum_) for sum_ in sums] for name, sums in inside.items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def _sources(folder):
    """Of pages that are named after their article: name -> the article's file, as seen from the folder."""
    named = _manifest(folder).get("sources")
    return {name: str(of) for name, of in named.items()} if isinstance(named, dict) else {}


def _manifest(folder):
    try:
        if not (Path(folder) / MANIFEST).is_file():  # a pipe would be waited for
            return {}
        found = json.loads((Path(folder) / MANIFEST).read_text(encoding="utf8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _inside(name):
    """Whether a name leads to a file of the folder itself.

    >>> _inside("tables/quotes.csv"), _inside("../diary.txt"), _inside("/etc/passwd"), _inside("C:\\\\x")
    (True, False, False, False)
    """
    parts = name.split("/")
    return not {"", ".", ".."} & set(parts) and not {"\\", ":", "\0"} & set(name)


def check(folder, names, *, source=None, page=False):
    """Refuse to write files where something is that is not ours.

    Parameters
    ----------
    folder : pathlib.Path
    names : iterable of str
        Files as seen from the folder, with "/" between the parts.
    source : path, optional
        The article's own file, which is never written over.
    page : bool
        Whether the names are made of the article's: then the page of another article of that name stays.

    Raises
    ------
    ArticleError
        One sentence that names the first such file, and how to go on.
    """
    try_folder(folder)
    known, sources = ours(folder), _sources(folder)
    for name in names:
        path = folder / name
        inner = [folder.joinpath(*path.relative_to(folder).parts[:n]) for n in range(1, len(Path(name).parts))]
        linked = next((part for part in inner if part.is_symlink() or (part.exists() and not part.is_dir())), None)
        if linked:
            raise ArticleError(f"{linked}: is a link or a file where our folder would be; name another folder.")
        if not os.path.lexists(path):
            continue
        if path.exists() and _same(path, source):
            raise ArticleError(f"{path}: is the article itself, which is not written over; name another folder.")
        if _is_ours(path, known.get(name, ())):
            other = folder / sources[name] if page and source and name in sources else None
            if other and other.is_file() and not _same(other, source):
                raise ArticleError(
                    f"{path}: is the page of another article of that name, {other}; name another folder, or move it."
                )
            continue
        if name in known:
            raise ArticleError(
                f"{path}: was changed since it was written here, and is kept; move it elsewhere, or name another "
                "folder (marks in brat or INCEpTION: take them over first with “python -m helpers correct”)."
            )
        raise ArticleError(f"{path}: is a file that is not ours, and is kept; move it, or name another folder.")


def _is_ours(path, sums):
    if path.is_symlink() or not path.is_file():
        return False
    try:
        return sha256(path.read_bytes()).hexdigest() in sums
    except OSError:
        return False


def put(folder, contents, *, gone=(), source=None, page=False):
    """Write files into a folder, note them in its manifest, and remove those of ours that are gone.

    Parameters
    ----------
    folder : str or path
        Made if it is not there.
    contents : dict of str to bytes
        As seen from the folder, with "/" between the parts.
    gone : iterable of str
        Files of ours that are not to stay. What somebody changed stays.
    source : path, optional
        The article's own file, which is never written over.
    page : bool
        See `check`.

    Returns
    -------
    list of pathlib.Path
        The files of `contents`.

    Raises
    ------
    ArticleError
        If something that is not ours would be written over, or a file cannot be written.
    """
    folder = Path(folder)
    check(folder, contents, source=source, page=page)
    known, sources = ours(folder), _sources(folder)
    if page and source:
        sources |= dict.fromkeys(contents, os.path.relpath(source, folder))
    fresh = {name: sha256(data).hexdigest() for name, data in contents.items()}
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with told(folder / MANIFEST):
        _note(folder, {**known, **{name: [*known.get(name, ()), sum_] for name, sum_ in fresh.items()}}, sources)
    for name, data in contents.items():
        with told(folder / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            replace(folder / name, data)
    for name in gone:
        path = folder / name
        if name not in contents and _is_ours(path, known.get(name, ())) and not _same(path, source):
            with told(path):
                path.unlink()
            known.pop(name)
    with told(folder / MANIFEST):
        _note(folder, {**known, **{name: [sum_] for name, sum_ in fresh.items()}}, sources)
    return [folder / name for name in contents]


def _same(path, source):
    return bool(source) and os.path.exists(source) and os.path.samefile(path, source)


def _note(folder, names, sources):
    what = "What Close Reading wrote here: SHA-256 of each file. A file that was changed is never written over."
    found = {"about": what, "files": dict(sorted(names.items()))}
    if sources := {name: of for name, of in sorted(sources.items()) if name in names}:
        found["sources"] = sources
    text = json.dumps(found, ensure_ascii=True, indent=1)
    replace(folder / MANIFEST, encoded(text + "\n"))
