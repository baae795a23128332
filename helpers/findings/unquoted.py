"""Who is named often and not quoted, and who is quoted most: only where no passage may be another’s."""

import re

from ..language import parse
from ..quotes.summary import attributions
from ..wording import join
from .finding import Finding
from .in_short import scored
from .voices import MARKED_ROWS, SURE, assigned, named
from .who import descriptions, is_name

OFTEN = 5  # places of a last name, from which on it matters that its bearer is not quoted
PHRASE = 3  # words in marks that may be somebody's
AROUND = 2  # sentences before a passage whose source has no name, in which its speaker may stand
MOST = 3
CLEAR = 1.5  # times the words of the second, from which on somebody is quoted most
MUCH = 60  # words of who is quoted most
VOICES = 3
PRONOUNS = frozenset("he she they i we it who you".split())
_MARKED = re.compile(r"[“\"„«]{1,2}([^”\"»]{1,3000})[”\"»]")
# Speech that no quotation marks show: questions and answers, messages, a name before a colon.
UNMARKED = re.compile(r"^(?:[QA]|[A-Z]{3,}(?: [A-Z]{3,})?): ", re.MULTILINE)


def unquoted(article, tables):
    """“Named often and not quoted word for word: Anna Berg and Tom Holm.”"""
    text, quotes = article.text, tables["quotes"]
    if UNMARKED.search(text) or not scored(article) or "blockquote" in set(article.blocks["kind"]):
        return []
    spoken = quotes[quotes["kind"].isin(MARKED_ROWS)]
    heard = " ".join([*spoken["speaker"].dropna(), *spoken["source"].dropna()])
    near = _near_passages(article, spoken)
    found = []
    for name in descriptions(article)[1]:
        last = name.split()[-1]
        places = [match.start() for match in re.finditer(rf"(?<![\w@#]){re.escape(last)}(?!\w)", text)]
        if not is_name(name) or name not in text or len(places) < OFTEN or last in heard or name == article.author:
            continue
        if any(place in near for place in places) or re.search(rf"@\w*{re.escape(last)}", text, re.IGNORECASE):
            continue
        firsts = set(re.findall(rf"\b([A-Z][a-z]+) {re.escape(last)}\b", text)) & {
            n.split()[0] for n in _persons(article)
        }
        if len(firsts) == 1 and name in _persons(article):
            found.append((len(places), name, text.index(name)))
    if not found:
        return []
    best = sorted(found, key=lambda one: -one[0])[:MOST]
    told = join([name for _, name, _ in best])
    place = best[0][2], best[0][2] + len(best[0][1])
    return [Finding("unquoted", f"Named often and not quoted word for word: {told}.", "findings.unquoted", *place)]


def _persons(article):
    """The names that stand somewhere as a whole and as a person's."""
    return {span.text.removesuffix("'s").removesuffix("’s") for span in parse(article).ents if span.label_ == "PERSON"}


def _near_passages(article, spoken):
    """The places at which stands, or which stand before, a passage in marks of which no name says whose it is."""
    known = []
    for row in spoken.itertuples(index=False):
        if isinstance(row.source, str) and row.source.lower() not in PRONOUNS and row.kind != "scare":
            known += [tuple(one) for one in row.marked] or [(row.start, row.end)]
    sentences = list(parse(article).sents)
    near = set()
    for match in _MARKED.finditer(article.text):
        start, end = match.span()
        if len(match[1].split()) < PHRASE or any(a < end and start < b for a, b in known):
            continue
        inside = [n for n, one in enumerate(sentences) if one.start_char < end and start < one.end_char]
        first, last = max(0, inside[0] - AROUND), min(len(sentences) - 1, inside[-1] + 1)
        near.update(range(sentences[first].start_char, sentences[last].end_char))
    return near


def most_quoted(article, tables):
    """“Quoted at greatest length: Anna Berg (“harbour master of Holm”).”"""
    quotes, words = tables["quotes"], {}
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(("direct", "mixed")) & rows["speaker"].notna() & rows["confidence"].ge(SURE)]
    for row in rows.itertuples(index=False):
        spans = row.marked if row.kind == "mixed" else ((row.start, row.end),)
        words[row.speaker] = words.get(row.speaker, 0) + sum(
            len(article.text[int(a) : int(b)].split()) for a, b in spans
        )
    ranked = sorted(words, key=lambda name: -words[name])
    sure = {row.speaker: row for row in reversed(named(article, quotes, ("direct", "mixed")))}
    if len(ranked) < VOICES or ranked[0] not in sure or assigned(quotes, set(words)) < 0.9:
        return []
    if words[ranked[0]] < max(MUCH, CLEAR * words[ranked[1]]):
        return []
    name, row = ranked[0], sure[ranked[0]]
    return [
        Finding(
            "most quoted", f"Quoted at greatest length: {name}.", "quotes.find_quotes", int(row.start), int(row.end)
        )
    ]
