"""Who the persons are, in the words that stand right at their names."""

import re

from ..coreference import mentions
from ..language import parse
from ..tables import once_per_article

MOST = 4
NEAR = 0.4  # share of the mentions of whoever is mentioned most, that one of those described has at least
LONGEST = 14  # words of a description
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
ABBREVIATED = re.compile(r"\b[A-Z]{2,}\b")  # "QB Tom Holm", "FBI"
# "the company's chief executive": of which company stands elsewhere.
LEANING = re.compile(
    r"\b[Tt]he (?:\w+ )?[a-z]+[’']s\b|\b(?:the|both|two) (?:company|companies|organi[sz]ation|group|firm|team|club)\b"
)
TITLES = frozenset("gov. sen. rep. gen. lt. sgt. col. capt. prof. adm. maj.".split())
# Nouns that say what a person is or does.
ROLES = frozenset(
    "actor actress adviser advisor agent aide ambassador analyst anchor announcer architect artist assistant "
    "associate "
    "astronaut athlete attorney author banker biologist blogger boss broker businessman businesswoman candidate "
    "captain "
    "cardinal ceo chair chairman chairwoman champion chancellor chef chief chemist citizen cleric coach columnist "
    "comedian "
    "commander commissioner composer conductor congressman congresswoman consultant cook coordinator coroner "
    "councillor "
    "councilman counsel counselor creator critic curator dancer dean defender deputy designer detective developer "
    "dictator diplomat director doctor driver duke economist editor engineer entrepreneur executive expert farmer "
    "father "
    "fighter filmmaker firefighter forward founder fullback general geologist goalkeeper goaltender governor "
    "guard guitarist "
    "historian host husband instructor inspector investor investigator journalist judge justice king lawmaker "
    "lawyer leader "
    "lecturer legend librarian lieutenant magistrate maker master manager mayor mechanic midfielder minister "
    "model mogul mother "
    "musician neighbor neighbour neurologist nominee nurse nutritionist officer official operator organizer "
    "organiser "
    "owner painter partner pastor patriarch photographer physician physicist pianist pilot pitcher player "
    "playwright poet "
    "policeman politician pope premier president priest prime-minister prince princess principal producer professor "
    "programmer prosecutor psychiatrist psychologist publisher quarterback queen rapper receiver referee reporter "
    "representative researcher resident rookie runner sailor salesman scholar scientist screenwriter secretary "
    "senator "
    "sergeant sheriff singer soldier solicitor songwriter speaker specialist spokesman spokesperson spokeswoman star "
    "strategist striker student superintendent surgeon surveyor teacher technician tenor treasurer trainer "
    "trustee veteran "
    "veterinarian vice-president victim vocalist volunteer winger winner worker writer".split()
)


@once_per_article
def descriptions(article):
    """Where the words stand that say who a person is, and how often each person is mentioned: two dicts by name."""
    described, counts = {}, {}
    doc = parse(article)
    for mention in mentions(article):
        if len(mention.names) != 1 or mention.kind != "person":
            continue
        name = mention.names[0]
        counts[name] = counts.get(name, 0) + 1
        if mention.how not in ("name", "title"):
            continue
        if name in described or not is_name(name) or name.split()[-1] not in article.text[mention.start : mention.end]:
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        place = span is not None and (_behind(doc, span) or _before(doc, span, name) or _around(doc, span))
        if place:
            described[name] = (doc[place[0]].idx, doc[place[1] - 1].idx + len(doc[place[1] - 1]))
    return described, counts


def is_name(name):
    """Whether words are the full name of a person: two to four of them, no title, office or abbreviation among them.

    >>> is_name("Anna Berg"), is_name("Cloudant Founder"), is_name("QB Tom Holm"), is_name("Tom Holm - Berg")
    (True, False, False, False)
    """
    words = {word.lower() for word in name.split()}
    return bool(NAME.fullmatch(name)) and not words & ROLES and not ABBREVIATED.search(name)


def _is_role(token):
    return token.lower_ in ROLES or token.lower_.rpartition("-")[2] in ROLES or token.lower_ in TITLES


def _behind(doc, span):
    """ "Anna Berg, the harbour master of Holm, left": the tokens of what stands between the commas."""
    first = span.end + 1
    if first >= len(doc) or doc[span.end].text != ",":
        return None
    head = next((t for t in span.root.rights if t.dep_ == "appos" and t.i > span.end and _is_role(t)), None)
    if head is None or head.left_edge.i != first or head.ent_type_ == "PERSON":
        return None
    last = head.i + 1
    while last < len(doc) and not _ends(doc, last):
        if (
            doc[last].tag_ in ("WP", "WDT", "WP$", "WRB")
            or doc[last].is_quote
            or doc[last].pos_ in ("VERB", "AUX", "SCONJ")
        ):
            break
        last += 1
    if last < len(doc) and not _ends(doc, last) and doc[last].tag_ not in ("WP", "WDT", "WP$"):
        return None  # "According to Berg, the master of the harbour left": no comma closes it
    if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].lower_ in ("and", "or"):
        return None  # "Rice, the vice president, and others": one more of a list
    while doc[last - 1].pos_ in ("ADP", "CCONJ", "DET", "PUNCT", "PART", "ADV", "SPACE"):
        last -= 1
    return _clean(doc, first, last, head, others=True)


def _ends(doc, number):
    """Whether a token ends a description: a comma, a full stop, a dash that is no hyphen."""
    text = doc[number].text
    return text in (",", ".", ";", ":", "—", "–", "(", ")", "?", "!") or (
        text == "-" and bool(doc[number - 1].whitespace_)
    )


def _before(doc, span, name):
    """ "harbour master Anna Berg left", "Virginia Gov. Anna Berg": the tokens right before the name."""
    own = name.split()[0]
    begin = next((t.i for t in span if t.text == own), span.start)
    if begin == 0 or not _is_role(doc[begin - 1]):
        return None
    first = begin - 1
    while first > 0:
        token = doc[first - 1]
        in_phrase = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in ("'s", "’s", "and", "&")
        in_phrase = in_phrase or (token.text == "-" and not doc[first - 2].whitespace_)
        if not in_phrase or token.sent.start != doc[begin].sent.start or token.is_space or token.tag_ == "JJS":
            break
        if token.text == "and" and not _is_role(doc[first - 2]):
            break
        if token.ent_type_ == "PERSON":
            return None
        if doc[begin - 1].lower_ in TITLES and token.pos_ != "PROPN" and not _is_role(token):
            break  # "in the highest esteem Sen. Berg"
        first -= 1
    while doc[first].text in ("'s", "’s", "and", "&", "-") or doc[first].pos_ == "ADP":
        first += 1
    if doc[first].pos_ == "NOUN" and doc[first + 1].text in ("'s", "’s"):
        return None  # "the company's first chief" leans on the company
    if first > 0 and (doc[first - 1].text in ("-", "&", "/") or doc[first - 1].tag_ in ("PRP$",)):
        return None
    last = begin
    while doc[last - 1].lower_ in TITLES and last - 1 > first and _is_role(doc[last - 2]):
        last -= 1  # "presidential candidate Sen."
    return _clean(doc, first, last, doc[last - 1]) if first < last else None


def _around(doc, span):
    """ "The harbour master, Anna Berg, left": the phrase that the name explains."""
    root = span.root
    head = root.head
    if root.dep_ != "appos" or not _is_role(head) or head.i > span.start or doc[span.start - 1].text != ",":
        return None
    return _clean(doc, head.left_edge.i, span.start - 1, head) if head.i == span.start - 2 else None


def _clean(doc, first, last, head, others=False):
    """The tokens, if they are few, name nobody else (unless `others`) and lean on nothing before them."""
    words = doc[first:last]
    text = words.text
    if not first <= head.i < last or len(words) > LONGEST or "\n" in text:
        return None
    if not others and any(t.ent_type_ == "PERSON" for t in words):
        return None
    if any(t.tag_ in ("PRP", "PRP$") or t.is_quote or t.lower_ in ("this", "that", "whose") for t in words):
        return None
    if sum(t.pos_ != "DET" for t in words) < 2 or LEANING.search(text):
        return None  # "a coach" says too little
    return first, last
