"""Themes against an editor's headings: does the strongest theme of a section say what its heading says?"""

from bisect import bisect_right
from pathlib import Path

from ..article import ABOUT, FILES, ArticleError, from_text, load
from ..gold.phrases import stemmed
from ..language import parse
from ..themes import themes as find_themes
from .scores import Scores, figure, scores

FIRST = 5  # words of a theme that are looked at beside its label


def themes(folder: str | Path) -> Scores:
    """Score `themes` on articles with headings, which it does not get to see.

    The headings are taken out; a section counts as found if its heading shares a stemmed content
    word with the label or the first five words of the theme that is strongest in it. Chance: the
    same, if any of the article's themes were drawn for the section.

    Parameters
    ----------
    folder : str or path
        A file, or a folder of files that `load` reads; those without two headings are left out.

    Raises
    ------
    ArticleError
        If no file has two headings.
    """
    hits, chances, errors = [], [], []
    for path in files(folder):
        for heading, label, words, chance in sections(load(path)):
            chances.append(chance)
            hits.append(fits(heading, label, words))
            if not hits[-1]:
                errors.append(("missed", path.name, f"“{heading.text}” – {label}: {', '.join(words)}"))
    if not hits:
        raise ArticleError(f"{folder}: no file with two headings; name a folder of articles with headings.")
    corpus, size = Path(folder).name, len(hits)
    figures = [
        figure("themes", corpus, "sections found", sum(hits) / size, size),
        figure("themes", corpus, "sections found by chance", sum(chances) / size, size),
    ]
    return scores(figures, errors)


def files(folder):
    """The files of a folder that can be articles, in order; a file alone is itself."""
    folder = Path(folder)
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in FILES)


def sections(article):
    """Each section of an article with headings, and what `themes` says of it without them.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of (spacy.tokens.Span, str, tuple of str, float)
        The heading, label and first words of the strongest theme, and the chance (0 … 1) that any
        theme of the article fits the heading.
    """
    doc, blocks = parse(article), article.blocks
    headings, texts, owner = [], [], []
    for start, end, text, kind in blocks[["start", "end", "text", "kind"]].itertuples(index=False):
        if kind == "heading":
            headings.append(doc.char_span(start, end, alignment_mode="expand"))
        elif kind not in ("title", *ABOUT):
            texts.append(text)
            owner.append(len(headings) - 1)
    if len(headings) < 2:
        return []
    bare = from_text("\n\n".join(texts), language="any")
    table = find_themes(bare)
    words = {theme: _first(rows) for theme, rows in table.groupby("theme", sort=False)}
    place = [bisect_right(bare.blocks["start"].tolist(), start) - 1 for start in table["start"]]
    home = [owner[number] for number in place]
    found = []
    for number, heading in enumerate(headings):
        here = table[[one == number for one in home]]
        if here.empty:
            continue
        strength = here.groupby("theme", sort=False)["weight"].sum()
        label = strength.idxmax()
        chance = sum(fits(heading, one, words[one]) for one in words) / len(words)
        found.append((heading, label, words[label], chance))
    return found


def _first(rows):
    """The first words of a theme: those of its strongest passage, then of the next."""
    ordered = [word for words in rows.sort_values("weight", ascending=False, kind="stable")["words"] for word in words]
    return tuple(dict.fromkeys(ordered))[:FIRST]


def fits(heading, label, words):
    """Whether a heading shares a stemmed content word with a theme."""
    return not stems(heading).isdisjoint(stem for word in (label, *words) for stem in stemmed(word).split())


def stems(heading):
    """Stems of the content words of a heading.

    >>> from helpers.article import from_text
    >>> from helpers.language import parse
    >>> article = from_text("Rust under the decks")
    >>> sorted(stems(parse(article)[:]))
    ['deck', 'rust']
    """
    return {stemmed(token.text) for token in heading if token.is_alpha and not token.is_stop}
