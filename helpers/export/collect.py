"""Every table of an article, by name."""

from .. import prose
from ..language import sentences
from ..quotes import find_quotes
from ..sentiment import by_target, score_sentences, score_voices
from ..themes import actors, key_phrases, relations, themes
from ..timeline import check_consistency, find_events, find_times

ANALYSES = {
    "sentences": sentences,
    "quotes": find_quotes,
    "times": find_times,
    "events": find_events,
    "consistency": check_consistency,
    "tones": score_sentences,
    "voices": score_voices,
    "actors": actors,
    "themes": themes,
    "key_phrases": key_phrases,
}


def collect(article):
    """All tables that need no question of the reader's, and the findings.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to pandas.DataFrame
    """
    found = {name: analysis(article) for name, analysis in ANALYSES.items()}
    found["findings"] = prose.findings(
        article,
        found["actors"],
        found["quotes"],
        found["times"],
        found["events"],
        found["tones"],
        found["voices"],
        found["themes"],
        found["consistency"],
        by_target(article),
        relations(article),
    )
    return found
