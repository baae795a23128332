"""The model's attribute ruler and lemmatizer as tables, which say the same for an eighth of their time.

spaCy's ruler runs 179 patterns over each token. All but eight look at one token's form, tag and
dependency label, and few forms are named in them, so that what they say of a token is looked up
once for each combination; the eight are matched as they were.
"""

import re

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

_READ = {"LOWER", "TAG", "DEP", "IS_SPACE"}  # what the table may depend on
KEPT = 50_000  # words, of which what the tables say is kept
_SPACE, _OTHER = "\n", "\ue000"  # stand for all white space, and for all forms that no pattern names


class AttributeTable:
    """A component of the pipeline in place of `attribute_ruler`.

    Parameters
    ----------
    ruler : spacy.pipeline.AttributeRuler

    Raises
    ------
    ValueError
        If a pattern of one token reads more than its lower-case form, tag and dependency label.
    """

    def __init__(self, ruler):
        self._vocab, self._attrs, self._indices = ruler.vocab, ruler.attrs, ruler.indices
        self._one, self._several = (Matcher(ruler.vocab, validate=False) for _ in range(2))
        self._words, expressions, opening = set(), [], []
        for number, rule in enumerate(ruler.patterns):
            short = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            long = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            for matcher, patterns in ((self._one, short), (self._several, long)):
                if patterns:
                    matcher.add(str(number), patterns)
            for (token,) in short:
                words, expression = _named(token)
                self._words |= words
                expressions += expression
            opening += [pattern[0] for pattern in long]
        # Few texts have a word, or a label, with which a pattern of several tokens begins.
        self._begins = [_named({"LOWER": token["LOWER"]}) for token in opening if "LOWER" in token]
        self._labels = {ruler.vocab.strings[token["DEP"]] for token in opening if "LOWER" not in token}
        self._openings = set()
        self._expression = re.compile("|".join(expressions) or r"(?!)")
        self._forms, self._rules = {}, {}

    def __call__(self, doc):
        rows = doc.to_array([LOWER, IS_SPACE, TAG, DEP]).tolist()
        forms = [self._forms.get(lower) or self._form(lower, space) for lower, space, _, _ in rows]
        opens = any(lower in self._openings or dep in self._labels for lower, _, _, dep in rows)
        also = self._of_several(doc) if opens else {}
        values, others = np.zeros((len(doc), 2), dtype=np.uint64), []
        for place, (form, (_, _, tag, dep)) in enumerate(zip(forms, rows, strict=True)):
            rules = self._rules.get((form, tag, dep)) or self._looked_up(form, tag, dep)
            if place in also:
                rules = self._merged({*rules[0], *also[place]})
            _, values[place], rest = rules
            if rest:
                others.append((doc[place], rest))
        doc.from_array([POS, MORPH], values)
        for token, rest in others:
            for name, value in rest:
                setattr(token, name, value)
        return doc

    def _of_several(self, doc):
        """Token -> numbers of the rules of several tokens that are about it."""
        found = {}
        for name, start, end in self._several(doc, allow_missing=True):
            rule = int(self._vocab.strings[name])
            found.setdefault(range(start, end)[self._indices[rule]], set()).add(rule)
        return found

    def _form(self, lower, space):
        """The form that stands for a word in the table."""
        word = self._vocab.strings[lower]
        named = word in self._words or self._expression.search(word)
        form = _SPACE if space else word if named else _OTHER
        if len(self._forms) >= KEPT:
            self._forms.clear()
        self._forms[lower] = form
        if any(word in words or any(re.search(one, word) for one in some) for words, some in self._begins):
            self._openings.add(lower)
        return form

    def _looked_up(self, form, tag, dep):
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[form], spaces=[False], tags=[strings[tag]], heads=[0], deps=[strings[dep]])
        rules = self._merged({int(strings[name]) for name, _, _ in self._one(doc, allow_missing=True)})
        self._rules[form, tag, dep] = rules
        return rules

    def _merged(self, numbers):
        """(numbers, (part of speech, morphology), the rest): later rules go over earlier ones, as in the ruler."""
        attrs = {}
        for number in sorted(numbers):
            attrs |= self._attrs[number]
        first = attrs.pop(POS, 0), attrs.pop(MORPH, 0)
        return numbers, first, [(_SETTERS[name], value) for name, value in attrs.items()]


class LemmaTable:
    """A component of the pipeline in place of `lemmatizer`: asks it once for each form, part of speech and morphology.

    Parameters
    ----------
    lemmatizer : spacy.pipeline.Lemmatizer

    Raises
    ------
    ValueError
        If it goes by other than rules, or changes lemmas that are there.
    """

    def __init__(self, lemmatizer):
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise ValueError("The lemmatizer does not go by rules alone.")
        self._lemmatizer, self._strings, self._known = lemmatizer, lemmatizer.vocab.strings, {}
        words = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, known in list(words.items()):
            words[part_of_speech] = frozenset(known)  # a list of ten thousand words is searched from its front

    def __call__(self, doc):
        found = []
        for place, (lemma, *word) in enumerate(doc.to_array([LEMMA, ORTH, POS, MORPH]).tolist()):
            found.append(lemma or self._strings.add(self._known.get(tuple(word)) or self._looked_up(doc[place], word)))
        return doc.from_array([LEMMA], np.array(found, dtype=np.uint64))

    def _looked_up(self, token, word):
        if len(self._known) >= KEPT:
            self._known.clear()
            self._lemmatizer.cache.clear()
        lemma = self._known[tuple(word)] = self._lemmatizer.lemmatize(token)[0]
        return lemma


_SETTERS = {LEMMA: "lemma", TAG: "tag", DEP: "dep"}


def _named(token):
    """The forms that a pattern of one token names, and its regular expressions.

    >>> _named({"TAG": "IN", "LOWER": {"IN": ["that", "if"]}})[0] == {"that", "if"}
    True
    """
    if not set(token) <= _READ:
        raise ValueError(f"A pattern reads more than {sorted(_READ)}: {token}")
    lower = token.get("LOWER", {})
    if isinstance(lower, str):
        return {lower}, []
    if not set(lower) <= {"IN", "REGEX"}:
        raise ValueError(f"A pattern asks more of a form than IN and REGEX: {token}")
    return set(lower.get("IN", ())), [f"(?:{lower['REGEX']})"] if "REGEX" in lower else []
