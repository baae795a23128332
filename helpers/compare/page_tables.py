"""The tables below two articles: what differs, each cell leading to its sentence."""

from html import escape

from ..tables import is_missing

MOST = 40  # rows of a table on the page; the files of `--out` have all
# table -> heading, what it says, columns beside A's and B's words
SHOWN = {
    "facts": ("Figures and times that differ", "Of the same thing, as far as words say so.", ("about", "difference")),
    "versions": ("What became of the text", "Sentences of the earlier text (A) in the later one (B).", ("kind",)),
    "voices": (
        "Who says it here and there",
        "Words of one speaker that both report, and otherwise: cut, retold, or with another verb (in brackets).",
        ("speaker", "kind"),
    ),
    "wording": (
        "Other words for the same",
        "How each says who somebody is; words that stand in each other’s place.",
        ("kind",),
    ),
}
HEADINGS = {"about": "Of", "difference": "How", "kind": "What", "speaker": "Who"}
CUES = ("voices",)


def anchor(side, start):
    """What a sentence is called in the page's addresses."""
    return f"{side}{int(start)}"


def link(side, start, text):
    """Words of an article that lead to their sentence."""
    return f'<a href="#{anchor(side, start)}" data-to="{anchor(side, start)}">{escape(" ".join(text.split()))}</a>'


def tables_html(tables, heard):
    """The tables as sections of the page.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
        From `compare`.
    heard : list of (str, str, (int, int), float)
        From `voices.heard_only`.

    Returns
    -------
    str
    """
    sentences = {side: _starts(tables["passages"], side) for side in "ab"}
    parts = []
    for name, (heading, said, columns) in SHOWN.items():
        table = tables[name]
        if name == "versions":
            table = table[~table["kind"].isin(("inserted", "removed"))]
        if name == "voices":
            table = differing(table)
        if table.empty:
            if name in ("facts", "wording", "voices"):
                parts.append(f'<section class="found"><h2>{heading}</h2><p>None was found.</p></section>')
            continue
        rows = "".join(_row(row, columns, sentences, name) for row in table.head(MOST).itertuples(index=False))
        more = f"<p>{len(table) - MOST:,} more are in the table.</p>" if len(table) > MOST else ""
        head = "".join(f"<th>{HEADINGS[column]}</th>" for column in columns)
        parts.append(
            f'<section class="found"><h2>{heading}</h2><p>{said}</p><table><thead><tr>{head}<th>A</th><th>B</th></tr>'
            f"</thead><tbody>{rows}</tbody></table>{more}</section>"
        )
    return "".join(parts) + _heard(heard, tables)


def _heard(heard, tables):
    """Who is heard in one article and not named in the other, with the first words."""
    if not heard:
        return ""
    texts, rows = {}, []
    for row in tables["passages"].itertuples(index=False):
        for side, start, text in (("a", row.a_start, row.a_text), ("b", row.b_start, row.b_text)):
            if not is_missing(start):
                texts[side, int(start)] = text
    for where, name, (start, _), _ in heard[:MOST]:
        own = f'<td data-of="{where.upper()}">{link(where, start, texts[where, start])}</td>'
        none = f'<td class="none" data-of="{"B" if where == "a" else "A"}">—</td>'
        rows.append(f'<tr><td data-of="Who">{escape(name)}</td>{own + none if where == "a" else none + own}</tr>')
    return (
        '<section class="found"><h2>Heard in one alone</h2><p>Persons whom the other article does not name, with the '
        "sentence in which they speak first.</p><table><thead><tr><th>Who</th><th>A</th><th>B</th></tr></thead><tbody>"
        f"{''.join(rows)}</tbody></table></section>"
    )


def differing(voices):
    """The rows of the voices table in which both have words of one speaker, and not just the same in the same way.

    Parameters
    ----------
    voices : pandas.DataFrame

    Returns
    -------
    pandas.DataFrame
    """
    both = voices[voices["a_start"].notna() & voices["b_start"].notna()]
    return both[(both["kind"] != "same words") | (both["a_cue"].fillna("") != both["b_cue"].fillna(""))]


def _starts(passages, side):
    rows = passages.dropna(subset=[f"{side}_start"])
    return sorted({(int(x), int(y)) for x, y in zip(rows[f"{side}_start"], rows[f"{side}_end"], strict=True)})


def _row(row, columns, sentences, name):
    cells = "".join(
        f'<td data-of="{HEADINGS[column]}">{escape(str(getattr(row, column) or ""))}</td>' for column in columns
    )
    return f"<tr>{cells}{_side(row, 'a', sentences, name)}{_side(row, 'b', sentences, name)}</tr>"


def _side(row, side, sentences, name):
    start, text = getattr(row, f"{side}_start"), getattr(row, f"{side}_text")
    if is_missing(start):
        return f'<td class="none" data-of="{side.upper()}">—</td>'
    home = next((first for first, last in sentences[side] if first <= start < last), None)
    if name == "facts" and row.kind == "quantity" and row.difference == "other precision":
        text = getattr(row, f"{side}_value")  # "at least 37", where the words of the figure are "37"
    words = link(side, home, text) if home is not None else escape(text)
    more = ""
    if name in CUES and getattr(row, f"{side}_cue"):
        more = f' <span class="quiet">({escape(getattr(row, f"{side}_cue"))})</span>'
    if name == "facts" and getattr(row, f"{side}_whose"):
        more = f' <span class="quiet">({escape(getattr(row, f"{side}_whose"))})</span>'
    return f'<td data-of="{side.upper()}">{words}{more}</td>'
