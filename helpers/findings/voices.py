"""Who is heard, and who is not: said only where the article's own words make it sure."""

import re
from collections import Counter

from ..article.sections import prose_only
from ..language import parse, sentences
from ..language.grammar import NOUN_SUBJECTS
from ..quotes.summary import attributions
from ..wording import join
from .finding import Finding, in_marks
from .in_short import in_short
from .leaning import leans
from .salience import marks_paired
from .standing import are_known
from .who import LEANING, descriptions, is_name, is_title

FEW = 5
LONGEST = 45  # words of a sentence that is quoted
LEAST_WORDS = 4  # of a passage in marks, from which on it is no title and no single term
NEARLY_ALL = 0.9  # of the words in marks: so many have their speaker, where it is said who is quoted
ALL = 0.97  # and where it is said that nobody else is
QUOTED = 25  # words of one voice, from which on it matters that it is the only one
INTRODUCED = 14  # words at most that say who somebody is
LEADING = frozenset(
    "his her their its and or with as of fellow in at on from to by for".split()
)  # "his colleague", "of Holm": not who somebody is
ABBREVIATION = re.compile(r"\b(?:Sen|Rep|Gov|Lt|Col|Gen|Dr|Mr|Mrs|Sir|Dame|Lord|Lady)\.?$|^(?:[DR]|[A-Z]\.)-")
# What goes on behind the comma: "ships, boats and ferries", "Holm, Lund Cos."
GOES_ON = re.compile(r", (?:(?!an? |the )[\w’'-]+(?: [\w’'-]+)?,? and \w|[A-Z])")
CLAUSE = re.compile(r"\b(?:who|whose|which|that)\b")  # cut off at a comma as often as not
WHICH = re.compile(r"\b(?:of|at|for|in|with|from) the [a-z][a-z’' -]*$")  # "president of the association": of which?
MARKED = ("direct", "mixed")
MARKED_ROWS = ("direct", "mixed", "scare")
CLEAR = 1.5  # times the words of the second, from which on somebody is quoted most
MUCH = 60  # words of who is quoted most
VOICES = 3  # from which on it matters who is quoted most
SURE = 0.8  # calibrated confidence of an attribution, from which on it is stated
# Words that say that a name is kept back.
WITHHELD = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|(?:spoke|speak|speaking) anonymously|anonymous (?:source|official|aide)s?"
    r"|(?:asked|declined|refused|wanted) (?:not )?to be (?:named|identified)|(?:was|were)(?: not|n[’']t)"
    r" authori[sz]ed to (?:speak|discuss|comment|talk)|whose names? (?:is|are|was|were) (?:not|being)"
    r" (?:given|withheld|disclosed))\b",
    re.IGNORECASE,
)
NO_ANSWER = re.compile(
    r"\b(?:(?:declined|refused) (?:to (?:comment|be (?:named|identified)|discuss|answer|say|speak"
    r"|elaborate"
    r"|respond)|comment\b|repeated requests)"
    r"|(?:did not|didn[’']t|has not|have not|had not) (?:immediately |yet )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?))"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)


TAKEN_BACK = re.compile(r",? (?:but|though|although|saying|instead)\b")


def introduced(article, tables):
    """“Quoted word for word: Anna Berg (“harbour master of Holm”) and Tom Holm (“a sailor”).”"""
    quotes, places, words = tables["quotes"], {}, Counter()
    for row in named(article, quotes, MARKED):
        if len(row.text.split()) >= LEAST_WORDS:
            places.setdefault(row.speaker, (int(row.start), int(row.end)))
            words[row.speaker] += len(row.text.split())
    places = {name: places[name] for name, _ in words.most_common()}  # who says most comes first
    who = {name: words for name in places if (words := introduction(article, quotes, name))}
    if len(who) < max(2, len(places) / 2):
        return []  # names alone say nothing to who does not know them
    names = list(who)[:FEW]
    every = len(names) == len(places) and assigned(quotes, set(places)) >= NEARLY_ALL
    told = join(f"{name} ({in_marks(who[name])})" for name in names)
    opening = "Quoted word for word" if every else "Among those quoted word for word"
    return [Finding("own words", f"{opening}: {told}.", "quotes.find_quotes", *places[names[0]])]


def introduction(article, quotes, name):
    """The words by which an article says who somebody is: at the name, or in the source of an attribution; or None."""
    place = descriptions(article)[0].get(name)
    if place:
        return article.text[slice(*place)] if _is_whole(article, *place) else None
    for source in quotes.loc[quotes["speaker"] == name, "source"].dropna():
        before, whole, behind = source.partition(name)
        for words in (behind.strip(" ,"), before.strip(" ,")):
            if (
                whole
                and 2 <= len(words.split()) <= INTRODUCED
                and not LEANING.search(words)
                and "(" not in words
                and is_introduction(words)
            ):
                return words
    return None


def _is_whole(article, start, end):
    """Whether an introduction is all of one: not "time champion" of a five-time one, nor the first of a list.

    >>> from helpers.article import from_text
    >>> article = from_text("Anna Berg, head of Holm ships, boats and ferries, left.")
    >>> _is_whole(article, 11, 29), _is_whole(article, 11, 24)
    (False, True)
    """
    before = parse(article).char_span(max(0, start - 2), start, alignment_mode="expand")
    counted = before is not None and any(token.pos_ == "NUM" or token.text == "-" for token in before)
    return not counted and not GOES_ON.match(article.text, end) and is_introduction(article.text[start:end])


def is_introduction(words):
    """Whether words say who somebody is, and do not lean: no "his colleague", no "The Post's", no bare "Sen.".

    >>> [is_introduction(words) for words in ("the harbour master of Holm", "his colleague", "The Post's", "'s not so")]
    [True, False, False, False]
    >>> [is_introduction(words) for words in ("a sailor", "front-runner", "president of the lawyers association")]
    [True, False, False]
    """
    if len(words.split()) < 2 or WHICH.search(words) or "''" in words:
        return False
    leaning = (
        words.split()[0].lower() in LEADING or CLAUSE.search(words) or re.search(r"^['’]|['’]s$|[<>=@]| [-–—] ", words)
    )
    return not leaning and not ABBREVIATION.search(words) and marks_paired(words)


def alone(article, tables):
    """“Nobody but Anna Berg (“harbour master of Holm”) is quoted word for word.”"""
    quotes = tables["quotes"]
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(MARKED) & rows["speaker"].notna()]
    names = set(rows["speaker"])
    sure = [row for row in named(article, quotes, MARKED) if row.speaker in names]
    if len(names) != 1 or not sure or assigned(quotes, names) < ALL:
        return []
    if rows["text"].str.split().str.len().sum() < QUOTED or sure[0].speaker.split()[-1] in (article.title or ""):
        return []  # “Berg: The bridge is old”: the title has said so
    words = introduction(article, quotes, sure[0].speaker)
    who = f"{sure[0].speaker} ({in_marks(words)})" if words else sure[0].speaker
    sentence = f"Nobody but {who} is quoted word for word."
    return [Finding("alone", sentence, "quotes.find_quotes", int(sure[0].start), int(sure[0].end))]


def assigned(quotes, names):
    """Share of the words of passages in marks that are these persons', 0 … 1.

    Parameters
    ----------
    quotes : pandas.DataFrame
    names : set of str
    """
    rows = attributions(quotes).set_index("id")
    told = whole = 0
    for row in quotes[quotes["kind"].isin(MARKED_ROWS)].itertuples(index=False):
        words = sum(b - a for a, b in row.marked) if row.kind == "mixed" else row.end - row.start
        if len(row.text.split()) >= LEAST_WORDS:
            whole += words
            told += words if row.kind != "scare" and rows["speaker"].get(row.id) in names else 0
    return told / whole if whole else 0.0


def named(article, quotes, kinds):
    """Sure rows of one person whose name stands in the source's own words, so that no pronoun had to be resolved.

    Where two persons share a surname ("Liz Cheney", "Dick Cheney"), the source has to have the whole name.
    """
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(kinds) & (rows["source_type"] == "named person") & (rows["confidence"] >= SURE)]
    rows = rows[rows["speaker"].notna() & rows["source"].notna()]
    found = []
    for row in rows.itertuples(index=False):
        if ";" in row.speaker or not is_name(row.speaker):
            continue
        first, last = row.speaker.split()[0], row.speaker.split()[-1]
        others = {word for word in _before_name(article, last) if not is_title(word)} - {first, row.speaker.split()[-2]}
        if (row.speaker if others else last) in row.source:
            found.append(row)
    return found


def _before_name(article, last):
    """The words right before a surname that may be first names: no "As" and no "When" at the beginning of a sentence.

    >>> from helpers.article import from_text
    >>> sorted(_before_name(from_text("As Holm left, Anna Holm met Tom Holm. When Holm came, it rained."), "Holm"))
    ['Anna', 'Tom']
    """
    doc, pattern = parse(article), re.compile(rf"\b([A-Z][\w.’'-]+) {re.escape(last)}\b")
    spans = (doc.char_span(*match.span(1), alignment_mode="expand") for match in pattern.finditer(article.text))
    return {span.text for span in spans if span is not None and span[-1].pos_ in ("PROPN", "NOUN", "X")}


def no_answer(article, tables):
    """“Gave no answer: “The Port Authority declined to comment.””"""
    found = []
    story = prose_only(article, sentences(article))
    for start, text in zip(story["start"], story["text"], strict=True):
        match = NO_ANSWER.search(text)
        if match:
            clause = _clause(article, int(start) + match.start())
            if clause:
                found.append(clause)
    if not found:
        return []
    told = join(in_marks(article.text[a:b]) for a, b in found[:2])
    return [Finding("no answer", f"Gave no answer: {told}.", "findings.voices", *found[0])]


def _clause(article, position):
    """From the subject of the verb at a place to the end of what it governs; None where it has no subject.

    Nor where the sentence goes on: "Holm Ferries declined an interview, but a spokesman said that nothing changes".
    """
    doc = parse(article)
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    verb = span.root if span is not None else None
    while verb is not None and verb.dep_ in ("aux", "auxpass", "neg") and verb.head != verb:
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None) if verb else None
    if subject is None or subject.pos_ == "PRON":
        return None
    first, last = subject.left_edge, verb.right_edge
    clause = doc[first.i : last.i + 1]
    known = " ".join([article.title or "", *in_short(article)["text"]])
    if subject.pos_ == "PROPN" and first == subject and subject.text not in known:
        return None  # “Love did not respond”: who that is, stands elsewhere
    if leans(article, clause) or not are_known(article, clause) or TAKEN_BACK.match(doc.text, last.idx + len(last)):
        return None
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    return first.idx, last.idx + len(last)


def withheld(article, tables):
    """“A name is withheld: “Officials spoke on condition of anonymity”.”"""
    story, short = prose_only(article, sentences(article)), in_short(article)
    for start, end, text in zip(story["start"], story["end"], story["text"], strict=True):
        if (short["start"].lt(end) & short["end"].gt(start)).any():
            continue
        match = WITHHELD.search(text)
        span = parse(article).char_span(int(start), int(end), alignment_mode="expand")
        if (
            match
            and span is not None
            and len(text.split()) <= LONGEST
            and "\n" not in text
            and not leans(article, span)
        ):
            words = in_marks(text.strip().rstrip("."))
            return [Finding("withheld", f"A name is withheld: {words}.", "findings.voices", int(start), int(end))]
    return []


def most_quoted(article, tables):
    """“Quoted at greatest length: Anna Berg (“harbour master of Holm”).”"""
    quotes, words = tables["quotes"], {}
    rows = attributions(quotes)
    rows = rows[rows["kind"].isin(MARKED) & rows["speaker"].notna() & rows["confidence"].ge(SURE)]
    for row in rows.itertuples(index=False):
        spans = row.marked if row.kind == "mixed" else ((row.start, row.end),)
        words[row.speaker] = words.get(row.speaker, 0) + sum(
            len(article.text[int(a) : int(b)].split()) for a, b in spans
        )
    ranked = sorted(words, key=lambda name: -words[name])
    sure = {row.speaker: row for row in reversed(named(article, quotes, MARKED))}
    if len(ranked) < VOICES or ranked[0] not in sure:
        return []
    share = assigned(quotes, set(words))
    nobodys = sum(words.values()) * (1 - share) / share if share else 0  # may all be those of the second
    if words[ranked[0]] < max(MUCH, CLEAR * (words[ranked[1]] + nobodys)):
        return []
    name, row = ranked[0], sure[ranked[0]]
    return [
        Finding(
            "most quoted", f"Quoted at greatest length: {name}.", "quotes.find_quotes", int(row.start), int(row.end)
        )
    ]
