"""The reading page alone, as one HTML file to send, with the tables inside it."""

from base64 import b64encode

from .. import files
from ..analyses import collect
from ..export import data_package
from ..findings import in_short, stated
from ..reader import page
from .pages import GROUPS, provenance, single_name

TABLE = ".csv"


def write_single(article, out, *, snippets=False):
    """Write `<article>.html`: nothing beside it is needed.

    Parameters
    ----------
    article : Article
    out : pathlib.Path
    snippets : bool
        Without running text.

    Returns
    -------
    pathlib.Path
    """
    tables = collect(article)
    every = {**tables, "findings": stated(article, snippets), "in_short": in_short(article)}
    contents = data_package.contents(article, every, snippets=snippets)
    inside = [
        (f"data:text/csv;base64,{b64encode(content).decode()}", name.rpartition("/")[2])
        for name, content in contents.items()
        if name.endswith(TABLE)
    ]
    body = page(
        article,
        downloads=[(GROUPS["tables"].partition(" (")[0], inside)],
        provenance=provenance(article),
        snippets=snippets,
    )
    name = single_name(article)
    files.put(out, {name: files.encoded(files.holdable(body))}, source=article.source.path, page=True)
    return out / name
