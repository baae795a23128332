"""spaCy without its command line, which it imports for one function: half a second, for packages that ask networks."""

from importlib import import_module

from .partial_import import without

COMMANDS = ("spacy.cli", "spacy.cli.info")


def _info(*given, **named):
    return import_module(COMMANDS[-1]).info(*given, **named)


with without(COMMANDS, info=_info):
    import spacy  # noqa: F401
