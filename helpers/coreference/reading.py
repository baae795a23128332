"""A text read from its beginning: who has been spoken of, and whom a pronoun or a noun phrase may mean."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import merge

from ..language import parse_columns, sentence_numbers
from ..language.grammar import NOUN_SUBJECTS
from .features import GENDERS, rows
from .phrases import noun_phrases, pronouns
from .speaking import quoted, speakers
from .words import SAYERS, gender_of

REACH = {"he": 6, "she": 6, "they": 3, "it": 2}  # sentences that a pronoun may look back
CANDIDATES = 8  # that are weighed for one pronoun, those spoken of last
CLIMB, CLAUSES = 12, 3  # words up from a pronoun, and clauses, in which subjects are looked for
RELATIVES = frozenset(("who", "that", "which"))
NAMED, ALIKE = 8, 3  # actors with a name, and others of the same sort, that are weighed for one noun phrase


@dataclass(slots=True)
class Known:
    """One spoken of, as far as the text has come."""

    names: tuple  # empty for those without a name
    kind: str  # of a name its kind; of others person, people, organisation, place or thing
    plural: bool
    last: int  # token of the last mention
    dep: str
    how: str
    gender: str | None = None
    count: int = 1
    nouns: set = field(default_factory=set)  # by which the text has said what it is
    words: set = field(default_factory=set)  # of the name, or beside the noun
    places: list = field(default_factory=list)  # of one without a name: its Anaphors
    said: int = -9  # the last sentence in which it said something
    often: int = 1  # mentions by name in the whole text


class Reading:
    """A text as it is read from its beginning: who is known, and whom each anaphor may mean.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    mentions : list of Mention
        Names and what rules have linked, in the order of the text.
    genders : dict of str to str
        Canonical name to female or male, where the text says; what pronouns tell is added.
    taken : set of int
        Tokens that are mentions already.
    decide : callable
        Of an anaphor and its candidates, a list of (Known, features): the Known it means, or None.
    settled : bool
        Whether the first pronoun of a name tells its gender to those that follow; else all of them are only counted.
    """

    def __init__(self, doc, mentions, genders, taken, decide, settled=True):
        self.doc, self.genders, self.taken, self.decide = doc, genders, taken, decide
        self.columns, self.sentence = parse_columns(doc), sentence_numbers(doc)
        self.quoted = quoted(self.columns.text)
        self.named, self.others, self.by_noun = {}, {}, defaultdict(list)
        self.at = {}  # token -> the Known that it mentions
        self.found = []
        self.settled, self.pronouns = settled, defaultdict(Counter)  # of a name how many he, how many she
        often = Counter(mention.names for mention in mentions)
        singles = [mention for mention in mentions if len(mention.names) == 1 and mention.head >= 0]
        names = {mention.head: mention.names for mention in singles}
        said = speakers(doc, self.columns, self.quoted)
        self.says = {subject: number for number, subject in said.items()}
        self.speaker = {number: names[subject] for number, subject in said.items() if subject in names}
        events = merge(
            ((mention.head, 0, number, mention) for number, mention in enumerate(singles)),
            ((one.head, 1, number, one) for number, one in enumerate(pronouns(doc, taken))),
            ((one.head, 2, number, one) for number, one in enumerate(noun_phrases(doc, taken))),
        )
        for _, which, _, what in events:
            if which == 0:
                self._name(what, often[what.names])
            elif which == 1:
                self._pronoun(what)
            else:
                self._noun(what)

    def _name(self, mention, often):
        """A name: its actor is what was mentioned last."""
        one = self.named.pop(mention.names, None)
        if one is None:
            words = {word.lower() for word in mention.names[0].split()}
            one = Known(mention.names, mention.kind, False, mention.head, "", "", count=0, words=words, often=often)
        self.named[mention.names] = one
        self._seen(one, mention.head, mention.how)
        above = self.at.get(self.columns.head[mention.head])
        if self.columns.dep[mention.head] == "appos" and above is not None and not above.names:
            self._is_named(above, one)
        head = self.doc[mention.head]
        for token in (*head.lefts, *head.rights, head.head):
            if token.tag_ in ("NN", "NNS") and (
                token.dep_ in ("appos", "compound", "nmod", "attr") or head.dep_ == "appos"
            ):
                one.nouns.add(token.lemma_.lower())
        if self.columns.dep[mention.head] in NOUN_SUBJECTS and self.columns.lemma[head.head.i] == "be":
            one.nouns |= {token.lemma_.lower() for token in head.head.rights if token.dep_ == "attr"}

    def _is_named(self, other, one):
        """Somebody spoken of has a name: his wife, **Sarah Reed**."""
        self.others.pop(id(other), None)
        self.found = [(anaphor, one if known is other else known) for anaphor, known in self.found]
        self.at |= {place.head: one for place in other.places}
        for noun in other.nouns:
            self.by_noun[noun] = [one if known is other else known for known in self.by_noun[noun]]
        one.nouns |= other.nouns

    def _seen(self, one, token, how):
        columns, role = self.columns, token
        while columns.dep[role] == "appos":  # "the owner, Tom Roe, left": he is the one who left
            role = columns.head[role]
        one.last, one.dep, one.how = token, columns.dep[role], how
        one.count += 1
        if one.dep in NOUN_SUBJECTS and columns.lemma[columns.head[role]] in SAYERS:
            one.said = self.sentence[token]
        self.at[token] = one

    def _again(self, one, anaphor, how):
        """An anaphor that is linked: its entity is what was mentioned last."""
        self.found.append((anaphor, one))
        if one.names:
            self.named[one.names] = self.named.pop(one.names)
        else:
            self.others[id(one)] = self.others.pop(id(one))
            one.places.append(anaphor)
        self._seen(one, anaphor.head, how)

    def _pronoun(self, anaphor):
        above = self.above(anaphor.head)
        near = self._near(anaphor, above)
        target = self.decide(anaphor, rows(self, anaphor, near, above)) if near else None
        if target is None:
            return
        self._again(target, anaphor, "pronoun")
        gender = GENDERS.get(anaphor.form)
        if gender and target.kind == "person":
            if target.names:
                self.pronouns[target.names[0]][gender] += target is near[0]  # nobody else stands between
                if self.settled:
                    self.genders.setdefault(target.names[0], gender)
            target.gender = target.gender or gender

    def _noun(self, anaphor):
        same = self._told(anaphor)
        if same is not None:  # Kim Berg, **the mayor**
            same.nouns.add(anaphor.lemma)
            if not same.names and self.columns.dep[anaphor.head] == "appos":
                self.others[id(same)] = self.others.pop(id(same))
                same.places.append(anaphor)
                self._seen(same, anaphor.head, "description")
            return
        near = self._alike(anaphor)
        target = self.decide(anaphor, rows(self, anaphor, near)) if near else None
        if target is not None:
            self._again(target, anaphor, "description")
            target.words |= anaphor.words if not target.names else set()
            if not target.names and anaphor.lemma not in target.nouns:
                target.nouns.add(anaphor.lemma)
                self.by_noun[anaphor.lemma].append(target)
            return
        one = Known((), anaphor.kind, anaphor.plural, anaphor.head, "", "", count=0)
        one.gender = gender_of(anaphor.lemma)
        one.nouns, one.words, one.places = {anaphor.lemma}, set(anaphor.words), [anaphor]
        self.others[id(one)] = one
        self.by_noun[anaphor.lemma].append(one)
        self._seen(one, anaphor.head, "definite" if anaphor.definite else "indefinite")

    def _told(self, anaphor):
        """The Known that a noun is an apposition to, or is said to be, if there is one."""
        columns, above = self.columns, self.columns.head[anaphor.head]
        if columns.dep[anaphor.head] == "appos":
            return self.at.get(above)
        if columns.dep[anaphor.head] == "attr" and columns.lemma[above] in ("be", "become", "remain"):
            subject = next((t.i for t in self.doc[above].lefts if t.dep_ in NOUN_SUBJECTS), None)
            return self.at.get(subject)
        return None

    def _near(self, anaphor, above):
        """Candidates of a pronoun, what was spoken of last at the beginning."""
        form, here, found = anaphor.form, self.sentence[anaphor.head], []
        named, others = reversed(self.named.values()), reversed(self.others.values())
        for one in merge(named, others, key=lambda one: -one.last):
            if here - self.sentence[one.last] > REACH[form] or len(found) == CANDIDATES:
                break
            if (
                self._may_mean(form, one)
                and not self._acts_on(one, anaphor.head, above)
                and not self._in_own_words(one, anaphor)
            ):
                found.append(one)
        return found

    def above(self, token):
        """The subjects of the clauses that a token stands in, the nearest first: Known, or None."""
        columns, found, steps = self.columns, [], 0
        word = token
        while columns.head[word] != word and steps < CLIMB and len(found) < CLAUSES:
            under, word, steps = word, columns.head[word], steps + 1
            if columns.pos[word] not in ("VERB", "AUX"):
                continue
            for child in self.doc[word].lefts:
                if child.dep_ in NOUN_SUBJECTS and child.i != token:
                    subject = (
                        columns.head[word] if child.lower_ in RELATIVES and columns.dep[word] == "relcl" else child.i
                    )
                    if child.i != under:  # within its own subject nothing acts yet
                        found.append(self.at.get(subject))
                    break
        return found

    def _acts_on(self, one, pronoun, above):
        """Whether somebody is the subject of the verb whose object a pronoun is: Reed thanked **her**, not himself."""
        columns = self.columns
        if columns.dep[pronoun] not in ("dobj", "dative") or columns.lower[pronoun].endswith(("self", "selves")):
            return False
        return any(subject is one for subject in above[:1]) or (
            columns.dep[one.last] in NOUN_SUBJECTS and columns.head[one.last] == columns.head[pronoun]
        )

    def _in_own_words(self, one, anaphor):
        """Whether somebody would be he or she in their own quotation, or be the one who says what names them.

        “**He** lost,” Reed said of another. “Reed lost,” **she** said.
        """
        head, form = anaphor.head, anaphor.form
        if form not in GENDERS or not one.names:
            return False
        if self.quoted[head] % 2:
            return self.speaker.get(self.quoted[head]) == one.names
        return self.says.get(head) == self.quoted[one.last]

    def _may_mean(self, form, one):
        """He and she are one person, of their own gender; it is none; they are not one person with a name."""
        if form in GENDERS:
            if one.kind != "person" or one.plural:
                return False
            gender = self.genders.get(one.names[0]) if one.names else one.gender
            return gender in (None, GENDERS[form])
        if form == "it":
            return one.kind not in ("person", "group") and not one.plural
        return one.kind not in ("person", "place") if one.names else one.plural or one.kind != "thing"

    def _alike(self, anaphor):
        """Candidates of a noun phrase: those called by the noun, actors with a name, others of its sort."""
        if not anaphor.definite and (anaphor.det == "a" or not anaphor.plural):
            return []
        found, sort = list(reversed(self.by_noun.get(anaphor.lemma, ())[-ALIKE:])), anaphor.kind
        inside = range(anaphor.first, anaphor.head)
        if anaphor.definite:
            named = 0
            for one in reversed(self.named.values()):
                if named == NAMED:
                    break
                if one.last not in inside or anaphor.det != "poss":
                    found.append(one)
                    named += 1
            if sort in ("person", "organisation"):
                more = 0
                for one in reversed(self.others.values()):
                    if more == ALIKE or self.sentence[anaphor.head] - self.sentence[one.last] > 3:
                        break
                    if one.kind == sort and one.plural == anaphor.plural and one not in found:
                        found.append(one)
                        more += 1
        return [one for one in found if one.last not in inside or one.names]
