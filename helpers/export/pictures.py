"""Every figure as SVG and as PNG for print, with its description as caption."""

from .. import figures
from ..article.sections import section_lengths
from ..figures.svg import saved
from ..files import encoded, holdable
from ..quotes import reporting, summary
from ..sentiment import by_block, by_target, by_voice
from ..themes.summary import by_actor, largest_themes, typical_words
from ..timeline.clauses import dated, telling

PRINT = 300  # dots an inch


# name -> the figure, of the article and its tables
FIGURES = {
    "sections": lambda article, t: figures.sections(article, section_lengths(article)),
    "actor_lanes": lambda article, t: figures.actor_lanes(article, by_actor(t["actors"])),
    "theme_strips": lambda article, t: figures.theme_strips(article, largest_themes(t["themes"])),
    "typical_words": lambda article, t: figures.typical_words(article, typical_words(article)),
    "speakers": lambda article, t: figures.speakers(
        article, summary.by_speaker(summary.of_story(article, t["quotes"]), summary.UNNAMED)
    ),
    "speaks_of": lambda article, t: figures.speaks_of(article, summary.speaks_of(article, t["quotes"])),
    "cue_classes": lambda article, t: figures.cue_classes(
        article, words := reporting.reporting_words(t["quotes"], summary.UNNAMED), reporting.by_cue_class(words)
    ),
    "tone_course": lambda article, t: figures.tone_course(article, by_block(article, t["tones"])),
    "tone_by_voice": lambda article, t: figures.tone_by_voice(
        by_voice(t["voices"]), article=article, voices=t["voices"]
    ),
    "stance_by_actor": lambda article, t: figures.stance_by_actor(
        by_target(article), article=article, actors=t["actors"]
    ),
    "event_line": lambda article, t: figures.event_line(article, dated(article, t["events"])),
    "telling_order": lambda article, t: figures.telling_order(article, telling(t["times"])),
}
KINDS = ("svg", "png", "txt")


def contents(article, tables):
    """What `name.svg`, `name.png` and `name.txt` (the caption) of each figure hold.

    Returns
    -------
    dict of str to bytes
    """
    found = {}
    for name, draw in FIGURES.items():
        figure = draw(article, tables)
        caption = holdable(figure.description)
        svg = saved(figure.figure, "svg", {"Date": None, "Title": name, "Description": caption})
        found[f"figures/{name}.svg"] = encoded(holdable(svg.decode("utf8")))  # SVG is XML
        found[f"figures/{name}.png"] = saved(
            figure.figure, "png", {"Software": None, "Description": caption}, dpi=PRINT
        )
        found[f"figures/{name}.txt"] = encoded(caption + "\n")
    return found
