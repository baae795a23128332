"""The columns of every table, of which the codebook is made, and the classes that several rooms share."""

# kind of value -> pandas dtype. Text is kept as object with None for "missing", so that
# `if row.speaker:` does what it looks like (NaN would be true).
DTYPES = {
    "text": "object",
    "offset": "Int64",
    "number": "float64",
    "flag": "boolean",
    "several": "object",
}

# In which manner words report what somebody says; the words of each class are in `quotes.cues`.
CUE_CLASSES = ("neutral", "assertive", "doubting", "demanding", "promising", "emotional", "thinking")

# What kind of source speaks, and by which way the words came; the words are in `quotes.source_roles` and `.channels`.
SOURCE_ROLES = tuple(
    "official|politician|company|expert|affected person|police or court|advocate|media|document|anonymous|other".split(
        "|"
    )
)
CHANNELS = tuple(
    "said to this outlet|statement|social media|press conference|document|other media|court|by spokesperson".split("|")
)

# Every row of every table has these; `corrected` and `confidence` come last.
FIRST = {
    "id": ("text", "short, stable identifier"),
    "start": ("offset", "first character in article.text"),
    "end": ("offset", "one past the last character in article.text"),
    "text": ("text", "article.text[start:end]"),
}
LAST = {
    "confidence": ("number", "calibrated probability 0 … 1, missing where nobody measured it"),
    "corrected": ("text", "who overruled this row, missing if nobody did"),
}

COLUMNS = {
    "sentences": {"block": ("offset", "position in article.blocks of the block it stands in")},
    "quotes": {
        "kind": ("text", "direct, mixed, indirect or scare"),
        "marked": ("several", "(start, end) of each passage in quotation marks inside it"),
        "speaker": ("text", "canonical names joined by '; ', missing if the article names none"),
        "source": ("text", "the words that name the speaker"),
        "source_start": ("offset", "first character of source"),
        "source_end": ("offset", "one past the last character of source"),
        "source_type": ("text", "named person, institution, media, anonymous or collective"),
        "cue": ("text", "the reporting words"),
        "cue_start": ("offset", "first character of cue"),
        "cue_end": ("offset", "one past the last character of cue"),
        "cue_class": ("text", "neutral, assertive, doubting, promising, …"),
        "inside": ("text", "id of the quotation that encloses this one"),
        "continues": ("text", "id of the part of the same quotation that this one continues"),
        "rule": ("text", "the construction that found it"),
        "source_role": (
            "text",
            "official, politician, company, expert, affected person, police or court, advocate, media, document, "
            "anonymous or other; missing if the text does not say",
        ),
        "source_title": ("text", "the words that introduce the source"),
        "source_title_start": ("offset", "first character of source_title"),
        "source_title_end": ("offset", "one past the last character of source_title"),
        "channel": (
            "text",
            "said to this outlet, statement, social media, press conference, document, other media, court or "
            "by spokesperson; missing if the text does not say",
        ),
        "first_hand": (
            "flag",
            "false where somebody else reports it: another paper, hearsay, the words of a source; missing where a "
            "paper is named that may be this one",
        ),
    },
    "times": {
        "type": ("text", "TIMEX3 type: DATE, TIME, DURATION or SET"),
        "value": ("text", "TIMEX3 value, missing where the words give none"),
        "earliest": ("text", "first moment it can mean, ISO 8601, missing if open"),
        "latest": ("text", "last moment it can mean, ISO 8601, missing if open"),
        "anchor": ("text", "what it was resolved against, missing if against nothing"),
        "anchor_start": ("offset", "first character of the anchor, if it is in the text"),
        "anchor_end": ("offset", "one past the last character of the anchor"),
    },
    "events": {
        "actors": ("several", "canonical names of who takes part"),
        "status": ("text", "happened, planned, possible, denied or reported"),
        "time": ("text", "id of the row of times that dates it"),
        "earliest": ("text", "first moment it can have been, ISO 8601"),
        "latest": ("text", "last moment it can have been, ISO 8601"),
        "inferred": ("flag", "true where no time dates it in so many words"),
        "rule": ("text", "the construction that linked it to its time"),
        "clause_start": ("offset", "first character of the clause that tells it"),
        "clause_end": ("offset", "one past the last character of that clause"),
        "told_again": ("several", "(start, end) of the other clauses that tell the same event"),
    },
    "consistency": {
        "evidence_start": ("offset", "first character of the place that contradicts it"),
        "evidence_end": ("offset", "one past the last character of that place"),
        "problem": ("text", "what does not go together, in one sentence"),
        "kind": ("text", "what was compared: count, sum, share, change, span, weekday, quotation, …"),
    },
    "quantities": {
        "value": ("number", "the number; of a range the lower end, of a share named in words the fraction"),
        "high": ("number", "the upper end of a range, the other side of a score"),
        "unit": ("text", "name in the singular: percentage, US dollar, kilometre; of a count the counted noun"),
        "approximate": ("text", "about, at least, more than, at most or less than; missing where told as exact"),
        "change": ("text", "rise, fall, from, to or by, where it is the size or an end of a change"),
        "of": ("text", "the words that are counted or measured"),
        "of_start": ("offset", "first character of of"),
        "of_end": ("offset", "one past the last character of of"),
        "per": ("text", "what a rate is per"),
        "whole": ("text", "the words for what it is a part of"),
        "time": ("text", "id of the row of times that it is told with"),
        "quote": ("text", "id of the quotation that it stands in"),
        "kind": ("text", "count, money, share, rate, age, score, measure, ordinal or multiple"),
    },
    "relations_checked": {
        "spans": ("several", "(start, end) of every place compared; the span is the first"),
        "kind": ("text", "sum, remaining, difference, share, change, span, age, anniversary, weekday, order, …"),
        "computation": ("text", "what was computed, in words and figures"),
        "verdict": ("text", "agrees, disagrees or not comparable"),
        "reason": ("text", "why it disagrees or cannot be compared; missing where it agrees"),
    },
    "tones": {
        "polarity": ("number", "TextBlob's polarity, -1 … 1, unchanged"),
        "subjectivity": ("number", "TextBlob's subjectivity, 0 … 1, unchanged"),
        "vader": ("number", "VADER's compound score, -1 … 1, unchanged"),
        "tone": ("number", "what human raters would have said on average, -1 … 1"),
        "low": ("number", "lower end of the 90 % interval of tone"),
        "high": ("number", "upper end of the 90 % interval of tone"),
        "agreement": ("number", "share of pairs of methods that agree on the sign, 0 … 1"),
        "words": ("several", "(words, push) of what makes up the tone, the last of them everything else"),
    },
    "actors": {
        "actor": ("text", "canonical name: the fullest form in the article without a title"),
        "kind": ("text", "person, government, place, organisation or group"),
        "how": ("text", "name, title, demonym, metonym, pronoun, description or joint"),
        "gender": ("text", "female, male or mixed, as the text refers to the person; missing if it does not"),
        "role": ("text", "the words that say who this is"),
        "role_start": ("offset", "first character of role"),
        "role_end": ("offset", "one past the last character of role"),
    },
    "themes": {
        "theme": ("text", "label: a noun phrase of the article, or what its title or first sentence tells, as a noun"),
        "weight": (
            "number",
            "how much the passage counts for it, 0 … 1; all of an article add up to 1, the theme with the largest "
            "sum is the main one",
        ),
        "words": ("several", "the phrases that carry the theme here"),
        "block": ("offset", "position in article.blocks of the passage"),
    },
    "key_phrases": {
        "phrase": ("text", "the phrase in its most frequent form"),
        "score": ("number", "relevance, best first, 0 … 1"),
        "count": ("offset", "number of mentions"),
        "mentions": ("several", "(start, end) of each mention"),
    },
    "findings": {
        "number": ("offset", "place in the order in which they should be read, from 1"),
        "finding": ("text", "one sentence"),
        "statement": ("text", "which kind of statement it is, of findings.STATEMENTS"),
        "page": ("text", "number of the notebook whose answer states it"),
        "method": ("text", "the function that found it"),
    },
    "in_short": {
        "role": (
            "text",
            "what happened, main figure, who says it, disputed, open or verdict; missing where it does not show",
        ),
        "score": ("number", "how likely it tells a fact that the rows before it do not; higher is better"),
    },
    "concordance": {
        "left": ("text", "the words before"),
        "match": ("text", "the words found"),
        "right": ("text", "the words after"),
        "block": ("offset", "position in article.blocks of the block it stands in"),
    },
}
BEST_FIRST = ("key_phrases", "in_short", "findings")  # tables in the order in which they should be read
COLUMNS["voices"] = {**COLUMNS["tones"], "voice": ("text", "speaker, 'unknown' or 'narrator'")}


def columns(name):
    """All columns of a table, in order: name -> (kind of value, what it holds)."""
    own = COLUMNS[name]
    if name == "key_phrases":  # one row a phrase: it has many places, so no place of its own
        return {"id": FIRST["id"], **own, **LAST}
    return {**FIRST, **own, **LAST}
