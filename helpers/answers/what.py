"""What an article is about, in a sentence: its main theme and up to three others."""

from ..findings.in_short import in_short
from ..findings.salience import stems
from ..tables import each
from ..themes import how_surely
from ..wording import join

SURE = 0.6  # how surely a label names a theme that is stated
SURER = 0.77  # from which on one beside the main one needs half of its words in title and In short, not all
FEW = 3  # themes beside the main one


def of_the_story(article, found, named=()):
    """The main theme and those beside it that are sure: the sentence, and the places of its words.

    Where the main one's label is not sure, the sentence says so. A theme that a researcher renamed is sure.

    Parameters
    ----------
    article : Article
    found : pandas.DataFrame
        What `themes.told` gives, with one row at least.
    named : container of str
        Names that the page states elsewhere.

    Returns
    -------
    (str, dict)

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.themes import told
    >>> article = from_text("The harbour ferry sank.\\n\\nAnna Berg owned the harbour ferry. Prosecutors blame her.")
    >>> of_the_story(article, told(article))[0]
    'Its main theme is “sinking of the harbour ferry”.'
    >>> article = from_text("They left.\\n\\nThe children like soup, and they sat down to eat it with the guests.")
    >>> of_the_story(article, told(article))[0]
    'No phrase of it surely says what it is about.'
    """
    sure, main = how_surely(article), found["theme"].iloc[0]
    if sure.get(main, 1) < SURE:
        return "No phrase of it surely says what it is about.", {}
    front = stems(" ".join([article.title or "", *in_short(article)["text"]]))  # what is said aside is no theme
    beside = [
        theme
        for theme in found["theme"].iloc[1:]
        if theme not in named and _in_front(stems(theme), front, sure.get(theme, 1))
    ][:FEW]
    places = {row.theme: (row.start, row.end) for row in each(found, "theme start end") if row.theme in (main, *beside)}
    rest = f"; beside it {join([f'“{theme}”' for theme in beside])}" if beside else ""
    return f"Its main theme is “{main}”{rest}.", places


def _in_front(words, front, sure):
    """Whether a theme is sure enough to be stated beside the main one, and not said aside."""
    return sure >= SURE and len(words & front) >= len(words) / (2 if sure >= SURER else 1)
