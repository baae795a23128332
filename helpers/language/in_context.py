"""The model's words in their context (tok2vec), in less than half of the time: the same numbers to the last bit.

What a word is before its neighbours are looked at depends on its form and the space behind it alone, and
most words come again and again: it is kept. The layers over it are the published ones in fewer steps.
"""

import numpy as np
from numpy.lib.stride_tricks import as_strided
from thinc.api import Model

KEPT = 12_000  # words, each of a few hundred numbers
FEW = 16  # rows below which OpenBLAS adds up in another order: a word's numbers must not depend on what is new with it


def in_context(model):
    """A published model of words in their context as one layer.

    Parameters
    ----------
    model : thinc.model.Model
        spaCy's `MultiHashEmbed` under `MaxoutWindowEncoder`.

    Returns
    -------
    thinc.model.Model
        From documents to an array of each.
    """
    encoder = _Encoder(model)
    return Model("words_in_context", lambda _, docs, is_train: (encoder(docs), None), dims={"nO": encoder.wide})


class _Encoder:
    def __init__(self, model):
        named = {}
        for node in model.walk():
            named.setdefault(node.name, []).append(node)
        self._features = named["extract_features"][0].attrs["columns"]
        self._tables = named["hashembed"]
        self._mix, *self._layers = map(_weights, named["maxout"], named["layernorm"])
        self.wide, self._apart = model.get_dim("nO"), model.get_ref("encode").attrs["pad"]
        windows = {node.attrs["window_size"] for node in named["expand_window"]}
        if windows != {1} or len(named["expand_window"]) != len(self._layers):
            raise ValueError("The model does not look at one neighbour on each side in each layer.")
        self._known, self._alone = {}, np.empty((KEPT, self.wide), dtype="float32")

    def __call__(self, docs):
        """The numbers of the words of some documents; between two are rows of nothing, as in the published model."""
        sizes, apart = [len(doc) for doc in docs], self._apart
        ends = np.cumsum([size + apart for size in sizes]).tolist()
        rows = np.zeros((sum(sizes) + apart * (len(docs) + 1) + 2, self.wide), dtype="float32")
        inner = rows[1:-1]  # with a neighbour on each side
        places = [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]
        words = self._words(np.concatenate([doc.to_array(self._features) for doc in docs]))
        for place, end in zip(places, np.cumsum(sizes).tolist(), strict=True):
            inner[place] = words[end - (place.stop - place.start) : end]
        across, down = rows.strides[1], rows.strides[0]
        windows = as_strided(rows, (len(inner), 3 * self.wide), (down, across), writeable=False)
        for layer in self._layers:
            inner += _layer(np.ascontiguousarray(windows), *layer)
        return [inner[place] for place in places]

    def _words(self, features):
        """What each word is without its neighbours."""
        words = features.view(f"V{features.strides[0]}").ravel().tolist()
        new = {word: place for place, word in enumerate(words) if word not in self._known}
        if len(self._known) + len(new) > KEPT:
            self._known, new = {}, {word: place for place, word in enumerate(words)}
        if len(new) > KEPT:
            return self._mixed(features)
        if new:
            rows = range(len(self._known), len(self._known) + len(new))
            self._alone[rows] = self._mixed(features[list(new.values())])
            self._known.update(zip(new, rows, strict=True))
        return self._alone[[self._known[word] for word in words]]

    def _mixed(self, features):
        size = len(features)
        if size < FEW:
            features = np.concatenate([features, np.repeat(features[:1], FEW - size, axis=0)])
        parts = [table.predict(features[:, column]) for column, table in enumerate(self._tables)]
        return _layer(np.hstack(parts), *self._mix)[:size]


def _weights(maxout, layernorm):
    """A layer's weights with the pieces of which the largest counts behind one another, and what scales it."""
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    flat = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    return np.ascontiguousarray(flat.T), bias.T.copy(), layernorm.get_param("G"), layernorm.get_param("b")


def _layer(rows, weights, bias, scale, shift):
    """thinc's Maxout and LayerNorm: each step as there, without what only learning needs."""
    pieces = rows @ weights
    pieces += bias.ravel()
    first, *others = np.split(pieces, len(bias), axis=1)
    largest = first.copy()
    for piece in others:
        np.maximum(largest, piece, out=largest)
    wide = np.float32(largest.shape[1])
    largest -= np.add.reduce(largest, axis=1, keepdims=True) / wide
    spread = np.add.reduce(np.multiply(largest, largest, out=first), axis=1, keepdims=True) / wide
    largest *= (spread + np.float32(1e-08)) ** (-1.0 / 2.0)
    largest *= scale
    largest += shift
    return largest
