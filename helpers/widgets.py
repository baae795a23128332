"""The few controls that recompute, in JupyterLab. A notebook is complete without touching them."""

from pathlib import Path

import ipywidgets

from . import corrections, reader, tables
from .analyses import ANALYSES
from .article import FILES, ArticleError, from_text, load
from .markup import escape
from .quotes import find_quotes
from .sentiment import score_sentences
from .themes import actors, concordance, themes
from .timeline import check_consistency, find_times

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
        below = ipywidgets.HBox([self.button, self.status])
        self.box = ipywidgets.VBox([*fields.values(), below, self.output])

    def run(self):
        """What a click does: compute anew with the fields as they are."""
        self.button.disabled, self.button.description = True, "Working …"
        self.status.value = ""
        try:
            shown = self._compute(**{name: field.value for name, field in self.fields.items()})
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


def another_article(folder="../data"):
    """Read another article: pasted, or a file of a folder.

    Parameters
    ----------
    folder : str or path
        Its files are offered.

    Returns
    -------
    Control
        Shows the reader with all layers.

    Examples
    --------
    >>> control = another_article("data")
    >>> control.fields["pasted"].value = "It opened in 1945, she said."
    >>> control.run()
    >>> control.output.outputs[0]["data"]["text/plain"].split(":")[0]
    'The article with 3 marks'
    """
    files = sorted(path.name for path in Path(folder).glob("*") if path.suffix.lower() in FILES)
    fields = {
        "pasted": ipywidgets.Textarea(
            description="Paste a text", placeholder="or choose a file below", rows=5, **LABEL
        ),
        "file": ipywidgets.Dropdown(description="Or a file", options=["", *files], **LABEL),
        "published": ipywidgets.DatePicker(description="Published on", **LABEL),
    }

    def compute(pasted, file, published):
        if not pasted.strip() and not file:
            raise ArticleError("There is nothing to read: paste a text or choose a file.")
        article = (
            from_text(pasted, published=published) if pasted.strip() else load(Path(folder) / file, published=published)
        )
        return everything(article)

    return Control("Read another article", fields, compute, "Read it")


def everything(article):
    """The reader with every layer."""
    return reader.show(
        article,
        quotes=find_quotes(article),
        actors=actors(article),
        times=find_times(article),
        tone=score_sentences(article),
        themes=themes(article),
        consistency=check_consistency(article),
    )


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
    >>> from datetime import date
    >>> from helpers.article import from_text
    >>> control = another_day(from_text("It rained yesterday."))
    >>> control.fields["published"].value = date(2025, 5, 9)
    >>> control.run()
    >>> control.output.outputs[0]["data"]["text/plain"].split(" | ")[1]
    '2025-05-08'
    """
    fields = {"published": ipywidgets.DatePicker(description="Published on", value=article.published, **LABEL)}

    def compute(published):
        if published is None:
            raise ArticleError("No day is chosen: choose the day of publication.")
        again = from_text(article.text, published=published, language="any")
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
        if article.source.path is None:
            raise ArticleError("A pasted text has no place for corrections: save it as a file and load that.")
        own = table[table["id"] == row].iloc[0].to_dict()
        change = {"column": column, "value": value} if what == "change" else {}
        line = corrections.of_row(article, name, own, what, who=who, why=why, **change)
        corrections.append(article.corrections or corrections.beside(article.source.path), line)
        again = load(article.source.path, published=article.published)
        found = ANALYSES[name](again)
        near = found[(found["start"] < own["end"]) & (found["end"] > own["start"])]
        shown = dict.fromkeys(
            [column, *(c for c in OPEN if c in layout)][:4]
        )  # more are too many for a notebook's width
        return reader.passages(again, near, ["corrected", *shown], most=None)

    return Control("Correct a row", fields, compute, "Keep this correction")
