"""The model's entity recognizer, which reads all words outside names at once and gives the same names.

spaCy's recognizer walks over a text word by word, asking at each which of its 74 moves are allowed and
which is best. Outside a name its network sees nothing but the word itself, so that the best move of
every such word is found in one product of matrices; only the words inside names follow one another.
"""

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Span

from .tokens import batches

_SEEN = 3  # what the network sees: the word, the first word of the open name, the word before in that name


class EntitiesAtOnce:
    """A component of the pipeline in place of `ner`.

    Parameters
    ----------
    recognizer : spacy.pipeline.EntityRecognizer

    Raises
    ------
    ValueError
        If the recognizer is not the greedy one of three words, as in the published model.
    """

    def __init__(self, recognizer):
        model = recognizer.model
        self._words, self._seen, scores = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        if (
            recognizer.cfg["beam_width"] != 1
            or model.attrs["unseen_classes"]
            or not model.attrs["has_upper"]
            or self._seen.get_dim("nF") != _SEEN
        ):
            raise ValueError("The recognizer is not a greedy one that sees three words.")
        moves = [recognizer.moves.get_class_name(number).partition("-") for number in range(scores.get_dim("nO"))]
        # Where moves score alike, the first is taken, so their order stays.
        outside = [i for i, (move, _, label) in enumerate(moves) if (move in "BU" and label) or move == "O"]
        self._outside = [(moves[i][0], moves[i][2]) for i in outside]
        self._begins, self._leaves = (np.array([move == kind for move, _ in self._outside]) for kind in ("B", "O"))
        weights, bias = scores.get_param("W"), scores.get_param("b")
        self._scores = weights[outside].T.copy(), bias[outside]
        numbers = {(move, label): i for i, (move, _, label) in enumerate(moves)}
        within = {label: [numbers["I", label], numbers["L", label]] for move, label in self._outside if move == "B"}
        self._within = {label: (weights[pair], bias[pair]) for label, pair in within.items()}

    def __call__(self, doc):
        self._mark([doc])
        return doc

    def pipe(self, docs, *, batch_size):
        """The documents with their entities, in batches of its own."""
        for batch in batches(docs):
            self._mark(batch)
            yield from batch

    def _mark(self, docs):
        seen = self._seen.predict(self._words.predict(docs))  # row 0 stands for no word
        bias = self._seen.get_param("b")
        space = np.concatenate([doc.to_array(IS_SPACE) == 1 for doc in docs])
        last = np.concatenate([np.append(doc.to_array(SENT_START)[1:] == 1, True)[: len(doc)] for doc in docs])
        scores = self._hidden(seen[1:, 0] + seen[0, 1] + seen[0, 2] + bias) @ self._scores[0] + self._scores[1]
        scores[np.ix_(last, self._begins)] = -np.inf
        scores[np.ix_(space, ~self._leaves)] = -np.inf
        best, last, offset = scores.argmax(axis=1).tolist(), last.tolist(), 0

        def end_of(start, label):
            """Where a name ends that begins with the word `start` and goes on behind it."""
            weights, also = self._within[label]
            for at in range(start + 1, len(last)):
                if last[at]:
                    break
                hidden = self._hidden((seen[at + 1, 0] + seen[start + 1, 1] + seen[at, 2] + bias)[None])[0]
                goes_on, ends = weights @ hidden + also
                if ends > goes_on:
                    break
            return at + 1

        for doc in docs:
            spans, at, stop = [], offset, offset + len(doc)
            while at < stop:
                move, label = self._outside[best[at]]
                end = end_of(at, label) if move == "B" else at + 1
                if move != "O":
                    spans.append(Span(doc, at - offset, end - offset, label=label))
                at = end
            doc.set_ents(spans)
            offset = stop

    def _hidden(self, pieces):
        return self._seen.ops.maxout(pieces)[0]
