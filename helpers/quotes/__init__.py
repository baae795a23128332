"""Who says what: every passage in quotation marks, with its cue and its source.

This first version finds what stands in marks; speech without marks (kind "indirect") is not
looked for yet.
"""

from .. import corrections, tables
from ..coreference import mentions, who
from ..language import parse
from .attribution import Passage, cue_class, find_cue, find_source, source_type
from .marks import pair_marks

__all__ = ["find_quotes"]

_STOPS = ".!?…,"
SCARE_WORDS = 6  # more words than these are held to be somebody's even without a cue


def find_quotes(article):
    """Every passage in quotation marks and who says it.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The quotes table. `kind` is direct (the whole content stands in marks), mixed (the
        clause is the span, `marked` the words in marks) or scare (nobody is said to say it).
        `source_*` and `cue_*` are offsets; `speaker` is missing where the article names none.
        `confidence` is missing: nobody has measured it yet.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> row = find_quotes(from_text("“The bridge is closed,” said Anna Berg on Monday.")).iloc[0]
    >>> row["kind"], row["speaker"], row["cue"], row["cue_class"]
    ('direct', 'Anna Berg', 'said', 'neutral')

    References
    ----------
    Kinds and parts of an attribution after PolNeAR (Newell, Margolin & Ruths 2018).
    """
    doc = parse(article)
    blocks = list(zip(article.blocks["start"], article.blocks["end"], strict=True))
    kinds = article.blocks["kind"].tolist()
    marked = pair_marks(article.text, blocks)
    passages = [_passage(doc, mark) for mark in marked]
    taken = frozenset(i for p, m in zip(passages, marked, strict=True) if p and m.level == 0 for i in range(p[0], p[1]))
    rows, last = [], None  # last: the latest attributed row, which a bare quotation may continue
    block = 0
    for mark, span in zip(marked, passages, strict=True):
        if span is None:
            continue
        while block + 1 < len(blocks) and blocks[block + 1][0] <= mark.start:
            block += 1
        passage = Passage(doc, *span, taken)
        row = {"start": mark.start, "end": mark.end, "block": block, "rule": None}
        enclosing = (
            next((r for r in reversed(rows[-8:]) if r["_mark"][0] <= mark.start and mark.end <= r["_mark"][1]), None)
            if mark.level
            else None
        )
        row["_mark"] = (mark.start, mark.end)
        heading = kinds[block] in ("heading", "title")
        cue, rule = (None, None) if mark.level or (heading and not _whole(article.text, mark)) else find_cue(passage)
        if enclosing is not None:
            row.update(kind="scare", rule="nested", inside=enclosing)
        elif cue is not None:
            row.update(_attributed(article, doc, passage, mark, cue, rule, rows))
        elif _whole(article.text, mark) and last is not None and block - last["block"] <= 1 and not heading:
            row.update(kind="direct", rule="continues last speaker", continues=last, speaker=last.get("speaker"))
        elif doc[span[0] : span[1]].text.count(" ") >= SCARE_WORDS or _whole(article.text, mark):
            row.update(kind="direct", rule="no cue")
        else:
            row.update(kind="scare", rule="no cue")
        if mark.rule in ("unclosed", "unopened"):
            row["rule"] += ", mark repaired"
        row["marked"] = ((mark.start, mark.end),)
        merged = next(
            (
                r
                for r in reversed(rows[-8:])
                if r["kind"] == "mixed" == row["kind"] and r["start"] == row["start"] and r["end"] == row["end"]
            ),
            None,
        )
        if merged:
            merged["marked"] += row["marked"]
        else:
            rows.append(row)
            if row["kind"] == "direct" and (cue is not None or row.get("continues")):
                last = row
    return corrections.apply(article, "quotes", _table(article, rows))


def _passage(doc, mark):
    span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else None


def _whole(text, mark):
    """Whether the marks hold at least one whole sentence: a capital first, a stop last."""
    inner = text[mark.start : mark.end].strip("“”«»„\"‘’' ")
    return bool(inner) and inner[0].isupper() and inner[-1] in _STOPS and " " in inner


def _attributed(article, doc, passage, mark, cue, rule, rows):
    """Kind, span, cue and source of a passage whose cue is known."""
    start, end = _content(doc, passage, mark, cue)
    source = find_source(cue)
    row = {"kind": "direct", "rule": rule, "start": start, "end": end}
    if (start, end) != (mark.start, mark.end):
        row["kind"] = "mixed"
    cue_start, cue_end = cue.idx, cue.idx + len(cue)
    if cue.lower_ == "according":
        cue_end = cue.nbor().idx + len(cue.nbor())
    row.update(
        cue=doc.text[cue_start:cue_end], cue_start=cue_start, cue_end=cue_end, cue_class=cue_class(cue) or "neutral"
    )
    for other in reversed(rows[-4:]):  # “A,” she said, “b”: two parts of one quotation
        if other.get("cue_start") == cue_start and other["kind"] == row["kind"] == "direct" and cue_start < start:
            if other["end"] <= cue_start:
                row["continues"] = other
                break
    if source:
        source_start = doc[source[0]].idx
        source_end = doc[source[1] - 1].idx + len(doc[source[1] - 1])
        names = who(article, source_start, source_end)
        known = {
            m.kind for m in mentions(article) if source_start <= m.start < source_end and set(m.names) & set(names)
        }
        row.update(
            source=doc.text[source_start:source_end],
            source_start=source_start,
            source_end=source_end,
            speaker="; ".join(names) or None,
            source_type=source_type(doc, source, known),
        )
    return row


def _content(doc, passage, mark, cue):
    """The content: the marks alone, or the clause under the cue that holds them and more."""
    child = next((t for t in doc[passage.first : passage.last] if not passage.inside(t.head)), None)
    if child is None or cue.i in range(passage.first, passage.last):
        return mark.start, mark.end
    steps = 0
    while child.head.i != cue.i and child.head.i != child.i and steps < 24:
        child, steps = child.head, steps + 1
    if child.head.i != cue.i or child.dep_ in ("nsubj", "nsubjpass", "punct", "relcl"):
        return mark.start, mark.end
    edge = child.left_edge
    start, end = edge.idx, child.right_edge.idx + len(child.right_edge)
    if cue.idx < mark.start:
        start = max(start, cue.idx + len(cue))
        start += len(doc.text[start : mark.start]) - len(doc.text[start : mark.start].lstrip(" ,:"))
    else:
        end = min(end, cue.idx)
    start, end = min(start, mark.start), max(end, mark.end)
    end -= len(doc.text[mark.end : end]) - len(doc.text[mark.end : end].rstrip(" .,;"))
    outside = doc.text[start : mark.start] + doc.text[mark.end : end]
    if not any(c.isalnum() for c in outside.replace("that ", "")):
        return mark.start, mark.end
    return start, end


def _table(article, rows):
    """Rows to table: references to rows become ids."""
    for row in rows:
        place = (row["start"], row["end"], article.text[row["start"] : row["end"]])
        row["key"] = (row["kind"], row.get("cue_start"), *row["_mark"])
        row["id"] = tables.identifier("quotes", *place, row["key"])
    for row in rows:
        for column in ("inside", "continues"):
            if row.get(column) is not None:
                row[column] = row[column]["id"]
    keep = set(tables.columns("quotes")) | {"key"}
    return tables.build("quotes", [{k: v for k, v in row.items() if k in keep} for row in rows], article.text)
