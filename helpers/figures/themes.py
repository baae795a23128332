"""Figures of what the article is about: key phrases, and themes by passage."""

import numpy as np

from ..article.sections import section_of, section_starts
from ..wording import count, join, short
from .base import Described, canvas, empty, titled
from .tokens import BLUE, INK, PAPER

MOST_PHRASES = 15
MOST_SECTIONS = 20


def phrase_bars(phrases, most=MOST_PHRASES, article=None):
    """Key phrases, best first, by number of mentions.

    Parameters
    ----------
    phrases : pandas.DataFrame
        The key_phrases table.
    most : int
    article : Article, optional
        The one whose sentences the bars open.

    Returns
    -------
    Described
        `values`: (phrase, mentions) of each bar.
    """
    if phrases.empty:
        return empty("No key phrase", "No noun phrase was found in the text.")
    top = phrases.head(most)
    values = [(phrase, int(number)) for phrase, number in zip(top["phrase"], top["count"], strict=True)]
    figure, axes = canvas(max(1.8, 0.3 * len(values) + 1.1))
    bars = axes.barh(range(len(values)), [number for _, number in values], color=BLUE, height=0.7)
    for place, (bar, (phrase, number), mentions) in enumerate(zip(bars, values, top["mentions"], strict=True)):
        figure.mark(f"phrase-{place}", mentions, f"{phrase}: {count(number, 'mention')}", bar)
    axes.set_yticks(range(len(values)), [short(phrase, 34) for phrase, _ in values])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    for place, (_, number) in enumerate(values):
        axes.annotate(f"{number:,}", (number, place), xytext=(4, 0), textcoords="offset points", va="center")
    axes.set_xlim(0, max(number for _, number in values) * 1.08)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("mentions")
    title = f"The article turns on {join(f'“{short(phrase, 24)}”' for phrase, _ in values[:3])}"
    titled(axes, title)
    each = join(f"{phrase} {number:,}" for phrase, number in values)
    return Described(
        figure,
        values,
        f"Bar chart of key phrases, most relevant first. {title}. Mentions: {each}.",
        name="phrases",
        read="The most relevant first; the length is the number of mentions.",
        function="themes.key_phrases",
        article=article,
    )


def theme_map(article, themes):
    """Themes by section: the darker, the more of the theme lies there.

    Parameters
    ----------
    article : Article
    themes : pandas.DataFrame
        The themes table.

    Returns
    -------
    Described
        `values`: (theme, section, share in percent) of each cell that is not empty.
    """
    if themes.empty:
        return empty("No theme", "The text is too short to find themes.")
    starts = section_starts(article)
    first = themes.groupby("theme", sort=False)["start"].min().sort_values(kind="stable")
    names = list(first.index)
    step = -(-len(starts) // MOST_SECTIONS)  # many sections are drawn together
    columns = [heading for _, heading in starts[::step]]
    shares = np.zeros((len(names), len(columns)))
    for row in themes.itertuples(index=False):
        shares[names.index(row.theme), section_of(starts, row.start) // step] += row.weight
    percent = np.rint(100 * shares).astype(int)
    figure, axes = canvas(0.36 * len(names) + 2.6)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row, column in zip(*np.nonzero(percent), strict=True):
        axes.text(
            column,
            row,
            f"{percent[row, column]}",
            ha="center",
            va="center",
            fontsize=8,
            color=PAPER if shares[row, column] > 0.55 else INK,
        )
    axes.set_yticks(range(len(names)), [short(name) for name in names])
    labels = [short(heading, 30) for heading in columns]
    axes.set_xticks(range(len(columns)), labels, rotation=40, ha="right", rotation_mode="anchor", fontsize=8)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    values = [
        (names[row], columns[column], int(percent[row, column]))
        for row, column in zip(*np.nonzero(percent), strict=True)
    ]
    where = "section" if step == 1 else f"group of {step} sections"
    title = f"Where each of {count(len(names), 'theme')} is strongest, in percent by {where}"
    titled(axes, title)
    strongest = [max((v for v in values if v[0] == name), key=lambda v: v[2], default=None) for name in names]
    each = "; ".join(f"{v[0]}: {v[2]} percent in “{v[1]}”" for v in strongest if v)
    return Described(figure, values, f"Heat map. {title}. Strongest passage of each theme: {each}.")
