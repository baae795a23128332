"""Which event a time dates, against TimeBank's links between an event and a time of one sentence."""

from bisect import bisect_left
from collections import Counter

from ..article import from_text
from ..language import parse
from ..timeline import find_events, find_times
from ..timeline.dating import nearest_verb
from .record import note
from .timeml import read_links


def events(folder, errors=0):
    """Score the events that a time dates on TimeML files; print F1 beside the baseline's.

    Gold: TLINKs between an event and a time of one sentence whose relation is IS_INCLUDED, INCLUDES,
    SIMULTANEOUS, DURING or IDENTITY. A link is found if a row of the events table that is not
    inferred overlaps the event and its time overlaps the time. Baseline: each time dates the
    nearest verb of its sentence. Halves by the file's place, as for times.

    Parameters
    ----------
    folder : str or path
    errors : int
        How many errors to print, from files of even place only.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    counts, place, shown = Counter(), Counter(), []
    for path, text, created, links in read_links(folder):
        half = "even" if place[path.parent] % 2 == 0 else "odd"
        place[path.parent] += 1
        article = from_text(text, published=created, language="any")
        doc = parse(article)
        begins = [article.in_source(token.idx, token.idx + len(token))[0] for token in doc]
        gold = {
            (event, time)
            for event, time in links
            if (a := _token(doc, begins, event)) is not None
            and (b := _token(doc, begins, time)) is not None
            and a.sent.start == b.sent.start
        }
        times = find_times(article)
        table = find_events(article)
        where = {row.id: (int(row.start), int(row.end)) for row in times.itertuples(index=False)}
        own = [row for row in table[~table["inferred"]].itertuples(index=False) if row.time in where]
        found = [((int(row.start), int(row.end)), where[row.time]) for row in own]
        base = []
        for span in where.values():
            words = doc.char_span(*span, alignment_mode="expand")
            verb = nearest_verb(words) if words is not None else None
            if verb is not None:
                base.append(((verb.idx, verb.idx + len(verb)), span))
        for system, pairs in (("found", found), ("baseline", base)):
            pairs = [tuple(article.in_source(*span) for span in pair) for pair in pairs]
            hits = {link for link in gold if any(_same(link, pair) for pair in pairs)}
            each = [any(_same(link, pair) for link in gold) for pair in pairs]
            if system == "found":
                for row, is_right in zip(own, each, strict=True):
                    counts[path.parent.name, row.rule, "rule"] += 1
                    counts[path.parent.name, row.rule, "rule right"] += is_right
            for name in (path.parent.name, f"{path.parent.name} {half}"):
                counts[name, system, "gold"] += len(gold)
                counts[name, system, "hit"] += len(hits)
                counts[name, system, "found"] += len(pairs)
                counts[name, system, "right"] += sum(each)
            if system == "found" and half == "even":
                missed = [("missed", link) for link in gold - hits]
                false = [("false", pair) for pair in pairs if not any(_same(link, pair) for link in gold)]
                shown += [f"{kind}: {path.stem}: {_words(text, pair)}" for kind, pair in missed + false]
    for name in sorted({name for name, *_ in counts}):
        print(
            f"{name:<15}{counts[name, 'found', 'gold']:>5} links  {_figures(counts, name, 'found')}  "
            f"nearest verb {_figures(counts, name, 'baseline')}"
        )
        for system, what in (("found", "link F1"), ("baseline", "link F1 of the nearest verb")):
            note("events", name, what, _f1(counts, name, system), counts[name, "found", "gold"])
    for name, rule, what in sorted(counts):
        if what == "rule":
            n = counts[name, rule, "rule"]
            note("events", name, "precision", counts[name, rule, "rule right"] / n, n, rule)
    for line in shown[:: max(len(shown) // errors, 1)][:errors] if errors else ():
        print(line)
    return 0


def _token(doc, begins, span):
    place = bisect_left(begins, span[0])
    return doc[place] if place < len(doc) and begins[place] < span[1] else None


def _same(link, pair):
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(link, pair, strict=True))


def _figures(counts, name, system):
    precision = counts[name, system, "right"] / max(counts[name, system, "found"], 1)
    recall = counts[name, system, "hit"] / max(counts[name, system, "gold"], 1)
    return f"F1 {_f1(counts, name, system):.3f} ({precision:.3f}/{recall:.3f})"


def _f1(counts, name, system):
    precision = counts[name, system, "right"] / max(counts[name, system, "found"], 1)
    recall = counts[name, system, "hit"] / max(counts[name, system, "gold"], 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _words(text, pair):
    (a, b), (c, d) = pair
    around = " ".join(text[max(min(a, c) - 30, 0) : max(b, d) + 30].split())
    return f"{text[a:b]} | {text[c:d]} | {around}"
