"""Whom a pronoun that names a source stands for: somebody outside the quotation."""

from ..coreference import mentions, mentions_in, persons, uncorrected
from ..language.grammar import NOUN_SUBJECTS
from .heard import Heard
from .parsed import AMOUNTS
from .role_words import ROLE_OF
from .source_types import INSTITUTIONS
from .together import Pairs, joined_names

SINGULAR = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
SPOKEN_OF = {"he": "male", "she": "female"}
BY = frozenset(("by", "from"))
NEAR = 3  # sentences within which he is still the same
LONGEST = 3  # words of a name that nothing else in the article has
FAR = 6  # sentences that a pronoun looks back
# name -> a text, and the speaker of its last row
EXAMPLES = {
    "outside the quotation": ("Ann Lee left. “Tom Roe knew what John Harker did,” she said.", "Ann Lee"),
    "a name that is not linked": ("“We go,” said Kit Lee, a judge. That is all for now, she said.", "Kit Lee"),
    "who issued a statement": ("A statement from Holm Ferries said the quay is shut.", "Holm Ferries"),
    "who wrote a letter": ("Ann Lee's letter said that the quay is shut.", "Ann Lee"),
    "of whom a report is": ("A survey of Holm Ferries found that the quay is shut.", None),
    "a body, not two people": ("Ann Lee and Tom Roe sued. Police denied the claim. “We were fair,” they said.", None),
}


class Speakers:
    """Resolves sources; knows the article and its parse, and gathers the people named outside marks once."""

    def __init__(self, article, parsed):
        self.article, self.parsed, self.text = article, parsed, article.text
        self.called = {
            one.names[0].split()[-1].lower(): one.names[0] for one in mentions(article) if one.kind == "person"
        }
        self.people = [
            one
            for one in mentions(article)
            if one.kind == "person" and 0 <= one.head < parsed.size and parsed.quote[one.head] < 0
        ]
        self.settled = {one.head for one in set(mentions(article)) - set(uncorrected(article))}  # by the researcher
        self.last = {}
        self.kinds = {one.names[0]: one.kind for one in mentions(article) if len(one.names) == 1}
        self.genders = {name: person.gender for name, person in persons(article).items()}
        self.heard = Heard(parsed, self.people, self.genders)
        self.pairs = Pairs(parsed, self.people)

    def headline(self, source):
        """The name that a headline begins with, before a colon: **Ann Lee** Slams Council: “You Are Wrong”."""
        parsed, (first, last) = self.parsed, source
        words = self.text[parsed.start[first] : parsed.end[last - 1]]
        name = max((name for name in self.called.values() if words.startswith(name + " ")), key=len, default="")
        beyond = first + len(name.split())
        return (first, beyond) if name and all(parsed.title[i] for i in range(beyond, last)) else source

    def names(self, source, parts, names, named_inside, rule, cue):
        """The names that a source stands for; a pronoun goes on with the voice before it (`heard`)."""
        first, gender = source[0], SPOKEN_OF.get(self.parsed.lower[source[0]])
        found = self._names(source, parts, names, named_inside, rule, self.parsed.lower[cue])
        start, end = self.parsed.start[first], self.parsed.end[source[1] - 1]
        found = found or self.pairs.names(first, self.text[start:end]) or self._issuer(source)
        if source[1] - first > 1:
            found = joined_names(self.article, start, end, found)
        self.pairs.note(found)
        if gender is None or source[1] - first != 1 or self.parsed.quote[first] >= 0 or not found:
            return found
        if first not in self.settled:
            found = self.heard.goes_on(first, min(first, parts[0][0]), cue, gender, found)
        self.last[gender] = first, found
        return found

    def _names(self, source, parts, names, named_inside, rule, cue):
        """The names a source stands for; a bare name that nothing else tells of stands for itself.

        A name that the cue is a word of is none: Lee **Said** Bread Is Cheap.

        Parameters
        ----------
        source : (int, int)
            Its tokens, the end exclusive.
        parts : tuple of (int, int)
            The content.
        names : list of str
            As coreference has them.
        named_inside : set of str
            Names that the content mentions.
        rule, cue : str
            The construction, and the cue's head.
        """
        parsed, (first, last) = self.parsed, source
        words = self.text[parsed.start[first] : parsed.end[last - 1]]
        proper = last - first <= LONGEST and all(
            parsed.pos[i] == "PROPN" and parsed.title[i] and parsed.entity[i] not in AMOUNTS for i in range(first, last)
        )
        if any(cue in name.lower().split() for name in names) and cue not in words.lower().split():
            return [self.called.get(words.lower(), words)] if proper else []
        if not names and proper and words.lower() in self.called:
            return [self.called[words.lower()]]
        if not names and (len(words) > 2 if rule == "turn" else proper):  # Q: and A: are no names
            return [words.title() if words.isupper() and rule == "turn" else words]
        if len(names) < 2 and (name := self._last(source, names)):
            return [name]
        word = parsed.lower[first]
        if not names and word in SINGULAR and last - first == 1 and parsed.quote[first] < 0:
            return self._alone(word, first, parts)
        if last - first != 1 or parsed.quote[first] >= 0 or not names:
            return names
        if word in SINGULAR:
            self.last[SINGULAR[word]] = first, names
        if (
            word in SINGULAR
            and set(names) & named_inside
            and any(parsed.quote[i] >= 0 for a, b in parts for i in (a, b - 1))
        ):
            before = min(first, parts[0][0])
            return self._before(before, SINGULAR[word], set(names)) or []
        if word == "they" and len(names) > 1 and self._body_between(first, names):
            return []
        return names

    def _issuer(self, source):
        """Whose a document is that says something: a statement from **Holm Ferries**; a letter sent by **Ann Lee**."""
        parsed, (first, last) = self.parsed, source
        head = next((i for i in range(first, last) if not first <= parsed.head[i] < last), first)
        if ROLE_OF.get(parsed.lemma[head]) != "document":
            return []
        sent = [kid for kid in parsed.kids[head] if parsed.dep[kid] == "acl" and parsed.tag[kid] == "VBN"]
        for kid in parsed.kids[head] + [one for verb in sent for one in parsed.kids[verb]]:
            inner = [one for one in parsed.kids[kid] if parsed.dep[one] == "pobj"] if parsed.lower[kid] in BY else ()
            for one in [kid] if parsed.dep[kid] == "poss" else inner:
                place = parsed.start[parsed.left[one]], parsed.end[one]
                if one < last and parsed.pos[one] == "PROPN":
                    found = [m for m in mentions_in(self.article, *place) if m.head == one and m.kind != "place"]
                    return list(found[0].names) if found else []
        return []

    def _last(self, source, names):
        """The person whose name a source ends with, or what stands before a comma in it: owner **Ann Lee**, a nurse.

        Whoever is named before is not meant: Roe adviser **Ann Lee**; Oslo News' **Ann Lee**.
        """
        parsed, (first, last) = self.parsed, source
        end = next((i for i in range(first, last) if parsed.lower[i] == ","), last)
        begin = end
        while begin > first and parsed.pos[begin - 1] == "PROPN":
            begin -= 1
        if begin == end or (begin > first and parsed.pos[begin - 1] not in ("NOUN", "ADJ", "PART")):
            return None
        word = self.text[parsed.start[end - 1] : parsed.end[end - 1]].lower()
        if names and (word in names[0].lower().split() or (begin == first and self.kinds.get(names[0]) == "person")):
            return None
        return self.called.get(word)

    def _alone(self, word, token, parts):
        """Of a pronoun that coreference leaves alone: of whom the last one like it spoke, or the last subject.

        Nobody where a noun is the subject before it in its sentence: A teacher left a note in which **she** said so.
        """
        parsed, before = self.parsed, min(token, parts[0][0])
        last = self.last.get(SINGULAR[word])
        if any(
            parsed.pos[i] == "NOUN" and parsed.dep[i] in NOUN_SUBJECTS and parsed.quote[i] < 0
            for i in range(parsed.first[parsed.sentence[token]], token)
            if not any(a <= i < b for a, b in parts)
        ):
            return []
        if last and 0 <= parsed.sentence[token] - parsed.sentence[last[0]] <= NEAR:
            names = last[1]
        else:
            names = self._before(before, SINGULAR[word], set(), subjects=True)
        self.last[SINGULAR[word]] = token, names
        return names

    def _before(self, token, gender, inside, *, subjects=False):
        """The last person named outside marks before a token: the subject of that sentence first, or nobody else."""
        parsed, sentence = self.parsed, self.parsed.sentence[token]
        near = [
            one
            for one in self.people
            if one.head < token
            and sentence - parsed.sentence[one.head] <= FAR
            and len(one.names) == 1
            and (one.how in ("name", "title") or not inside & set(one.names))
        ]
        fit = [one for one in near if self.genders.get(one.names[0]) in (None, gender) or one.names[0] in inside]
        if not fit:
            return []
        last = parsed.sentence[fit[-1].head]
        own = [one for one in fit if parsed.sentence[one.head] == last]
        acting = [one for one in own if parsed.dep[one.head] in NOUN_SUBJECTS]
        if subjects and not acting:
            return []
        return list((acting or own[::-1])[0].names)

    def _body_between(self, token, names):
        """Whether a body is the subject of a sentence between the people that "they" was taken for and "they"."""
        parsed = self.parsed
        heads = [
            one.head for one in self.people if set(one.names) & set(names) and one.how != "pronoun" and one.head < token
        ]
        begin = heads[-1] + 1 if heads else 0
        return any(
            parsed.dep[i] in NOUN_SUBJECTS and (parsed.lemma[i] in INSTITUTIONS or parsed.entity[i] == "ORG")
            for i in range(begin, token)
            if parsed.quote[i] < 0
        )
