"""Which article all notebooks read; corrections that come from its page."""

import os
from hashlib import sha256
from pathlib import Path

import ipywidgets

from .. import choice, reader
from ..article import FILES, ArticleError
from ..markup import paragraphs
from ..wording import short
from .control import DAY, LABEL, Control
from .correct import kept


def choose_article(article):
    """Choose the article that all notebooks read, and keep the corrections that are made in its page.

    Parameters
    ----------
    article : Article
        The one that is read now.

    Returns
    -------
    Control
        The page that is shown by `reader.frame` follows.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> control = choose_article(from_text("It rained."))
    >>> control.fields["words"].value = "no/such/file.txt"
    >>> control.run()
    >>> "no/such/file.txt" in control.status.value
    True
    """
    fields = {
        "words": ipywidgets.Textarea(
            description="Path or text",
            placeholder="data/my_article.txt, or the text itself; then Enter",
            rows=3,
            **LABEL,
        ),
        "file": ipywidgets.FileUpload(
            description="Or upload a file",
            accept=",".join(sorted(FILES)),
            multiple=False,
            layout={"width": "max-content"},
        ),
        "published": ipywidgets.Text(description="Published on", placeholder=f"{DAY}, if you know it", **LABEL),
        "who": ipywidgets.Text(description="Your name", placeholder="for corrections made in the page", **LABEL),
    }
    heard = ipywidgets.Textarea(layout={"display": "none"})  # the frame's script writes a correction here
    heard.add_class("cr-corrections")

    def compute(words, file, published, who):
        nonlocal article
        words, day = words.strip(), published.strip() or None
        if file:
            read = choice.choose_contents(file[0]["name"], bytes(file[0]["content"]), day)
        elif words and _is_path(words):
            read = choice.choose(words, day)
        elif words:
            data = words.encode("utf8")
            read = choice.choose_contents(f"pasted_{sha256(data).hexdigest()[:8]}.txt", data, day)
        elif article.source.path is not None:
            read = choice.choose(article.source.path, day)  # again, from another day or with its corrections
        else:
            raise ArticleError("There is nothing to read: give a path, paste a text or upload a file.")
        article = read
        fields["words"].value, fields["file"].value = "", ()
        reader.frame(article).follow()
        return paragraphs([[CHOSEN.format(article.title or short(article.text, 60))]])

    control = Control("Choose the article", fields, compute, "Read it")

    def keep(change):
        if not change["new"]:
            return
        line, heard.value = change["new"], ""
        control.show(lambda: kept(article, line, fields["who"].value.strip()))

    heard.observe(keep, "value")
    control.box.children = (*control.box.children, heard)
    return control


CHOSEN = (
    "“{}” is what all notebooks read from now on, unless one names an article under CHANGE THIS; "
    "choose Run, Run All Cells in each that is open."
)
PATH = 1000  # characters that a path may have


def _is_path(words):
    """Whether what was typed means a file.

    >>> _is_path("data/mine.txt"), _is_path("It rained in Oslo.")
    (True, False)
    """
    if "\n" in words or len(words) > PATH:
        return False
    return Path(words).suffix.lower() in FILES or os.path.lexists(words)
