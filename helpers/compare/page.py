"""The page of two articles: side by side, each sentence with the one that tells the same, what differs below."""

from functools import cache
from html import escape
from pathlib import Path

from ..markup import Html
from ..reader.page import style as reading_style
from ..reader.page_text import Span, text_html
from ..reader.shell import closed, document, framed
from ..tables import is_missing
from ..wording import count, day_in_full, short
from .page_tables import anchor, link, tables_html
from .voices import heard_only

ASSETS = Path(__file__).resolve().parent / "assets"
LOOKS = {"same words": "same", "reworded": "other", "unsure": "unsure"}
WHOLLY = {"ona": ": what is underlined stands nowhere in B", "onb": ": what is underlined stands nowhere in A"}
NAMES = {"same": "Same words", "other": "Reworded", "ona": "Only in A", "onb": "Only in B"}
TITLE = 60  # characters of a title in the page's own
FIRST_WORDS = 200  # characters in which the words lie that stand for a title


def page(a, b, tables):
    """The page of two articles.

    Parameters
    ----------
    a, b : Article
    tables : dict of str to pandas.DataFrame
        From `compare`.

    Returns
    -------
    str
        HTML: style and script are in it and allowed by their hashes, nothing is loaded, and everything from the
        articles is escaped. Without scripts each sentence is a link to the one that tells the same.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare import compare
    >>> a = from_text("<b>We</b> sank off Oslo on Monday. It rained.")
    >>> b = from_text("<b>We</b> sank off Oslo on Monday.")
    >>> html = page(a, b, compare(a, b))
    >>> html.startswith("<!doctype html>"), "<b>We" in html
    (True, False)
    """
    label = f"{short(_called(a), TITLE)} · {short(_called(b), TITLE)} – side by side"
    kinds, found = _sides(a, b, tables["passages"])
    chips = "".join(
        f'<button type="button" class="chip" data-kind="{look}" aria-pressed="false"><b class="k {look}">{number}</b>'
        f"{NAMES[look]}</button>"
        for look, number in kinds.items()
    )
    columns = "".join(
        _column(side, look, article, spans)
        for side, look, article, spans in (("a", "vA", a, found["a"]), ("b", "vD", b, found["b"]))
    )
    body = f"""<a class="skip" href="#a">Skip to the texts</a>
<header class="head"><h1>Two articles, side by side</h1><p class="meta">A: {_known(a)}<br>B: {_known(b)}</p></header>
<main>
{_in_short(tables["in_short"])}
<div class="bar"><div class="legend" role="group" aria-label="Sentences: choose one kind to see only it">{chips}\
<span class="unmarked">Without a mark: not sure</span></div>
<div class="sides" role="group" aria-label="Which article is shown"><button type="button" data-side="a" \
aria-pressed="true">Article A</button><button type="button" data-side="b" aria-pressed="false">Article B</button></div>
</div>
<div class="two show-a">{columns}</div>
{tables_html(tables, heard_only(a, b))}
</main>"""
    return document(label, "What both tell, what one alone tells, and where they differ.", body, **looks())


def _called(article):
    """An article's title, or its first words."""
    return article.title or short(article.text[:FIRST_WORDS].strip().split("\n")[0], TITLE) or article.name


def _known(article):
    known = [_called(article), article.outlet, article.author]
    known += [day_in_full(article.published)] if article.published else []
    return " · ".join(escape(value) for value in known if value)


def _sides(a, b, passages):
    """How many sentences are of each kind, and each article's spans."""
    places, partners, words, looks = {}, {}, {}, {}
    for row in passages.itertuples(index=False):
        ids = {}
        for side, start, end, own in (
            ("a", row.a_start, row.a_end, row.a_words),
            ("b", row.b_start, row.b_end, row.b_words),
        ):
            if not is_missing(start):
                ids[side] = anchor(side, start)
                places[ids[side]] = (int(start), int(end))
                words.setdefault(ids[side], []).append(own)
                looks[ids[side]] = LOOKS.get(row.kind, f"on{side}")
        if len(ids) == 2:
            partners.setdefault(ids["a"], []).append(ids["b"])
            partners.setdefault(ids["b"], []).append(ids["a"])
    spans = {"a": [], "b": []}
    for one, (start, end) in places.items():
        look, to = looks[one], partners.get(one, ())
        if to:
            told = f'href="#{to[0]}" data-to="{" ".join(to)}" data-id="{one}" title="{NAMES[look]} in the other one"'
            spans[one[0]].append(Span(start, end, "said", "a", f'class="s {look}" {told}', f'id="{one}"'))
        else:
            only = (
                f'only {look} v{"A" if one[0] == "a" else "D"}" title="{NAMES[look]}{WHOLLY[look]}'
                if look in NAMES
                else look
            )
            more = f'class="s {only}" data-id="{one}"'
            spans[one[0]].append(Span(start, end, "said", "span", more, f'id="{one}" tabindex="-1"'))
        if words[one][0]:  # of a sentence that is alone, what the other has in no form
            differ = set(words[one][0]).intersection(*words[one][1:])
            spans[one[0]] += [Span(*place, "check", "span", 'class="w"') for place in sorted(differ)]
    kinds = {look: sum(1 for one in looks if looks[one] == look and (one[0] == "a" or look == "onb")) for look in NAMES}
    return kinds, spans


def _column(side, look, article, spans):
    named = " · ".join(escape(value) for value in (article.outlet, _called(article)) if value)
    day = f"<small>{day_in_full(article.published)}</small>" if article.published else ""
    text = text_html(article, spans).replace(' id="p', f' id="{side}-p')
    label = f"Article {side.upper()}"
    return (
        f'<section class="column {look}" id="{side}" aria-label="{label}" tabindex="0"><h2><b>{side.upper()}</b>{named}'
        f'{day}</h2><div class="text">{text}</div></section>'
    )


def _in_short(table):
    if table.empty:
        return ""
    items = []
    for row in table.itertuples(index=False):
        cells = "".join(
            f"<span><b>{side.upper()}</b>"
            + (f"{link(side, start, text)}</span>" if isinstance(text, str) else '<span class="none">—</span></span>')
            for side, start, text in (("a", row.a_start, row.a_text), ("b", row.b_start, row.b_text))
        )
        says = "" if is_missing(row.says) else f'<span class="says">{escape(row.says)}</span>'
        items.append(f'<li><span class="role">{escape(row.kind[:1].upper() + row.kind[1:])}</span>{says}{cells}</li>')
    told = count(len(items), "difference")
    return (
        f'<section class="short" aria-label="In short"><h2>In short <small>{told}, with the sentences</small></h2>'
        f"<ol>{''.join(items)}</ol></section>"
    )


def shown(a, b, tables):
    """The page in a frame of its own, for a notebook.

    Returns
    -------
    markup.Html
        As plain text: how many sentences are in both, and in which words.
    """
    kinds, _ = _sides(a, b, tables["passages"])
    told = ", ".join(f"{number} {NAMES[look].lower()}" for look, number in kinds.items())
    return Html(
        framed(page(a, b, tables), "Two articles side by side", "cr-two"),
        f"The page of two articles: {told.replace('only in a', 'only in A').replace('only in b', 'only in B')}.",
    )


@cache
def script():
    """The page's script; a page that holds the frame allows it by its hash too."""
    return closed([(ASSETS / "two.js").read_text(encoding="utf8")])


@cache
def looks():
    """The page's style and script, by name."""
    own = (ASSETS / "two.css").read_text(encoding="utf8").strip()
    return {"style": f"{reading_style()}\n{own}", "script": script()}
