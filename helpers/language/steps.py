"""The model's parser, step by step with Python's lock held: the same parse in less than half of the time.

spaCy's parser gives the lock away for a whole batch, and then takes it and gives it back in most of its small
functions, many times a word. Called a step at a time, for all texts of a batch together, they find it held.
"""

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
        self._parser = parser

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
        network = self._parser.model.predict(docs)
        states = [state for state in every if not state.is_final()]
        while states:
            states = self._parser.transition_states(states, network.predict(states))
        network.clear_memory()
        return every
