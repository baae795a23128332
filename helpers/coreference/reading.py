"""A text read from its beginning: who has been spoken of, and what each pronoun and noun phrase is linked to."""

from collections import Counter, defaultdict
from heapq import merge

from ..language import parse_columns, sentence_numbers
from ..language.grammar import NOUN_SUBJECTS
from .candidates import acting_above, by_role, by_sort, of_noun, of_pronoun
from .features import GENDERS, rows
from .known import Known, nouns_beside
from .phrases import noun_phrases, pronouns
from .speaking import quoted, speakers
from .words import SAYERS, gender_of, noun_class


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
        self.names = names = {mention.head: mention.names for mention in singles if mention.how in ("name", "title")}
        said = speakers(doc, self.columns, self.quoted)
        self.says, self.within = defaultdict(set), defaultdict(set)
        for number, subject in said.items():
            self.says[subject].add(number)
        for mention in singles:  # whom each quotation names
            if self.quoted[mention.head] % 2 and mention.how in ("name", "title"):
                self.within[self.quoted[mention.head]].add(mention.names)
        self.sayer = None  # who said something last
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
            one.last_word = mention.names[0].split(" of ")[0].split()[-1].lower()
            if one.kind != "person" and noun_class(one.last_word) != "thing":
                self._called(one, one.last_word)
        self.named[mention.names] = one
        self._seen(one, mention.head, mention.how)
        above = self.at.get(self.columns.head[mention.head])
        if self.columns.dep[mention.head] == "appos" and above is not None and not above.names:
            self._is_named(above, one)
        for noun in nouns_beside(self.doc, self.columns, mention):
            self._called(one, noun)

    def _called(self, one, noun):
        """The text says what somebody is; no party is **the nominee**."""
        if one.names and one.kind != "person" and noun_class(noun) == "person":
            return
        if noun not in one.nouns:
            one.nouns.add(noun)
            self.by_noun[noun].append(one)

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
            if not self.quoted[token] % 2:
                self.sayer = one
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
        above = acting_above(self, anaphor.head)
        near = of_pronoun(self, anaphor, above)
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
            self._called(same, anaphor.lemma)
            if not same.names and self.columns.dep[anaphor.head] == "appos":
                self.others[id(same)] = self.others.pop(id(same))
                same.places.append(anaphor)
                self._seen(same, anaphor.head, "description")
            return
        target = by_role(self, anaphor) or by_sort(self, anaphor)
        if target is None:
            near = of_noun(self, anaphor)
            target = self.decide(anaphor, rows(self, anaphor, near)) if near else None
        if target is not None:
            self._again(target, anaphor, "description")
            target.words |= anaphor.words if not target.names else set()
            if not target.names:
                self._called(target, anaphor.lemma)
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

    def gender(self, one):
        """What the text has said so far of he or she."""
        return self.genders.get(one.names[0]) if one.names else one.gender
