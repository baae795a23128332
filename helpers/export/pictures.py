"""Every figure as SVG and as PNG for print, with its description as caption."""

import warnings

from matplotlib import rc_context

from .. import figures
from ..article.sections import prose_only
from ..figures.base import RC
from ..quotes import summary
from ..sentiment import by_section, by_side, by_target, by_voice
from ..themes import relations

PRINT = 300  # dots an inch


def drawn(article, tables):
    """All figures of an article by name."""
    quotes, times, tones, voices = (tables[name] for name in ("quotes", "times", "tones", "voices"))
    sums = by_voice(voices)
    return {
        "overview": figures.overview(article, tables["actors"], quotes, times, tones),
        "whole_picture": figures.whole_picture(article, voices, sums, times),
        "sections": figures.sections(article),
        "actor_lanes": figures.actor_lanes(article, tables["actors"]),
        "acts_on": figures.acts_on(relations(article)),
        "phrase_bars": figures.phrase_bars(tables["key_phrases"]),
        "theme_map": figures.theme_map(article, tables["themes"]),
        "speakers": figures.speakers(summary.by_speaker(quotes)),
        "speaks_of": figures.speaks_of(summary.speaks_of(article, quotes)),
        "cue_classes": figures.cue_classes(quotes),
        "tone_course": figures.tone_course(article, by_section(article, voices), by_side(prose_only(article, voices))),
        "tone_by_voice": figures.tone_by_voice(sums),
        "stance_by_actor": figures.stance_by_actor(by_target(article)),
        "event_line": figures.event_line(article, tables["events"]),
        "telling_order": figures.telling_order(article, times),
    }


def write(article, tables, folder):
    """Write `name.svg`, `name.png` and `name.txt` (the caption) of each figure.

    Returns
    -------
    list of pathlib.Path
    """
    folder.mkdir(exist_ok=True)
    files = []
    with warnings.catch_warnings(), rc_context(RC):
        warnings.filterwarnings("ignore", message="Glyph")  # scripts the font lacks show as boxes
        for name, figure in drawn(article, tables).items():
            figure.figure.draw_without_rendering()
            figure.figure.set_layout_engine("none")  # laid out once, not for each format
            svg, png, caption = (folder / f"{name}.{kind}" for kind in ("svg", "png", "txt"))
            figure.figure.savefig(svg, metadata={"Date": None, "Title": name, "Description": figure.description})
            figure.figure.savefig(png, dpi=PRINT, metadata={"Software": None, "Description": figure.description})
            caption.write_text(figure.description + "\n", encoding="utf8", newline="\n")
            files += [svg, png, caption]
    return files
