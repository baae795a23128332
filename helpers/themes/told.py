"""How each theme is told: how much of the text, in which sentence best, and in whose voice."""

import re
from bisect import bisect_right

import pandas as pd
from spacy.lang.en.stop_words import STOP_WORDS

from ..article import ABOUT
from ..language import parse, parse_columns
from ..quotes import find_quotes
from ..quotes.summary import attributions
from ..tables import each
from .passages import headline
from .topics import themes

COLUMNS = ("theme", "share", "passages", "start", "end", "sentence", "narrator", "voices", "voice_shares")
LEAST = 0.05  # share of a voice that is named
SHORT, LONG = 5, 45  # words of a sentence that can stand for a theme
OPENS, OPENING = 10, 5  # words of a sentence that can state the main theme; sentences among which news states it
EARLY = 3  # what the first of them gains
# first words of sentences that lean on the one before
LEANING = frozenset("he she it they this that these those but and so his her their its such".split())


def told(article):
    """The themes of an article with what a reader asks of each: how much, where best, by whom.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        A row a theme, the main one first: `theme`, `share` (of the characters of the running text, those of the
        passages that tell it; a passage may tell several), `passages` (how many), `start`, `end`, `sentence` (the
        sentence of its passages that says most of it, for the main one with the words of the title, rather early than
        late; no two themes have the same while there are others), `narrator`
        (the share of its passages that is nobody's reported words), `voices` (the sources whose reported words, in
        marks or without, fill most of the rest, in that order, from a twentieth of it on) and `voice_shares`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> text = "The harbour ferry sank on Monday.\\n\\n“The harbour ferry was old,” said Anna Berg, who owned it."
    >>> told(from_text(text))[["theme", "passages", "voices"]].values.tolist()
    [['sinking of the harbour ferry', 2, ('Anna Berg',)]]
    """
    table = themes(article)
    if table.empty:
        return pd.DataFrame({name: [] for name in COLUMNS})
    sentences, taken, rows = _Sentences(article), set(), []
    quoted = [
        (int(row.start), int(row.end), row.who) for row in each(attributions(find_quotes(article)), "start end who")
    ]
    order = table.groupby("theme", sort=False)["weight"].sum().sort_values(ascending=False, kind="stable").index
    for theme in order:
        own = table[table["theme"] == theme]
        spans = list(zip(own["start"].astype(int), own["end"].astype(int), strict=True))
        length = sum(end - start for start, end in spans)
        start, end = sentences.best(theme, own, taken, main=not rows)
        taken.add(start)
        heard = sorted(_voices(spans, quoted).items(), key=lambda one: (-one[1], one[0]))
        shares = tuple(number / length for _, number in heard)
        rows.append(
            (
                theme,
                min(length / sentences.characters, 1.0),
                len(spans),
                start,
                end,
                article.text[start:end],
                max(1 - sum(shares), 0.0),
                tuple(who for who, number in heard if number >= LEAST * length),
                tuple(share for share in shares if share >= LEAST),
            )
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _voices(spans, quoted):
    """Characters of some passages in each source's reported words; where two overlap, the first has them."""
    found = {}
    for first, last in spans:
        reach = first
        for start, end, who in quoted:
            start, end = max(start, reach), min(end, last)
            if start < end:
                found[who] = found.get(who, 0) + end - start
                reach = end
    return found


def _words(text):
    """The words of a title that carry it."""
    return {word for word in re.findall(r"\w+", text.lower()) if word not in STOP_WORDS}


class _Sentences:
    """The sentences of an article, and how much of a theme each says."""

    def __init__(self, article):
        doc, self.text = parse(article), article.text
        columns = parse_columns(doc)
        prose = article.blocks[~article.blocks["kind"].isin(("title", "heading", *ABOUT))]
        self.characters = max(int((prose["end"] - prose["start"]).sum()), 1)
        self.every, self.below, early = [], headline(article.blocks), []
        told = list(zip(prose["start"].astype(int), prose["end"].astype(int), strict=True))
        for span in doc.sents:
            start, text = span.start_char, span.text
            end = start + len(text.rstrip())
            if end > start:
                inside = slice(span.start, span.end)
                self.every.append((start, end, {*columns.lemma[inside], *columns.lower[inside]}))
                if len(early) < OPENING and start >= self.below and self.can_open(start, end):
                    early += [start for first, last in told if first <= start < last]
        self.starts = [start for start, *_ in self.every]
        self.early = {start: 1 - number / OPENING for number, start in enumerate(early)}
        heads = [block.text for block in each(article.blocks, "kind text") if block.kind == "title"]
        self.title = _words(" ".join([article.title or "", article.text[: self.below], *heads]))

    def can_open(self, start, end):
        """Whether a sentence can state what the text is about: long enough, whole, no question, nobody's speech."""
        return (
            len(self.text[start:end].split()) >= OPENS
            and self.text[end - 1] not in "?:;"
            and (self.text[start] not in "“\"'‘")
        )

    def best(self, theme, own, taken, main=False):
        """The sentence of a theme's passages that has most of its label and of its words, and can be read alone.

        That of the main theme has words of the title, too, and stands early rather than late.
        """
        label, carrying = set(re.findall(r"\w+", theme.lower())), {}
        for row in each(own, "weight words"):
            for word in {word for phrase in row.words for word in phrase.lower().split()}:
                carrying[word] = carrying.get(word, 0.0) + row.weight
        most, top, found = max(carrying.values(), default=1), own["weight"].max(), []
        if main:  # news states it early, in whichever passage
            own = own[["start", "end", "weight"]]
            early = [(start, start + 1, 0.0) for start in self.early]
            own = pd.concat([own, pd.DataFrame(early, columns=own.columns)]) if early else own
        for row in each(own, "start end weight"):
            for number in range(max(bisect_right(self.starts, row.start) - 1, 0), len(self.every)):
                start, end, words = self.every[number]
                if start >= row.end:
                    break
                if end <= row.start:
                    continue
                spelled = re.findall(r"\w+", self.text[start:end].lower())
                value = 2 * len(label.intersection(spelled)) / max(len(label), 1)
                value += sum(weight for word, weight in carrying.items() if word in words) / most / 4
                value += row.weight / top - (not SHORT <= len(spelled) <= LONG)
                if main:
                    value -= 3 * (start < self.below)
                    value += EARLY * self.early.get(start, 0) - (not self.can_open(start, end))
                    value += 2 * len(self.title & words.union(spelled)) / max(len(self.title), 1)
                value -= (self.text[end - 1] in "?:") + (spelled[:1] != [] and spelled[0] in LEANING) / 2
                found.append((3 * (start in taken) - round(float(value), 6), start, end))
        return min(found)[1:] if found else (int(own["start"].iloc[0]), int(own["end"].iloc[0]))
