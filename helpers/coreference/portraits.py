"""What an article says about a person beside the name: he or she, and the words that say who this is.

Both are read from the text alone. No first name decides anything: a gender comes from a title, from a
noun that says it ("actress", "his wife"), or from the pronouns that were linked to the name.
"""

from collections import Counter
from dataclasses import dataclass

from ..language import parse_columns
from ..language.grammar import NOUN_SUBJECTS
from .speaking import quoted
from .words import TITLES, gender_of, noun_class

COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss sir dame dr dr. madam".split())
OFFICES = frozenset("head host star chair fellow model voice".split())  # of persons too
LONGEST_ROLE = 25  # tokens

# what it shows -> (a text, the actor, gender, role)
EXAMPLES = {
    "title": ("Mrs Berg left.", "Berg", "female", None),
    "pronoun": ("Kim Berg left, and he was glad.", "Kim Berg", "male", None),
    "apposition": ("Kim Berg, the head of Oslo Water, left.", "Kim Berg", None, "the head of Oslo Water"),
    "noun before": ("Norwegian actress Kim Berg left.", "Kim Berg", "female", "Norwegian actress"),
    "kinship": ("Tom Reed and his wife, Kim Reed, left.", "Kim Reed", "female", "his wife"),
    "copula": ("Kim Berg is the mayor of Oslo.", "Kim Berg", None, "the mayor of Oslo"),
    "first name alone": ("Anna Berg left.", "Anna Berg", None, None),
}


@dataclass(frozen=True)
class Person:
    """What the text says of an actor: gender (female, male, mixed or None), and the words of the role, or None."""

    gender: str | None = None
    role_start: int | None = None
    role_end: int | None = None


def described(doc, mentions):
    """What the article says of its actors beside their names.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    mentions : list of Mention
        In the order of the text.

    Returns
    -------
    dict of str to Person
        Canonical name to what is said; names of which nothing is said are left out.
    """
    said, linked, roles, before = {}, {}, {}, None
    marks = quoted(parse_columns(doc).text)
    for mention in mentions:
        if len(mention.names) != 1 or mention.head < 0:
            continue
        name = mention.names[0]
        if mention.how == "pronoun" and mention.kind == "person":
            gender = GENDER_OF_PRONOUNS.get(doc[mention.head].lower_)
            if gender:  # one pronoun alone tells only if nobody else was spoken of in between
                linked.setdefault(name, Counter())[gender] += 2 if before == name else 1
        before = name if mention.kind == "person" else before
        if mention.kind not in ("person", "organisation") or mention.how not in ("name", "title", "description"):
            continue
        nouns, words = _nouns(doc, doc[mention.head], _first(doc, mention)), None
        if mention.kind == "person":
            told = {gender for noun in nouns if (gender := gender_of(noun.lower_))}
            if len(told) == 1:
                said.setdefault(name, Counter())[told.pop()] += 1
        if mention.how != "description" and len(roles.get(name, ())) < 3:
            words = _role(doc, mention, marks)
        if words:
            roles.setdefault(name, []).append(words)
    found = {}
    for name in {*said, *linked, *roles}:
        gender = _most(said.get(name)) or _most(linked.get(name), least=2)
        # The fullest of the first ways to say who this is.
        start, end = max(roles.get(name, [(None, None)]), key=lambda place: (place[1] or 0) - (place[0] or 0))
        found[name] = Person(gender, start, end)
    return found


def spoken_genders(doc, rows):
    """What nouns beside names say: name -> female or male ("his wife, Sarah Reed").

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `names.name_spans`.
    """
    said = {}
    for span, kind, _, name in rows:
        if kind == "person" and " " in name:
            told = {gender for noun in _nouns(doc, span.root, span.start) if (gender := gender_of(noun.lower_))}
            if len(told) == 1:
                said.setdefault(name, Counter())[told.pop()] += 1
    return {name: gender for name, counts in said.items() if (gender := _most(counts))}


def genders_behind(doc, rows):
    """What the first pronouns behind full names say, if no other person stands between: for namesakes alone.

    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> text = "Ann Reed shapes the part that her husband plays for Tom Reed. Mrs Reed left. Mr Reed stayed."
    >>> [mention.names for mention in mentions(from_text(text)) if mention.how == "title"]
    [('Ann Reed',), ('Tom Reed',)]
    """
    persons = {span.start: name for span, kind, _, name in rows if kind == "person"}
    said = {}
    for span, kind, _, name in rows:
        if kind != "person" or " " not in name or span.root.dep_ not in (*NOUN_SUBJECTS, "compound", "poss"):
            continue
        for token in doc[span.end : span.sent.end]:
            if token.i in persons or token.is_quote:
                break
            if gender := GENDER_OF_PRONOUNS.get(token.lower_):
                if token.tag_ != "PRP$" and token.dep_ not in NOUN_SUBJECTS:
                    break  # "Tom Reed sailed with her"
                said.setdefault(name, Counter())[gender] += 1
                break
    return {name: gender for name, counts in said.items() if (gender := _most(counts))}


GENDER_OF_PRONOUNS = dict.fromkeys(("he", "him", "his", "himself"), "male") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)


def _most(counts, least=1):
    """What two thirds of the places say, if they weigh enough."""
    if not counts or counts.total() < least:
        return None
    ((gender, most),) = counts.most_common(1)
    return gender if 3 * most >= 2 * counts.total() else None


def _nouns(doc, head, first):
    """The nouns that say who a name is: its titles, what stands before it, its apposition, its complement."""
    found = [token for token in head.lefts if token.dep_ in ("compound", "nmod", "amod")] + [head]
    found += [doc[i] for i in range(first, head.i)]  # a title may hang elsewhere
    return found + [noun for noun, _ in _complements(head)]


def _first(doc, mention):
    """The number of a mention's first token."""
    i = mention.head
    while i and doc[i - 1].idx >= mention.start:
        i -= 1
    return i


def _complements(head):
    """(noun, whether it stands after the name) of what the text says that a name is."""
    found = [(token, True) for token in head.rights if token.dep_ == "appos"]
    if head.dep_ == "appos":
        found.append((head.head, False))
    if head.dep_ in NOUN_SUBJECTS and head.head.lemma_ in ("be", "become", "remain"):
        found += [(token, True) for token in head.head.rights if token.dep_ == "attr"]
    return [
        (noun, after)
        for noun, after in found
        if noun.pos_ == "NOUN" and not noun.ent_type_.startswith(("DATE", "CARDINAL"))
    ]


def _role(doc, mention, marks):
    """(start, end) of the words that say who this is, or None; in a quotation only titles do.

    >>> from helpers.article import from_text
    >>> from helpers.coreference import persons
    >>> text = "Sen. Kim Berg left. “Berg is the best singer of Norway,” Tom Reed said."
    >>> article = from_text(text)
    >>> article.text[slice(*[getattr(persons(article)["Kim Berg"], part) for part in ("role_start", "role_end")])]
    'Sen.'
    """
    head = doc[mention.head]
    nouns = [] if marks[head.i] % 2 else _complements(head)
    places = [_phrase(noun, head, after) for noun, after in nouns if _says_who(noun, mention.kind)]
    if mention.kind == "person":
        places.append(_before(doc, mention, head))
    places = [place for place in places if place]
    return max(places, key=lambda place: place[1] - place[0]) if places else None


def _says_who(noun, kind):
    """Whether a noun can say who one is: the mayor, no **mayors**, no authority."""
    return (
        noun.tag_ == "NN"
        and noun.text[0].isalpha()
        and (noun_class(noun.lemma_.lower()) == kind or noun.lower_ in TITLES or noun.lower_ in OFFICES)
        and not any(t.dep_ == "neg" for t in noun.head.children)
    )


def _phrase(noun, name, after):
    """The words of a noun phrase without its relative clauses, and without the name itself."""
    tokens = [noun, *noun.lefts]
    first, last = noun.left_edge, noun
    for child in noun.rights:
        if (
            child.dep_ in ("prep", "poss")
            and child.i == last.i + 1
            and name.i not in range(child.i, child.right_edge.i + 1)
        ):
            last = child.right_edge
        elif child.i > last.i + 1 or child.dep_ not in ("prep", "poss"):
            break
    if not after and last.i >= name.i:
        last = noun
    # a clause or a bracket within ends it
    for token in noun.doc[first.i : last.i + 1]:
        if (token.text in (",", ";", "(", "—", "–", ":") and token.i > noun.i) or token.dep_ == "relcl":
            last = noun.doc[max(token.i - 1, noun.i)]
            break
    while last.i > noun.i and not last.text[-1].isalnum():
        last = last.nbor(-1)
    inside = noun.doc[first.i : last.i + 2]
    if inside[-1].is_quote and sum(token.is_quote for token in inside) % 2 == 0:  # the "comeback kid"
        last = inside[-1]
    if not 0 <= last.i - first.i < LONGEST_ROLE or first.i <= name.i <= last.i or not tokens:
        return None
    if "\n" in noun.doc[first.i : last.i + 1].text:
        return None
    return first.idx, last.idx + len(last)


def _ends_another(token):
    """Whether "and" stands behind somebody else's name: a race of Berg **and** Norwegian minister Tom Reed."""
    joins = token.text in ("and", "&") and not token.ent_type_ and token.i > 0  # "Health and Human Services" is one
    return joins and token.nbor(-1).ent_type_ in ("PERSON", "ORG")


def _before(doc, mention, head):
    """The words before a name that say who this is: "Norwegian actress Kim Berg", "House Speaker Berg".

    >>> from helpers.article import from_text
    >>> from helpers.coreference import persons
    >>> article = from_text("The party of House Speaker Kim Berg and former Secretary of State Tom Reed won.")
    >>> names = ("Kim Berg", "Tom Reed")
    >>> [article.text[one.role_start : one.role_end] for one in map(persons(article).get, names)]
    ['House Speaker', 'former Secretary of State']
    >>> article = from_text("In a race between Trump and Texas Sen. Ted Cruz, he would support Mr. Trump.")
    >>> article.text[slice(*[getattr(persons(article)["Ted Cruz"], part) for part in ("role_start", "role_end")])]
    'Texas Sen.'
    """
    last = _first(doc, mention)
    while last < head.i and doc[last].lower_ in TITLES:  # titles are in the mention
        last += 1
    end = last - 1
    while end >= 0 and doc[end].lower_ in COURTESY:
        end -= 1
    if end < 0 or (end != last - 1 and doc[end].lower_ not in TITLES and doc[end].pos_ != "NOUN"):
        return None
    word, first = doc[end], _office_of(doc, end)
    if first == end and word.lower_ not in TITLES:
        if word.tag_ not in ("NN", "NNP") or noun_class(word.lemma_.lower()) != "person":
            return None
        if word.dep_ not in ("compound", "nmod", "amod", "appos", "poss"):
            return None
    edge = min(head.left_edge.i, doc[first].left_edge.i)
    while (
        first > edge
        and not _ends_another(doc[first - 1])
        and (_modifies(doc[first - 1]) or doc[first - 1].text in ("-", "’s", "'s", "and", "of", "’", "'", "&"))
    ):
        first -= 1
    while (first < end and not doc[first].text[0].isalnum()) or doc[first].lower_ in NO_BEGINNING:
        first += 1
        if first > end:
            return None
    if end - first > LONGEST_ROLE or "\n" in doc[first : end + 1].text:
        return None
    return doc[first].idx, word.idx + len(word)


NO_BEGINNING = frozenset(("the", "a", "an", "and", "of", "'s", "’s"))
LONGEST_OFFICE = 6  # tokens


def _office_of(doc, end):
    """The first token of an office that ends here and has "of" in it, as "Secretary of State"; else the end itself."""
    i = end
    while i > max(end - LONGEST_OFFICE, 1) and doc[i].is_title and doc[i].lower_ not in TITLES:
        i -= 1
        if doc[i].lower_ == "of" and doc[i - 1].is_title and doc[i - 1].lower_ in TITLES:
            return i - 1
        if doc[i].lower_ in ("and", "the"):
            i -= 1
    return end


def _modifies(token):
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("PRP$", "DT", "VBN", "VBG")
