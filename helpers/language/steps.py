"""The model's parser, step by step with Python's lock held: the same parse in less than half of the time.

spaCy's parser gives the lock away for a whole batch, and then takes it and gives it back in most of its small
functions, many times a word. Called a step at a time, for all texts of a batch together, they find it held. The
network of each step is the published one, without what only learning needs.
"""

from types import SimpleNamespace

import numpy as np
from spacy.ml.parser_model import ParserStepModel

from .tokens import batches

ABREAST = 8  # texts that are parsed together; with fewer, spaCy's own loop is quicker


class ParserInSteps:
    """A component of the pipeline in place of `parser`.

    Parameters
    ----------
    parser : spacy.pipeline.DependencyParser

    Raises
    ------
    ValueError
        If the parser is not a greedy one, as in the published model.
    """

    def __init__(self, parser):
        if parser.cfg["beam_width"] != 1:
            raise ValueError("The parser is not a greedy one.")
        model = parser.model
        if model.attrs["unseen_classes"] or not model.attrs["has_upper"] or model.get_ref("lower").get_dim("nP") != 2:
            raise ValueError("The parser's network is not the published one.")
        self._parser = parser
        self._words, self._seen, self._scores = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        seen = self._seen.get_dim("nF")  # words that the network sees of a state, by number
        self._asked, self._which = SimpleNamespace(state2vec=SimpleNamespace(nF=seen)), np.arange(seen)

    def __call__(self, doc):
        return self._parser(doc)

    def pipe(self, docs, *, batch_size):
        """The documents with heads and labels, in batches of its own."""
        for batch in batches(docs):
            sizes = [len(doc) for doc in batch]
            abreast = sum(sizes) > ABREAST * max(sizes)
            states = self._in_steps(batch) if abreast else self._parser.predict(batch)
            self._parser.set_annotations(batch, states)
            yield from batch

    def _in_steps(self, docs):
        every = self._parser.moves.init_batch(docs)
        seen = self._seen.predict(self._words.predict(docs))  # row 0 stands for no word
        seen, bias = seen.reshape(*seen.shape[:2], -1), self._seen.get_param("b").ravel()
        weights, also = self._scores.get_param("W").T, self._scores.get_param("b")
        states = [state for state in every if not state.is_final()]
        while states:
            words = ParserStepModel.get_token_ids(self._asked, states)
            hidden = np.add.reduce(seen[words + 1, self._which], axis=1)
            hidden += bias
            scores = np.maximum(hidden[:, ::2], hidden[:, 1::2]) @ weights
            scores += also
            states = self._parser.transition_states(states, scores)
        return every
