"""Rows of several tables as annotations: their places, one line, and facts in words."""

from dataclasses import dataclass, field

from ..reader.rows import cell_text
from ..tables import is_missing

LAYERS = ("quotes", "actors", "times", "tone", "themes", "consistency")  # of two on one span, the first comes first
PARTS = ("source", "cue")


@dataclass
class Mark:
    """A row as an annotation: its places, one line, and facts in words."""

    id: str
    layer: str
    start: int
    end: int
    title: str
    facts: list  # (name, value)
    parts: list = field(default_factory=list)  # (part, start, end)


def marks(**layers):
    """The rows of several tables as marks, in the order of the text.

    Parameters
    ----------
    **layers : pandas.DataFrame or None
        Named as in `LAYERS`.

    Returns
    -------
    list of Mark
    """
    found = []
    for name, table in layers.items():
        if table is not None:
            found += [_MAKERS[name](row) for row in table.itertuples(index=False)]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, LAYERS.index(mark.layer)))


def _facts(row, **columns):
    """Facts of a row: those that are not missing."""
    pairs = [(label.replace("_", " "), getattr(row, column, None)) for label, column in columns.items()]
    facts = [(label, cell_text(value)) for label, value in pairs if not is_missing(value)]
    if not is_missing(row.confidence):
        facts.append(("Confidence", cell_text(row.confidence)))
    if not is_missing(row.corrected):
        facts.append(("Corrected by", cell_text(row.corrected)))
    return facts


def _quote(row):
    speaker = None if is_missing(row.speaker) else row.speaker
    source = None if is_missing(row.source) else row.source
    title = f"{row.kind} quotation" + (f": {speaker or source}" if speaker or source else "")
    parts = [
        (part, int(getattr(row, f"{part}_start")), int(getattr(row, f"{part}_end")))
        for part in PARTS
        if not is_missing(getattr(row, f"{part}_start"))
    ]
    facts = _facts(
        row,
        Speaker="speaker",
        Source="source",
        Type_of_source="source_type",
        Cue="cue",
        Cue_class="cue_class",
        Found_by="rule",
    )
    return Mark(row.id, "quotes", int(row.start), int(row.end), _capital(title), facts, parts)


def _actor(row):
    facts = _facts(row, Name="actor", Kind="kind", Named_by="how")
    return Mark(row.id, "actors", int(row.start), int(row.end), row.actor, facts)


def _time(row):
    title = "Time" + ("" if is_missing(row.value) else f": {row.value}")
    facts = _facts(row, Type="type", TIMEX3="value", Earliest="earliest", Latest="latest", Leans_on="anchor")
    return Mark(row.id, "times", int(row.start), int(row.end), title, facts)


def _tone(row):
    title = "Tone not known"
    if not is_missing(row.tone):
        title = f"Tone {cell_text(row.tone)}, between {cell_text(row.low)} and {cell_text(row.high)}"
    row = row._replace(words=row.words[:8])
    facts = _facts(
        row,
        Tone="tone",
        Low="low",
        High="high",
        TextBlob="polarity",
        VADER="vader",
        Agreement="agreement",
        Words="words",
    )
    return Mark(row.id, "tone", int(row.start), int(row.end), title, facts)


def _theme(row):
    facts = _facts(row, Theme="theme", Weight="weight", Words="words")
    return Mark(row.id, "themes", int(row.start), int(row.end), f"Theme: {row.theme}", facts)


def _claim(row):
    parts = [("evidence", int(row.evidence_start), int(row.evidence_end))]
    return Mark(
        row.id,
        "consistency",
        int(row.start),
        int(row.end),
        f"Contradiction: {row.problem}",
        _facts(row, Problem="problem", Kind="kind"),
        parts,
    )


def _capital(text):
    return text[:1].upper() + text[1:]


_MAKERS = {"quotes": _quote, "actors": _actor, "times": _time, "tone": _tone, "themes": _theme, "consistency": _claim}
