"""What comparing gives as files: the page, and each table as CSV."""

import json
from pathlib import Path

from .. import files
from .page import page

PAGE = "two_articles.html"


def write(a, b, tables, out):
    """Write the page of two articles and their tables into a folder.

    Parameters
    ----------
    a, b : Article
    tables : dict of str to pandas.DataFrame
        From `compare`.
    out : str or path

    Returns
    -------
    list of pathlib.Path
        The page first.

    Raises
    ------
    ArticleError
        If something that is not ours stands there.
    """
    contents = {PAGE: files.encoded(files.holdable(page(a, b, tables)))}
    for name, table in tables.items():
        flat = table.copy()
        for column in flat.columns:
            if flat[column].map(type).eq(tuple).any():
                flat[column] = [json.dumps(value, ensure_ascii=False) for value in flat[column]]
        contents[f"{name}.csv"] = files.encoded(flat.to_csv(index=False, lineterminator="\n"))
    for article in (a, b):
        files.check(Path(out), contents, source=article.source.path)
    return files.put(out, contents, source=a.source.path)
