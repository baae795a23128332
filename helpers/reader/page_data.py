"""What the reading page knows: the tables of an article as plain data."""

from bisect import bisect_right

from .. import accuracy, corrections
from ..analyses import collect
from ..article.sections import paragraph_numbers
from ..findings import findings, in_short, stated
from ..markup import sharing_only_snippets
from ..quotes.shown import GROUP_NAMES, NOBODY, bare, capital, voice_of, voices_shown
from ..quotes.shown import attributed as attributions_shown
from ..quotes.summary import of_story, voice_share
from ..quotes.unheard import never_heard, no_answer, unanswered
from ..quotes.who_speaks import by_gender, by_role, known_of
from ..sentiment import by_block, on_the_whole, whole
from ..tables import each, is_missing
from ..themes import told
from ..themes.phrases import things
from ..timeline.iso import span_in_words, value_in_words
from ..wording import short

GAP = 47  # between two blocks on the strip, in characters
PUSHES = 3  # words that a tone is told with
LABEL = 34  # characters of a source's words in the margin
DISAGREES = "disagrees"  # of relations_checked
WORDS_ALONE = ("DURATION", "SET")  # times that are no place on a line


def page_data(article, tables=None, *, snippets=None):
    """All that the page shows, as what JSON can hold; offsets are those of the tables.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame, optional
        From `analyses.collect`; made if it is not given.
    snippets : bool, optional
        As for `findings`.

    Returns
    -------
    dict
    """
    snippets = sharing_only_snippets() if snippets is None else snippets
    said = stated(article, snippets) if tables is None else findings(article, tables, snippets=snippets)
    tables = tables or collect(article)
    voices, quotes = _voices(article, tables["quotes"])
    known = known_of(tables["actors"])
    for one in voices:
        own = known.get(one["k"], {})
        one |= {"role": own.get("role") or "", "rs": own.get("role_start"), "re": own.get("role_end")}
    somebodys, words = voice_share(article, tables["quotes"])
    spoken = of_story(article, tables["quotes"])
    blocks, total = _blocks(article)
    return {
        "text": article.text,
        "name": article.source.path.name if article.source.path else "article.txt",
        "sha": article.source.sha256,
        "blocks": blocks,
        "total": total,
        "words": words,
        "narrator": words - somebodys,
        "voices": voices,
        "roles": _roles(spoken),
        "heard": [
            {"who": one.heard, "n": one.voices, "w": one.words}
            for one in by_gender(spoken, tables["actors"]).itertuples(index=False)
        ],
        "unheard": _unheard(article, tables["quotes"]),
        "quotes": quotes,
        "people": _people(tables["actors"]),
        "times": _times(article, tables["times"], tables["events"]),
        "tone": _tone(article, tables["tones"]),
        "toned": _toned(tables["tones"]),
        "checks": [
            {"id": one.id, "s": one.start, "e": one.end, "s2": one.evidence_start, "e2": one.evidence_end,
             "problem": one.problem}
            for one in each(tables["consistency"], "id start end evidence_start evidence_end problem")
        ],
        "compared": _compared(tables),
        "phrases": _themes(article, tables["themes"]) + [
            {"w": one.phrase, "x": round(one.score, 3), "m": [list(map(int, span)) for span in one.mentions]}
            for one in each(things(article, tables["key_phrases"], tables["actors"]), "phrase score mentions")
        ],
        "short": [
            {"role": "" if is_missing(one.role) else capital(one.role), "s": one.start, "e": one.end, "t": one.text}
            for one in each(in_short(article), "role start end text")
        ],
        "findings": [
            {"t": one.finding, "s": one.start, "e": one.end}
            for one in each(said, "finding start end page") if one.page == "0"
        ],
        "columns": corrections.COLUMNS,
        "examples": {rule: example for rule, example in accuracy.examples("quotes").items()
                     if rule in {quote["rule"] for quote in quotes}},
        "from": _metadata(article),
    }  # fmt: skip


def _themes(article, themes):
    """What it is about: each theme with the share of the text, the sentence that says most of it, and its passages."""
    spans = {theme: own[["start", "end"]].astype(int).to_numpy().tolist() for theme, own in themes.groupby("theme")}
    return [
        {"w": one.theme, "x": round(one.share, 3), "m": spans[one.theme], "s": int(one.start), "e": int(one.end)}
        for one in each(told(article), "theme share start end")
    ]


def _toned(tones):
    """What is said of the whole, and its mean; without a sentence nothing."""
    if not len(tones):
        return None
    every = whole(tones)
    return {"said": on_the_whole(*every), "mean": round(every[0], 3)}


def _metadata(article):
    known = {"title": article.title, "author": article.author, "outlet": article.outlet}
    return known | {"day": article.published.isoformat() if article.published else None, "url": article.url}


def _blocks(article):
    found, at = [], 0
    for row, number in zip(each(article.blocks, "start end kind"), paragraph_numbers(article), strict=True):
        head = row.kind in ("title", "heading")
        found.append({"s": int(row.start), "e": int(row.end), "h": int(head), "p": number, "x": at})
        at += int(row.end - row.start) + GAP
    return found, max(at - GAP, 1)


def _voices(article, quotes):
    """(voices in their order, rows of quotes), as data."""
    table = voices_shown(article, quotes)
    known = {row.id: row for row in attributions_shown(quotes).itertuples(index=False)}
    voices = [
        {"k": one.voice, "name": one.name, "short": one.short, "sign": one.sign, "c": one.colour,
         "type": "" if one.name in GROUP_NAMES else one.source_type or "", "marked": one.marked, "retold": one.retold}
        for one in table.itertuples(index=False)
    ]  # fmt: skip
    place = {one["k"]: number for number, one in enumerate(voices)}
    starts, numbers = article.blocks["start"].astype(int).tolist(), paragraph_numbers(article)
    rows = []
    for row in quotes.itertuples(index=False):
        own = known.get(row.id)
        voice = None if own is None else place[voice_of(own.speaker, own.source, own.source_type, own.inside)]
        rows.append(
            {
                "id": row.id,
                "s": int(row.start),
                "e": int(row.end),
                "k": row.kind,
                "v": -1 if own is None else voice,
                "who": "" if own is None else _label(voices[voice], own),
                "src": (own.source if own is not None else row.source) or "",
                "cue": row.cue or "",
                "cs": None if is_missing(row.cue_start) else int(row.cue_start),
                "ce": None if is_missing(row.cue_end) else int(row.cue_end),
                "cls": row.cue_class or "",
                "rule": row.rule or "",
                "role": "" if is_missing(row.source_role) else row.source_role,
                "ch": "" if is_missing(row.channel) else row.channel,
                "hand": int(is_missing(row.first_hand) or bool(row.first_hand)),
                "conf": None if is_missing(row.confidence) else round(float(row.confidence), 3),
                "m": [[int(a), int(b)] for a, b in row.marked],
                "in": int(not is_missing(row.inside)),
                "by": "" if is_missing(row.corrected) else row.corrected,
                "p": numbers[max(bisect_right(starts, row.start) - 1, 0)],
            }
        )
    return voices, rows


def _label(voice, row):
    """Who says it, for the margin: the voice's short name, or the source's own words."""
    if voice["k"] == NOBODY[0]:
        return ""
    return voice["short"] if row.speaker else short(capital(bare(row.source)), LABEL)


def _unheard(article, quotes):
    """Those who are spoken about and do not speak, gave no answer, or are accused and say nothing; their places."""
    return {
        "never": [
            {
                "who": one.actor,
                "kind": one.kind,
                "n": one.sentences,
                "m": [list(map(int, span)) for span in one.mentions],
            }
            for one in never_heard(article, quotes).itertuples(index=False)
        ],
        "silent": [
            {"who": one.actor or capital(bare(one.source)), "m": [[int(one.start), int(one.end)]]}
            for one in no_answer(article).itertuples(index=False)
        ],
        "accused": [
            {"who": one.target, "by": one.speaker, "m": [[one.start, one.end]]}
            for one in unanswered(article, quotes).itertuples(index=False)
        ],
    }


def _people(actors):
    found = {}
    for row in each(actors, "start end actor kind how"):
        one = found.setdefault(row.actor, {"name": row.actor, "kinds": [], "how": {}, "m": []})
        one["kinds"].append(row.kind)
        one["how"][row.how] = one["how"].get(row.how, 0) + 1
        one["m"].append([int(row.start), int(row.end)])
    for one in found.values():
        kinds = one.pop("kinds")
        one["kind"] = max(kinds, key=kinds.count)
    return sorted(found.values(), key=lambda one: (-len(one["m"]), one["m"][0]))


def _roles(quotes):
    """Who is heard by what the sources are; nothing where no role is known."""
    if "source_role" not in quotes or quotes["source_role"].isna().all():
        return []
    return [{"who": one.heard, "n": one.voices, "w": one.words} for one in by_role(quotes).itertuples(index=False)]


def _compared(tables):
    """What was compared and agrees, or cannot be compared; what disagrees is among the checks."""
    rows = []
    for one in each(tables["relations_checked"], "id spans computation verdict reason"):
        if one.verdict != DISAGREES:
            said, why = ("" if is_missing(words) else words for words in (one.computation, one.reason))
            places = [list(map(int, span)) for span in one.spans]
            rows.append({"id": one.id, "m": places, "said": said, "v": one.verdict, "why": why})
    return rows


def _told(events):
    """Time -> the clauses that tell what happened then: (start, end, status, places that tell it again)."""
    found = {}
    for row in each(events, "time status clause_start clause_end told_again"):
        if not is_missing(row.time) and not is_missing(row.clause_start):
            status = "" if is_missing(row.status) or row.status == "happened" else row.status
            again = [list(map(int, span)) for span in row.told_again]
            found.setdefault(row.time, []).append((int(row.clause_start), int(row.clause_end), status, again))
    return found


def _times(article, times, events):
    told = _told(events)
    numbers, starts = paragraph_numbers(article), article.blocks["start"].astype(int).tolist()
    rows = []
    for row in each(times, "id start end text type value earliest latest anchor"):
        dated = (row.earliest or row.latest) and row.type not in WORDS_ALONE
        rows.append(
            {
                "id": row.id,
                "s": int(row.start),
                "e": int(row.end),
                "tag": span_in_words(row.earliest, row.latest) if dated else "",
                "told": "" if dated else value_in_words(row.value, row.type == "SET"),
                "lo": row.earliest if dated else None,
                "hi": row.latest if dated else None,
                "type": row.type,
                "value": row.value or "",
                "anchor": row.anchor or "",
                "p": numbers[max(bisect_right(starts, row.start) - 1, 0)],
                "m": [[start, end] for start, end, *_ in told.get(row.id, ())],
                "st": [status for _, _, status, _ in told.get(row.id, ())],
                "again": [span for *_, again in told.get(row.id, ()) for span in again],
            }
        )
    return rows


def _tone(article, tones):
    numbers = paragraph_numbers(article)
    starts = article.blocks["start"].astype(int).tolist()
    inside = {}
    for row in each(tones[tones["tone"].notna()], "id start end tone low high words"):
        block = max(bisect_right(starts, row.start) - 1, 0)
        pushes = [word for word, _ in row.words[:-1][:PUSHES]]
        values = [round(float(value), 2) for value in (row.tone, row.low, row.high)]
        inside.setdefault(block, []).append([int(row.start), int(row.end), *values, pushes])
    return [
        {"p": numbers[one.block], "s": one.start, "e": one.end, "v": round(one.tone, 3), "lo": round(one.low, 3),
         "hi": round(one.high, 3), "m": inside[one.block]}
        for one in by_block(article, tones).itertuples(index=False) if numbers[one.block]
    ]  # fmt: skip
