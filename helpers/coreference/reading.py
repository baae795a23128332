"""A text read from its beginning: who has been spoken of, and whom a pronoun or a noun phrase may mean."""

from collections import Counter, defaultdict
from heapq import merge
from itertools import islice

from ..language import parse_columns, sentence_numbers
from ..language.grammar import NOUN_SUBJECTS
from .countries import NATIONS
from .features import GENDERS, rows
from .known import Known, nouns_beside
from .phrases import noun_phrases, pronouns
from .pronouns import ORGANS
from .speaking import quoted, speakers
from .words import SAYERS, gender_of, noun_class

REACH = {"he": 6, "she": 6, "they": 3, "it": 2}  # sentences that a pronoun may look back
CANDIDATES = 8  # that are weighed for one pronoun, those spoken of last
CLIMB, CLAUSES = 12, 3  # words up from a pronoun, and clauses, in which subjects are looked for
RELATIVES = frozenset(("who", "that", "which"))
BACK = 30  # actors that are looked through for those that fit a noun
PLAIN = frozenset(("new", "young", "late"))  # tell nobody apart
NEAR, FAR = 8, 20  # sentences within which another is near, and beyond which a noun no longer means one
NAMED, ALIKE = 8, 3  # actors with a name, and others of the same sort, that are weighed for one noun phrase


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
            self._called(same, anaphor.lemma)
            if not same.names and self.columns.dep[anaphor.head] == "appos":
                self.others[id(same)] = self.others.pop(id(same))
                same.places.append(anaphor)
                self._seen(same, anaphor.head, "description")
            return
        target = self._by_role(anaphor)
        if target is None:
            near = self._alike(anaphor)
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

    def _by_role(self, anaphor):
        """The one with a name whom the text has called by a noun: Sen. Kim Berg left. **The senator** was tired.

        None where another has been called so since, and where what stands beside the noun may tell another.
        """
        if anaphor.form != "thing" or anaphor.det not in ("the", "this") or anaphor.rest != "bare":
            return None
        if anaphor.kind not in ("person", "organisation") or not PLAIN.issuperset(anaphor.words):
            return None
        if any(token.dep_ == "appos" for token in self.doc[anaphor.head].rights):
            return None
        gender, told = gender_of(anaphor.lemma), self.by_noun.get(anaphor.lemma, ())
        told = [
            one for one in told if one.kind == anaphor.kind and self._gender(one) in (None, gender or self._gender(one))
        ]
        if not told:
            return None
        *others, one = sorted(dict.fromkeys(told), key=lambda one: one.last)
        here = self.sentence[anaphor.head]
        near = others and here - self.sentence[others[-1].last] <= NEAR
        return one if one.names and not near and here - self.sentence[one.last] <= FAR else None

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

        “**He** lost,” Reed said of another. “Reed lost,” **she** said. “No,” **she** said. “Reed lost.”
        """
        head, form = anaphor.head, anaphor.form
        if form not in GENDERS or not one.names:
            return False
        if self.quoted[head] % 2:
            return self.speaker.get(self.quoted[head]) == one.names
        return any(one.names in self.within[number] for number in self.says.get(head, ()))

    def _may_mean(self, form, one):
        """He and she are one person, of their own gender; it is none; they are not one person with a name."""
        if form in GENDERS:
            if one.kind != "person" or one.plural:
                return False
            return self._gender(one) in (None, GENDERS[form])
        if form == "it":
            return one.kind not in ("person", "group") and not one.plural
        return one.kind not in ("person", "place") if one.names else one.plural or one.kind != "thing"

    def _alike(self, anaphor):
        """Candidates of a noun phrase: those called by the noun, actors with a name, others of its sort."""
        if not anaphor.definite and (anaphor.det == "a" or not anaphor.plural):
            return []
        found, sort = list(dict.fromkeys(reversed(self.by_noun.get(anaphor.lemma, ())[-ALIKE:]))), anaphor.kind
        inside, gender = range(anaphor.first, anaphor.head), gender_of(anaphor.lemma)
        if anaphor.definite:
            fit = (one for one in islice(reversed(self.named.values()), BACK) if self._fits(one, anaphor))
            found += [one for one in islice(fit, NAMED) if one not in found]
            if sort in ("person", "organisation"):
                more = 0
                for one in reversed(self.others.values()):
                    if more == ALIKE or self.sentence[anaphor.head] - self.sentence[one.last] > 3:
                        break
                    if one.kind == sort and one.plural == anaphor.plural and one not in found:
                        found.append(one)
                        more += 1
        return [
            one
            for one in found
            if (one.names or one.last not in inside) and not (gender and self._gender(one) not in (None, gender))
        ]

    def _fits(self, one, anaphor):
        """Whether a name may be what a noun says: called so, or a place, but no town is **the country**."""
        if anaphor.det == "poss" and one.last in range(anaphor.first, anaphor.head):
            return False
        if anaphor.lemma in one.words:
            return True
        if anaphor.lemma in ("country", "nation") and one.names[0] not in NATIONS:
            return False
        return anaphor.lemma in one.nouns or (anaphor.kind == "place" and one.kind in ORGANS)

    def _gender(self, one):
        """What the text has said so far of he or she."""
        return self.genders.get(one.names[0]) if one.names else one.gender
