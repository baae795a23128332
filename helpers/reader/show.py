"""The whole article with its marks, as one piece of HTML that works alone."""

import json
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from html import escape as plain_escape
from itertools import pairwise
from pathlib import Path

from ..markup import Html, escape
from .in_sentence import sharing_only_snippets
from .layers import LAYERS, PARTS, colours, marks

ASSETS = Path(__file__).resolve().parent / "assets"
NESTING = ("q", "nested", "evidence", "source", "cue", "a", "t", "x", "n")  # outermost first
NOTED = ("quotes", "times", "consistency")  # layers whose marks are notes in print and without scripts
TAGS = {"q": "mark", "source": "cite", "cue": "em", "a": "b", "t": "u"}


def show(article, *, actors=None, quotes=None, times=None, tone=None, themes=None, consistency=None):
    """The whole article, set for reading, with a layer for each table.

    Layers are switched on and off; a mark that is pointed at, focused or tapped shows its row; a
    speaker, actor or theme can be chosen alone; words are searched; `#start-end` in the address
    opens the page at a passage. Without scripts the text, its marks and a list of notes remain.

    Parameters
    ----------
    article : Article
    actors, quotes, times, tone, themes, consistency : pandas.DataFrame, optional
        Tables of that name (`tone`: from `score_sentences`). A layer without a table is left out.

    Returns
    -------
    Html
        Self-contained: style and script are in it, nothing is loaded. As plain text: a count of
        the marks of each layer.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.timeline import find_times
    >>> article = from_text("It opened in 1945.")
    >>> print(show(article, times=find_times(article)).plain)
    The article with 1 mark: Times 1.
    """
    if sharing_only_snippets():
        note = "The article’s text is not part of this page; the tables show a few words around each finding."
        return Html(f'<p class="quiet">{note}</p>', note)
    tables = {
        "quotes": quotes,
        "actors": actors,
        "times": times,
        "tone": tone,
        "themes": themes,
        "consistency": consistency,
    }
    given = [name for name, table in tables.items() if table is not None]
    rows = marks(**tables)
    counts = {name: sum(1 for row in rows if row.layer == name) for name in given}
    on = " ".join(f"on-{name}" for name in given)
    body = (
        f"<style>{style()}</style>"
        f'<section class="cr-reader {on}" aria-label="The article with its marks">'
        f'<div class="controls" hidden></div><div class="sheet"><div class="text">{_text(article, rows)}</div>'
        f'<div class="map" aria-hidden="true"></div></div>{_notes(rows)}'
        f'<aside class="panel" aria-label="About the mark" aria-live="polite" hidden></aside>'
        f'<script type="application/json">{_data(given, counts, rows)}</script><script>{script()}</script></section>'
    )
    each = ", ".join(f"{LAYERS[name][0]} {number:,}" for name, number in counts.items())
    number = sum(counts.values())
    return Html(body, f"The article with {number:,} mark{'' if number == 1 else 's'}: {each or 'no layer'}.")


@cache
def script():
    """The reader's script; pages allow it by its hash."""
    return (ASSETS / "reader.js").read_text(encoding="utf8").strip()


@cache
def style():
    """The reader's style with the layers' colours."""
    light, dark = colours()
    text = (ASSETS / "reader.css").read_text(encoding="utf8")
    return text.replace("/*light*/", light).replace("/*dark*/", dark).replace("\n", "")


def _text(article, rows):
    """All blocks, each with its marks."""
    pieces = _pieces(article, rows)
    starts = article.blocks["start"].tolist()
    themes = defaultdict(list)  # block -> the themes that have a passage in it
    for row in rows:
        if row.layer == "themes":
            themes[bisect_right(starts, row.start) - 1].append(row)
    numbers = {id(row): number for number, row in enumerate((row for row in rows if row.layer in NOTED), 1)}
    ends = defaultdict(list)
    for row in rows:
        if id(row) in numbers:
            ends[row.end].append(numbers[id(row)])
    has_title = (article.blocks["kind"] == "title").any()
    levels = {"title": "h3", "heading": "h4" if has_title else "h3"}
    body, items, seen = [], [], set()
    for number, (start, kind) in enumerate(zip(starts, article.blocks["kind"], strict=True)):
        inner = "".join(_segment(article.text, *piece, ends, seen) for piece in pieces[start])
        for row in themes[number]:
            if (place := f"{row.start}-{row.end}") not in seen:
                seen.add(place)
                inner = f'<a class="at" id="{place}"></a>{inner}'
        labels = " · ".join(dict.fromkeys(name for row in themes[number] for _, name in row.who))
        theme = f' data-h="{_attribute(labels)}"' if labels else ""
        if kind == "list item":
            items.append(f'<li data-s="{start}"{theme}>{inner}</li>')
            continue
        if items:
            body.append(f"<ul>{''.join(items)}</ul>")
            items = []
        tag = levels.get(kind, "p")
        block = f'<{tag} class="{kind.replace(" ", "-")}" data-s="{start}"{theme}>{inner}</{tag}>'
        body.append(f"<blockquote>{block}</blockquote>" if kind == "blockquote" else block)
    if items:
        body.append(f"<ul>{''.join(items)}</ul>")
    return "".join(body)


def _pieces(article, rows):
    """Start of block -> pieces (start, end, looks) such that no mark begins or ends inside a piece."""
    spans = []  # (start, end, class, index of row)
    for index, row in enumerate(rows):
        if row.look:
            spans.append((row.start, row.end, row.look, index))
        spans += [(start, end, part, index) for part, start, end in row.parts]
    spans.sort()
    pieces, carried, first = {}, [], 0
    for start, end in article.blocks[["start", "end"]].itertuples(index=False):
        start, end = int(start), int(end)
        here = [span for span in carried if span[1] > start]
        while first < len(spans) and spans[first][0] < end:
            here += [spans[first]] if spans[first][1] > start else []
            first += 1
        carried = here
        opening, closing = defaultdict(list), defaultdict(list)
        for span in here:
            opening[max(span[0], start)].append(span)
            closing[min(span[1], end)].append(span)
        edges = sorted({start, end, *opening, *closing})
        current, found = [], []
        for a, b in pairwise(edges):
            current = [span for span in current if span not in closing[a]] + opening[a]
            found.append((a, b, tuple(current)))
        pieces[start] = found
    return pieces


def _segment(text, start, end, spans, ends, seen):
    """A piece of text in an element for each look it has, outermost first."""
    looks = defaultdict(list)
    for _, _, look, index in spans:
        looks[look].append(index)
    body = escape(text[start:end]).replace("\n", "<br>")
    order = sorted(looks, key=lambda look: NESTING.index(look.split()[-1 if "nested" in look else 0]), reverse=True)
    for look in order:
        tag = TAGS.get(look.split()[0], "span")
        body = f'<{tag} class="{look}" data-r="{" ".join(map(str, looks[look]))}">{body}</{tag}>'
    for span in spans:
        place = f"{span[0]}-{span[1]}"
        if span[0] == start and place not in seen:
            seen.add(place)
            body = f'<a class="at" id="{place}"></a>{body}'
    if end in ends and spans:
        body += "".join(f'<sup data-n="{number}"></sup>' for number in ends.pop(end))
    return body


def _notes(rows):
    """The marks as a numbered list, for print and where there are no scripts."""
    noted = [row for row in rows if row.layer in NOTED]
    if not noted:
        return ""
    items = "".join(
        f'<li><a href="#{row.start}-{row.end}">{escape(row.title)}</a>{escape(_rest(row))}</li>' for row in noted
    )
    return f'<details class="notes" open><summary>All notes ({len(noted):,})</summary><ol>{items}</ol></details>'


def _rest(row):
    wanted = ("Cue", "Earliest", "Latest", "Confidence")
    facts = [f"{name.lower()} {value}" for name, value in row.facts if name in wanted]
    return f" ({', '.join(facts)})" if facts else ""


def _data(given, counts, rows):
    """What the script needs, as JSON that is safe inside HTML."""
    who = list(dict.fromkeys(pair for row in rows for pair in row.who))
    places = {pair: number for number, pair in enumerate(who)}
    names = list(dict.fromkeys(name for row in rows for name, _ in row.facts))
    data = {
        "layers": [[name, LAYERS[name][0], LAYERS[name][1], counts[name]] for name in given],
        "who": who,
        "names": names,
        "rows": [
            [
                given.index(row.layer),
                row.start,
                row.end,
                row.id,
                row.title,
                [[names.index(name), value] for name, value in row.facts],
                [places[pair] for pair in row.who],
                [[start, end] for part, start, end in row.parts if part == "evidence"],
            ]
            for row in rows
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&$\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _attribute(value):
    return plain_escape(str(value), quote=True).replace("$", "&#36;")


assert set(PARTS) <= set(NESTING)
