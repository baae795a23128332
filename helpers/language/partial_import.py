"""A module of somebody's package without all that the package imports for itself."""

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType


def alone(name):
    """Import a module of a package, but not the package's own imports.

    TextBlob's scorer and NLTK's Porter stemmer need a few files; their packages import all of NLTK,
    SciPy's statistics and scikit-learn, which is half of the time that a notebook takes to start.

    Parameters
    ----------
    name : str

    Returns
    -------
    module
        A copy of its own: whoever imports the package gets the whole one.

    Examples
    --------
    >>> alone("nltk.stem.porter").PorterStemmer().stem("harbours")
    'harbour'
    """
    top, *inner = name.split(".")[:-1]
    places = find_spec(top).submodule_search_locations
    known = _taken_out(top)
    try:
        for depth in range(len(inner) + 1):
            package = ".".join([top, *inner[:depth]])
            bare = sys.modules[package] = ModuleType(package)
            bare.__path__ = [str(Path(place, *inner[:depth])) for place in places]
        return import_module(name)
    finally:
        _taken_out(top)
        sys.modules.update(known)


@contextmanager
def without(names, **given):
    """Import packages as if some modules that they import had only what is given here.

    Parameters
    ----------
    names : iterable of str
        Modules that nothing asks for; one that is loaded already stays. Whoever imports them later gets the real ones.
    **given
        What they have.

    Examples
    --------
    >>> with without(["antigravity"], fly=len):
    ...     from antigravity import fly
    >>> fly("up"), "antigravity" in sys.modules
    (2, False)
    """
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        stand_in = sys.modules[name] = ModuleType(name)
        vars(stand_in).update(given)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def _taken_out(top):
    """The modules of a package that are imported, taken out of Python's list of them."""
    return {name: sys.modules.pop(name) for name in [*sys.modules] if name.split(".")[0] == top}
