"""The pipeline says what the published one says."""

import numpy as np
import pytest
from spacy.pipeline import AttributeRuler
from spacy.vocab import Vocab

from helpers.language import as_published, for_an_article, model, pipeline
from helpers.language import in_context as words_in_context
from helpers.language.attributes import AttributeTable
from helpers.language.entities import EntitiesAtOnce
from helpers.language.in_context import in_context
from helpers.language.steps import ParserInSteps

# Forms that a pattern of several tokens, a regular expression or a dependency label decides.
ODD = """I ain't going to; y'all let's go. C'mon, there's nothin' we've got ta do, and she's gonna
say so.\n\n\tHe can't, won't and shan't  have it. It did that which I'd do. Do you? “That's it,” said I. 'Nuff."""
# Names that end with a sentence, that white space follows, that are one word or the whole text.
NAMES = """In the United States of America\n\nOn Friday, 4 March 2016 Anna Maria Berg of the Oslo University Hospital
paid more than 3.5 million euros. The European Union Agency for  Fundamental Rights? New York"""


def described(doc):
    return [
        (t.tag_, t.head.i, t.dep_, t.lemma_, t.ent_type_, t.ent_iob_, t.is_sent_start, t.pos_, str(t.morph))
        for t in doc
    ]


def test_every_token_is_as_published(default):
    published, ours = as_published(), pipeline()
    for text in (ODD, NAMES, default.text, "", " ", "\n", "Oslo", "New York"):
        for _ in range(2):  # as the table is filled, and from the filled table
            assert described(ours(text)) == described(published(text))


@pytest.mark.parametrize("token", [{"SHAPE": "Xxxx"}, {"LOWER": {"NOT_IN": ["a"]}}])
def test_a_rule_that_the_table_cannot_hold_is_refused(token):
    ruler = AttributeRuler(Vocab())
    ruler.add([[token]], {"POS": "NOUN"})
    with pytest.raises(ValueError, match="pattern"):
        AttributeTable(ruler)


def test_texts_parsed_together_are_as_published(default):
    texts = [*default.text.split("\n"), NAMES, ODD, "", " "]
    published, ours = as_published(), pipeline()
    assert [described(doc) for doc in ours.pipe(texts)] == [described(doc) for doc in published.pipe(texts)]
    assert [len(doc) for doc in ours.pipe(["", ""])] == [0, 0]


@pytest.mark.parametrize("kept", [12_000, 30, 3])  # words: all of a text, a few, fewer than a text has
def test_a_word_has_the_published_numbers_in_its_context(monkeypatch, kept):
    monkeypatch.setattr(words_in_context, "KEPT", kept)
    published = as_published().get_pipe("tok2vec").model
    ours = in_context(published)
    docs = [pipeline().make_doc(text) for text in ("", NAMES, "Oslo", ODD, "She said it.")]
    for some in (docs, docs[2:3], docs[::-1]):
        for one, other in zip(published.predict(some), ours.predict(some), strict=True):
            assert np.allclose(one, other, atol=1e-4)


def test_rare_words_are_forgotten_with_their_article(monkeypatch):
    monkeypatch.setattr(model, "KEPT", 0)
    known, told = len(pipeline().vocab.strings), []
    for _ in range(2):
        with for_an_article() as nlp:
            told.append(described(nlp("The Xyzzyplughs quorbled. Frobnitz had zzyzxed it.")))
        assert len(pipeline().vocab.strings) == known
    assert told[0] == told[1] == described(as_published()("The Xyzzyplughs quorbled. Frobnitz had zzyzxed it."))


@pytest.mark.parametrize(("name", "ours"), [("ner", EntitiesAtOnce), ("parser", ParserInSteps)])
def test_what_searches_with_a_beam_is_refused(name, ours):
    component = as_published().get_pipe(name)
    component.cfg["beam_width"] = 2
    with pytest.raises(ValueError, match="greedy"):
        ours(component)
