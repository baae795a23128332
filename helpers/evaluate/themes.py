"""Themes against a reader's, and against an editor's headings: does a section's theme say what its heading says?"""

from bisect import bisect_right
from itertools import combinations
from pathlib import Path

from ..article import ABOUT, FILES, ArticleError, from_text, load
from ..gold import themes as gold
from ..gold.phrases import stemmed
from ..language import parse
from ..themes import themes as find_themes
from .scores import CROSS, Scores, figure, scores

FIRST = 5  # words of a theme that are looked at beside its label


def themes(folder: str | Path) -> Scores:
    """Score `themes` on articles whose themes a reader named, or with headings, which it does not get to see.

    A folder with `themes.json` (`gold.themes.read_folder`): F1 of the pairs of paragraphs that share a theme, shares
    of the reader's themes named (a label and the names share a stem, one to one), of labels that name one, of articles
    whose main theme does, and the mean difference in number. On the articles that the weights were learned from these
    flatter, so no record keeps them: `learn themes` measures with each article left out.

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
    if (Path(folder) / "themes.json").is_file():
        return _against_a_reader(folder)
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


MEASURES = ("pairs F1", "themes named", "labels right", "main theme right", "difference in number")


def _against_a_reader(folder):
    rows, errors = [], []
    for name, article, wanted in gold.read_folder(folder):
        table = find_themes(article)
        rows.append(score(table, wanted))
        if rows[-1][3] < 1:
            labels = ", ".join(ranked(table))
            errors.append(("main theme missed", name, f"{labels}; wanted: {', '.join(one.name for one in wanted)}"))
    return scores(means(Path(folder).name, rows, kept=False), errors)


def means(corpus, rows, kept=True) -> list[dict]:
    """The means of `MEASURES` over articles, as figures; the last is no share, and is not recorded."""
    columns = zip(MEASURES, zip(*rows, strict=True), strict=True)
    return [
        figure(
            "themes", corpus, name, sum(values) / len(rows), len(rows), how=CROSS, kept=kept and name != MEASURES[-1]
        )
        for name, values in columns
    ]


def score(table, wanted):
    """The values of `MEASURES` for one article.

    Parameters
    ----------
    table : pandas.DataFrame
        The themes table.
    wanted : list of gold.themes.Theme

    Returns
    -------
    tuple of float
    """
    labels = ranked(table)
    fits = {label: [not gold.stems(label).isdisjoint(one.stems) for one in wanted] for label in labels}
    free, named = list(labels), 0
    for number in range(len(wanted)):
        hit = next((label for label in free if fits[label][number]), None)
        if hit is not None:
            free.remove(hit)
            named += 1
    a = _together(one.blocks for one in wanted)
    b = _together(set(own["block"]) for _, own in table.groupby("theme", sort=False))
    main = next((number for number, one in enumerate(wanted) if one.main), 0)
    return (
        2 * len(a & b) / max(len(a) + len(b), 1),
        named / len(wanted),
        sum(any(own) for own in fits.values()) / max(len(labels), 1),
        float(bool(labels) and fits[labels[0]][main]),
        float(abs(len(labels) - len(wanted))),
    )


def ranked(table):
    """The themes of a table, the main one first."""
    return table.groupby("theme", sort=False)["weight"].sum().sort_values(ascending=False, kind="stable").index.tolist()


def _together(groups):
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


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
    whole = table.groupby("theme", sort=False)["weight"].sum()
    words = {theme: _first(rows) for theme, rows in table.groupby("theme", sort=False)}
    place = [bisect_right(bare.blocks["start"].tolist(), start) - 1 for start in table["start"]]
    home = [owner[number] for number in place]
    found = []
    for number, heading in enumerate(headings):
        here = table[[one == number for one in home]]
        if here.empty:  # no theme is told there
            found.append((heading, "", (), 0.0))
            continue
        strength = here.groupby("theme", sort=False)["weight"].sum() / whole
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
