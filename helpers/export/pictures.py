"""Every figure as SVG and as PNG for print, with its description as caption."""

from .. import figures
from ..article.sections import prose_only
from ..figures.svg import saved
from ..files import encoded, holdable
from ..quotes import summary
from ..sentiment import by_section, by_side, by_target, by_voice
from ..themes import relations

PRINT = 300  # dots an inch


# name -> the figure, of the article and its tables
FIGURES = {
    "overview": lambda article, t: figures.overview(article, t["actors"], t["quotes"], t["times"], t["tones"]),
    "whole_picture": lambda article, t: figures.whole_picture(article, t["voices"], by_voice(t["voices"]), t["times"]),
    "sections": lambda article, t: figures.sections(article),
    "actor_lanes": lambda article, t: figures.actor_lanes(article, t["actors"]),
    "acts_on": lambda article, t: figures.acts_on(relations(article)),
    "phrase_bars": lambda article, t: figures.phrase_bars(t["key_phrases"], article=article),
    "theme_map": lambda article, t: figures.theme_map(article, t["themes"]),
    "speakers": lambda article, t: figures.speakers(article, t["quotes"]),
    "speaks_of": lambda article, t: figures.speaks_of(article, summary.speaks_of(article, t["quotes"])),
    "cue_classes": lambda article, t: figures.cue_classes(t["quotes"]),
    "tone_course": lambda article, t: figures.tone_course(
        article, by_section(article, t["voices"]), by_side(prose_only(article, t["voices"]))
    ),
    "tone_by_voice": lambda article, t: figures.tone_by_voice(
        by_voice(t["voices"]), article=article, voices=t["voices"]
    ),
    "stance_by_actor": lambda article, t: figures.stance_by_actor(
        by_target(article), article=article, actors=t["actors"]
    ),
    "event_line": lambda article, t: figures.event_line(article, t["events"]),
    "telling_order": lambda article, t: figures.telling_order(article, t["times"]),
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
