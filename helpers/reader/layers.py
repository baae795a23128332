"""Layers of the reader: what each table says of its rows, in words, and how it is drawn.

A layer has a colour and a form of its own (background, solid, dashed, dotted or wavy line, band),
so that no two are told apart by colour alone.
"""

from dataclasses import dataclass, field

from ..tables import is_missing
from .rows import cell_text

# layer -> (label, what one mark is called, element, colours in light and in dark: line, ground)
LAYERS = {
    "quotes": ("Quotations", "Quotation", "mark", ("#8a6400", "#fff0b3"), ("#e0b84a", "#473a10")),
    "actors": ("Actors", "Actor", "b", ("#0b63a5", None), ("#7cc4f5", None)),
    "times": ("Times", "Time", "u", ("#00735a", None), ("#4fd1ac", None)),
    "tone": ("Tone", "Tone of the sentence", "span", (None, None), (None, None)),
    "themes": ("Themes", "Theme", None, ("#5a5a5a", None), ("#b0b0b0", None)),
    "consistency": ("Contradictions", "Contradiction", "span", ("#b3261e", None), ("#ff8a80", None)),
}
# Under sentences: a line, whole where the tone is positive and broken where it is negative; a band
# over it where the interval leaves zero out. (line in light, line in dark, band in light, band in dark)
TONES = {
    "positive": ("#3f7cb8", "#5f9fd8", "#cfe4f7", "#1b4468"),
    "negative": ("#b8560f", "#e08a4a", "#fadcc6", "#66370f"),
}
# What tells a layer from the others where colours do not.
FORMS = {
    "quotes": "ground",
    "actors": "line",
    "times": "broken line",
    "themes": "words above",
    "consistency": "wavy line",
    "positive": "thin line",
    "negative": "thin broken line",
}
NESTED = ("#f5da78", "#6b5714")  # ground of a quotation within a quotation
PARTS = {"source": "cite", "cue": "em"}


@dataclass
class Mark:
    """A row as the reader shows it: its places, one line, and facts in words."""

    id: str
    layer: str
    start: int
    end: int
    title: str
    facts: list  # (name, value)
    who: tuple = ()  # (group, name): by what it can be chosen
    parts: list = field(default_factory=list)  # (part, start, end)
    look: str = ""  # class of its element


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
    return sorted(found, key=lambda mark: (mark.start, -mark.end, list(LAYERS).index(mark.layer)))


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
    who = tuple(("Speakers", name) for name in speaker.split("; ")) if speaker else ()
    facts = _facts(
        row,
        Speaker="speaker",
        Source="source",
        Type_of_source="source_type",
        Cue="cue",
        Cue_class="cue_class",
        Found_by="rule",
    )
    look = "q" if is_missing(row.inside) else "q nested"
    return Mark(row.id, "quotes", int(row.start), int(row.end), _capital(title), facts, who, parts, look)


def _actor(row):
    facts = _facts(row, Name="actor", Kind="kind", Named_by="how")
    return Mark(row.id, "actors", int(row.start), int(row.end), row.actor, facts, (("Actors", row.actor),), [], "a")


def _time(row):
    title = "Time" + ("" if is_missing(row.value) else f": {row.value}")
    facts = _facts(row, Type="type", TIMEX3="value", Earliest="earliest", Latest="latest", Leans_on="anchor")
    return Mark(row.id, "times", int(row.start), int(row.end), title, facts, (), [], "t")


def _tone(row):
    """The look says the sign, and whether the interval leaves zero out."""
    if is_missing(row.tone):
        look, title = "n", "Tone not known"
    else:
        sign = "positive" if row.tone > 0 else "negative" if row.tone < 0 else "neutral"
        sure = not is_missing(row.low) and (row.low > 0 or row.high < 0)
        look = f"n {sign}{' sure' if sure else ''}" if sign != "neutral" else "n"
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
    return Mark(row.id, "tone", int(row.start), int(row.end), title, facts, (), [], look)


def _theme(row):
    facts = _facts(row, Theme="theme", Weight="weight", Words="words")
    return Mark(row.id, "themes", int(row.start), int(row.end), f"Theme: {row.theme}", facts, (("Themes", row.theme),))


def _claim(row):
    parts = [("evidence", int(row.evidence_start), int(row.evidence_end))]
    return Mark(
        row.id,
        "consistency",
        int(row.start),
        int(row.end),
        f"Contradiction: {row.problem}",
        _facts(row, Problem="problem", Kind="kind"),
        (),
        parts,
        "x",
    )


def _capital(text):
    return text[:1].upper() + text[1:]


_MAKERS = {"quotes": _quote, "actors": _actor, "times": _time, "tone": _tone, "themes": _theme, "consistency": _claim}


def colours():
    """The layers' colours as CSS variables, for light and for dark: two strings."""
    found = []
    for scheme in (0, 1):
        pairs = []
        for name, (_, _, _, *palettes) in LAYERS.items():
            line, ground = palettes[scheme]
            pairs += [f"--{name}:{line}"] if line else []
            pairs += [f"--{name}-ground:{ground}"] if ground else []
        pairs += [f"--{sign}:{four[scheme]};--{sign}-ground:{four[2 + scheme]}" for sign, four in TONES.items()]
        pairs.append(f"--nested-ground:{NESTED[scheme]}")
        found.append(";".join(pairs))
    return found
