"""What a number is about: the noun that it counts or measures, and how it is told."""

import re

from . import changes
from .ages import is_age
from .units import TIME

APPROXIMATE = {
    "about": "about around some nearly almost roughly approximately circa estimated an_estimated close_to or_so "
    "averaged averaging approaching approximate average",
    "at least": "at_least no_fewer_than no_less_than a_minimum_of not_less_than",
    "more than": "more_than over above upwards_of north_of in_excess_of well_over just_over greater_than exceeding "
    "exceeded slightly_more_than topped",
    "at most": "at_most up_to as_many_as as_much_as no_more_than a_maximum_of not_more_than",
    "less than": "less_than fewer_than under below just_under short_of",
}
_APPROXIMATE = {words.replace("_", " "): sign for sign, many in APPROXIMATE.items() for words in many.split()}
_BEFORE = re.compile(
    r"\b("
    + "|".join(sorted(map(re.escape, _APPROXIMATE), key=len, reverse=True))
    + r")(?: (?:the|a|an|to|at|of|just|only))?[ ]?$",
    re.I,
)
_AFTER = re.compile(r"(?:\s+\w+)?\s+or\s+(so|more|less|fewer)\b|(\+)|-(plus|odd)\b| (plus)\b", re.I)
_LINKS = frozenset(("-", "–", "strong", "odd", "more", "such", "or", "so", "plus"))
PEOPLE = frozenset("people person persons".split())


def one_range(last, fact, text, joint):
    """Whether two numbers side by side are one range or score."""
    if last.unit and fact.unit and last.unit != fact.unit:
        return False
    if last.unit and not fact.unit and joint != "range":
        return False
    before = text[max(last.start - 12, 0) : last.start].lower()
    joint_text = text[last.end : fact.start]
    if joint_text == " to " and before.endswith("by "):
        return False
    if joint == "between":
        return bool(re.search(r"\bbetween (?:about |around |roughly )?$", before))
    if re.search(r"\bfrom (?:about |around |up to )?$", before) and joint_text == " to ":
        near = last.token.doc[max(last.token.i - 12, last.token.sent.start) : last.token.i]
        return not any(word.lemma_.lower() in changes.MOVES for word in near)
    if joint_text == " to " and not last.unit and not fact.unit and counted(fact) is None:
        return True
    if joint_text == " or ":
        return last.unit is None and (fact.unit is not None or counted(fact) is not None)
    return True


def scaled(last, fact, text):
    """The lower end of a range in the scale of the upper one: "1 to 2 thousand", "$3 to $5 billion"."""
    for word, scale in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)):
        if (
            text[slice(*fact.number)].lower().endswith(word)
            and word not in text[slice(*last.number)].lower()
            and last.value < scale
        ):
            if last.value * scale < fact.value:
                return last.value * scale
    return last.value


def is_score(fact, text, joint):
    """Whether two numbers joined by a dash are a score or a vote: **4-1**."""
    words = text[fact.start : fact.end]
    return bool(re.fullmatch(r"\d{1,3}[-–—]\d{1,3}", words)) and (fact.value >= fact.high or counted(fact) is None)


_ROUGHLY = frozenset("about around almost nearly roughly some".split())


def told_with(fact, other):
    """Whether a bare number leans on another one: "from 21 mpg **to 23**", "down 2 per cent, **by 1**"."""
    doc, first = fact.token.doc, fact.token.i
    span = doc.char_span(*fact.number, alignment_mode="expand")
    first_token = span[0] if span else fact.token
    if first_token.i and doc[first_token.i - 1].lower_ in _ROUGHLY:  # from four minutes to **about six**
        first_token = doc[first_token.i - 1]
    before = doc[first_token.i - 1].lower_ if first_token.i else ""
    after = doc[first + 1].lower_ if first + 1 < len(doc) else ""
    if other.start > fact.end:
        between = doc.text[fact.end : other.start] if len(doc.text) < 1 else fact.text[fact.end : other.start]
        return bool(re.fullmatch(r" of (?:the|its|his|their|about)? ?| (?:or|and|to) ", between))
    if before == "at" and other.unit in TIME:  # "ten years ago the herds were put **at 9,000**"
        return False
    return before in ("to", "from", "by", "and", "or", "at") and after not in ("-",)


def counted(fact):
    """The noun that a number counts, or None."""
    token = fact.token
    if fact.form in ("fraction",) or token.lower_ in ("half",):
        return None
    head = token.head
    steps = 0
    while head.i != token.i and head.pos_ == "NUM" and head.i > token.i and steps < 4:
        token, head, steps = head, head.head, steps + 1
    if (
        token.dep_ in ("nummod", "compound", "quantmod", "amod", "npadvmod", "det")
        and head.i > token.i
        and head.pos_ in ("NOUN", "PROPN", "ADJ")
    ):
        if fact.token.dep_ == "nummod" and head.i - token.i <= 8:
            head = _end_of_compound(head)
            return None if _tells_when(fact.token, head) else head
    noun = _noun_after(fact.token)
    return None if noun is not None and _tells_when(fact.token, noun) else noun


_WHEN = frozenset("last next this that each every yesterday today tomorrow tonight early late".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight".split())


def _tells_when(token, noun):
    """Whether a noun after a number says when, and is not counted: rose to 9,300 **last year**; to 90 **Monday**."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return noun.lower_ in _DAYS or (after in _WHEN and noun.lemma_.lower() in TIME | {"spring", "summer", "autumn"})


def _end_of_compound(noun):
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


_STOP = frozenset("of in to from at by on and or than per for with after before as".split())


def _noun_after(token):
    """The last noun of the run of adjectives and nouns right after a number."""
    found = None
    doc = token.doc
    end = token.sent.end
    for word in doc[token.i + 1 : min(token.i + 7, end)]:
        if word.pos_ in ("NOUN", "PROPN") or (word.text == "%"):
            found = word
        elif word.pos_ == "ADJ" or word.tag_ in ("VBN", "VBG", "CD", "POS") or word.text == "-":
            if found is not None and word.text != "-" and word.tag_ != "POS":
                break
            continue
        else:
            break
    return found


def _of_phrase(token):
    """The noun phrase of the "of" after a number: 60 per cent **of its revenue**.

    >>> from helpers.article import from_text
    >>> from helpers.quantities import find_quantities
    >>> find_quantities(from_text("Four of its nine coaches ran down a bank."))["unit"].tolist()
    ['coach', 'coach']
    >>> find_quantities(from_text("Seven of the city’s 44 nurses left."))["unit"].tolist()
    ['nurse', 'nurse']
    """
    doc, position = token.doc, token.i + 1
    if position < len(doc) and doc[position].lower_ == "of" and position + 1 < len(doc):
        for word in doc[position + 1 : min(position + 12, token.sent.end)]:
            if (
                word.pos_ in ("NOUN", "PROPN", "PRON")
                and word.tag_ != "PRP$"
                and (
                    word.i + 1 >= len(doc)
                    or not (doc[word.i + 1].pos_ in ("NOUN", "PROPN") or doc[word.i + 1].tag_ == "POS")
                )
            ):
                return doc[position + 1], word
            if word.is_punct:
                return None
    return None


def complete(fact, text, doc):
    """Give a fact its noun, `of`, `whole`, `approximate` and `change`."""
    before = text[max(fact.start - 30, 0) : fact.start]
    if found := _BEFORE.search(before):
        fact.approximate = _APPROXIMATE[found.group(1).lower()]
    elif found := _AFTER.match(text, fact.end):
        sign = next(filter(None, found.groups())).lower()
        fact.approximate = {"so": "about", "odd": "about", "less": "at most", "fewer": "at most"}.get(sign, "at least")
    last = doc.char_span(fact.start, fact.end, alignment_mode="expand")[-1]
    if fact.kind in ("count", "multiple", "ordinal") and not fact.unit:
        noun = fact.token.head if fact.kind == "ordinal" else counted(fact)
        phrase = _of_phrase(last)
        if noun is not None:
            fact.noun, part = noun, _hyphened(last, noun)
            fact.unit = part or ("person" if _is_people(noun) else noun.lemma_.lower())
            if part:
                fact.of = _whole_noun(noun, last.i + 3)
                return changes.changed(fact, text, doc, last)
            first = next((word for word in doc[last.i + 1 : noun.i] if word.lower_ not in _LINKS), noun)
            fact.of = (first.idx, _tail(noun))
        elif phrase:
            fact.noun = phrase[1]
            fact.unit = "person" if _is_people(phrase[1]) else phrase[1].lemma_.lower()
            fact.whole = text[phrase[0].idx : phrase[1].idx + len(phrase[1])]
            fact.of = (phrase[0].idx, phrase[1].idx + len(phrase[1]))
        elif is_age(fact, doc):
            fact.kind, fact.unit = "age", "year of age"
        return changes.changed(fact, text, doc, last)
    phrase = _of_phrase(last)
    if phrase and (fact.kind in ("share", "money") or fact.unit not in TIME):
        fact.of = (phrase[0].idx, phrase[1].idx + len(phrase[1]))
        fact.noun = phrase[1]
        if fact.kind == "share":
            fact.whole = text[slice(*fact.of)]
    else:
        noun = _measured(last, fact)
        if noun is not None:
            fact.noun, fact.of = noun, _whole_noun(noun, last.i + 1 if noun.i > last.i else 0)
            if fact.unit == "year" and noun.lemma_.lower() == "age":  # the mean age was 66 years
                fact.kind, fact.unit = "age", "year of age"
    return changes.changed(fact, text, doc, last)


def _is_people(noun):
    """Whether a noun means no more than persons: people, **Canadians**."""
    return noun.lower_ in PEOPLE or (noun.ent_type_ == "NORP" and noun.tag_ in ("NNPS", "NNP"))


def _hyphened(last, noun):
    """What a number has joined to it before the noun: a 60-**page** ruling, a 12-**member** jury; or None.

    >>> from helpers.article import from_text
    >>> from helpers.quantities import find_quantities
    >>> find_quantities(from_text("He wrote a 60-page ruling."))[["unit", "of"]].values.tolist()
    [['page', 'ruling']]
    """
    doc = last.doc
    if last.i + 3 > noun.i or doc[last.i + 1].text != "-" or doc[last.i + 1].whitespace_ or last.whitespace_:
        return None
    part = doc[last.i + 2]
    return part.lemma_.lower() if part.pos_ == "NOUN" and part.lower_ not in _LINKS else None


def _tail(noun):
    """The end of a counted noun with the "of" after it: 65 snaps **of man coverage**."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1:
            edge = next((word for word in child.children if word.dep_ == "pobj"), None)
            if edge is not None:
                return edge.idx + len(edge)
    return noun.idx + len(noun)


def _whole_noun(noun, first):
    """A noun with what stands before it, from a token on: a 5-year-old **Syrian boy**."""
    left = noun.i
    while (
        left > first
        and noun.doc[left - 1].dep_ in ("compound", "amod", "poss", "nmod", "det")
        and noun.doc[left - 1].head.i in range(left, noun.i + 1)
    ):
        left -= 1
    return noun.doc[left].idx, noun.idx + len(noun)


def _measured(last, fact):
    """The noun that a measure is of: a 25 per cent **tax**; the **speed** of 15 mph; **sales** rose 5 per cent."""
    doc = last.doc
    after = _noun_after(last)
    if (
        after is not None
        and after.i - last.i <= 4
        and (last.dep_ in ("nmod", "compound", "amod", "nummod", "npadvmod") or doc[last.i].head.i == after.i)
    ):
        return after
    token = last
    for _ in range(6):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("NOUN", "PROPN") and head.i < fact.token.i and token.dep_ in ("prep", "pobj", "appos", "acl"):
            return head
        if head.pos_ in ("VERB", "AUX"):
            subject = next((word for word in head.children if word.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                return subject
        token = head
    return None
