"""The few controls that recompute, in JupyterLab. A notebook is complete without touching them."""

import json
import os
from hashlib import sha256
from pathlib import Path

import ipywidgets

from . import analyses, choice, corrections, reader, tables
from .article import FILES, ArticleError, from_text, load
from .markup import escape, paragraphs
from .themes import concordance
from .timeline import find_times
from .wording import short

# Columns that a control offers, the likeliest first.
OPEN = (
    "speaker",
    "kind",
    "source",
    "cue",
    "cue_class",
    "source_type",
    "actor",
    "value",
    "earliest",
    "latest",
    "type",
    "status",
    "tone",
    "theme",
)
DAY = "2025-05-09"
VIEW = "application/vnd.jupyter.widget-view+json"
LABEL = {"style": {"description_width": "9em"}, "layout": {"width": "36em"}}


class Control:
    """Fields, a button and a place for what comes of it.

    Attributes
    ----------
    fields : dict of str to ipywidgets.Widget
    button : ipywidgets.Button
    status : ipywidgets.HTML
        The busy state, or the sentence that says what went wrong.
    output : ipywidgets.Output
    box : ipywidgets.VBox
    """

    def __init__(self, what, fields, compute, act):
        self.what, self.fields, self._compute, self._act = what, fields, compute, act
        self.button = ipywidgets.Button(description=act, layout={"width": "auto"})
        self.status = ipywidgets.HTML()
        self.output = ipywidgets.Output()
        self.button.on_click(lambda _: self.run())
        for field in fields.values():
            self._hear(field)
        below = ipywidgets.HBox([self.button, self.status])
        self.box = ipywidgets.VBox([*fields.values(), below, self.output])

    def _hear(self, field):
        """Enter acts in every field that one types in, and a file that was uploaded."""
        if isinstance(field, ipywidgets.Textarea):  # here Enter is a line break, at the end of what was there
            field.observe(lambda change: change["new"] == change["old"].rstrip("\n") + "\n" and self.run(), "value")
        elif isinstance(field, ipywidgets.Text):
            field.on_msg(lambda _, content, __: content.get("event") == "submit" and self.run())
        elif isinstance(field, ipywidgets.FileUpload):
            field.observe(lambda change: change["new"] and self.run(), "value")

    def run(self):
        """What a click or Enter does: compute anew with the fields as they are."""
        self.show(lambda: self._compute(**{name: field.value for name, field in self.fields.items()}))

    def show(self, compute):
        """Show what comes of it, or the sentence that says why nothing does."""
        self.button.disabled, self.button.description = True, "Working …"
        self.status.value = ""
        try:
            shown = compute()
            self.output.outputs = ()
            self.output.append_display_data(shown)
        except ArticleError as error:
            self.status.value = f'<span role="alert">{escape(str(error))}</span>'
        finally:
            self.button.disabled, self.button.description = False, self._act

    def _repr_mimebundle_(self, include=None, exclude=None):
        plain = f"{self.what} (a control that works in JupyterLab)"
        data = {"text/plain": plain, "text/html": f'<p class="quiet"><small>{escape(plain)}</small></p>'}
        return data | {VIEW: self.box._repr_mimebundle_()[VIEW]}

    def __repr__(self):
        return self.what


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
        control.show(lambda: _kept(article, line, fields["who"].value.strip()))

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


def _kept(article, line, who):
    """Write a correction that came from the reading page, and show what became of all of them."""
    own = json.loads(line)
    line = corrections.Correction(**{name: str(own.get(name, "")) for name in corrections.COLUMNS} | {"who": who})
    again = _corrected(article, line)
    return reader.listing(analyses.report(again), ["text", "kind", "table", "result", "who"], most=None)


def _corrected(article, line):
    """The article, read again with one more line in its file of corrections."""
    if article.source.path is None:
        raise ArticleError("A pasted text has no place for corrections: save it as a file and load that.")
    corrections.append(article.corrections or corrections.beside(article.source.path), line)
    return load(article.source.path, published=article.published)


def another_day(article):
    """Read the times from another day of publication.

    Parameters
    ----------
    article : Article

    Returns
    -------
    Control
        Shows the times table.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> control = another_day(from_text("It rained yesterday."))
    >>> control.fields["published"].value = "2025-05-09"
    >>> control.run()
    >>> control.output.outputs[0]["data"]["text/plain"].split(" | ")[1]
    '2025-05-08'
    """
    day = article.published.isoformat() if article.published else ""
    fields = {"published": ipywidgets.Text(description="Published on", value=day, placeholder=DAY, **LABEL)}

    def compute(published):
        if not published.strip():
            raise ArticleError("No day is given: write the day of publication, such as 2025-05-09.")
        again = from_text(article.text, published=published.strip(), language="any")
        return reader.passages(again, find_times(again), ["value", "earliest", "latest", "anchor"], most=None)

    return Control("Read the times from another day of publication", fields, compute, "Read the times again")


def pattern(article):
    """Look up a word or phrase in its contexts.

    Parameters
    ----------
    article : Article

    Returns
    -------
    Control
        Shows the concordance.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> control = pattern(from_text("It rained in Oslo."))
    >>> control.fields["pattern"].value = "rain*"
    >>> control.run()
    >>> print(control.output.outputs[0]["data"]["text/plain"])
    It | rained | in Oslo
    """
    fields = {
        "pattern": ipywidgets.Text(description="Word or phrase", placeholder="for example secur*", **LABEL),
        "by": ipywidgets.Dropdown(description="Compared by", options=["word", "lemma", "phrase"], **LABEL),
        "window": ipywidgets.IntSlider(description="Words around", value=6, min=1, max=15, **LABEL),
    }

    def compute(pattern, by, window):
        found = concordance(article, pattern, window=window, by=by)
        return reader.listing(found, ["left", "match", "right"], most=None)

    return Control("Look up a word", fields, compute, "Look it up")


def correct(article, name, table):
    """Overrule a row: change a cell or remove the row, in a file beside the article that every analysis applies.

    Parameters
    ----------
    article : Article
        Read from a file.
    name : str
        The table's name.
    table : pandas.DataFrame

    Returns
    -------
    Control
        Shows the rows at these words as they are from now on.
    """
    layout = tables.columns(name)
    rows = [
        (f"{row.text[:60]}{'…' if len(row.text) > 60 else ''}  ({row.start}–{row.end})", row.id)
        for row in table.itertuples(index=False)
    ]
    fields = {
        "row": ipywidgets.Dropdown(description="Row", options=[("", ""), *rows], **LABEL),
        "what": ipywidgets.Dropdown(description="What to do", options=["change", "remove"], **LABEL),
        "column": ipywidgets.Dropdown(description="Column", options=[c for c in OPEN if c in layout], **LABEL),
        "value": ipywidgets.Text(description="New value", placeholder="empty: not known", **LABEL),
        "who": ipywidgets.Text(description="Your name", **LABEL),
        "why": ipywidgets.Text(description="Why", **LABEL),
    }

    def compute(row, what, column, value, who, why):
        if not row:
            raise ArticleError("Choose a row first.")
        own = table[table["id"] == row].iloc[0].to_dict()
        change = {"column": column, "value": value} if what == "change" else {}
        again = _corrected(article, corrections.of_row(article, name, own, what, who=who, why=why, **change))
        found = analyses.ANALYSES[name](again)
        near = found[(found["start"] < own["end"]) & (found["end"] > own["start"])]
        shown = dict.fromkeys(
            [column, *(c for c in OPEN if c in layout)][:4]
        )  # more are too many for a notebook's width
        return reader.passages(again, near, ["corrected", *shown], most=None)

    return Control("Correct a row", fields, compute, "Keep this correction")
