"""One article of many, before it is read."""

from dataclasses import dataclass, field


@dataclass
class Item:
    """One article to be read.

    Attributes
    ----------
    place : str
        Where it lies in the source: a relative path, with the row or member after "#".
    path : str or None
        A file that `load` reads.
    name, data : str and bytes, or None
        A file inside an archive.
    record : dict or None
        A row of a table, by what its columns are for.
    trouble : str or None
        Why it cannot be read, where that is known already.
    """

    place: str
    path: str | None = None
    name: str | None = None
    data: bytes | None = None
    record: dict | None = field(default=None)
    trouble: str | None = None
