"""Figures of tone: its course through the text, and by voice."""

from .base import (
    BLUE,
    GREY,
    INK,
    RED,
    Described,
    canvas,
    count,
    course_axis,
    empty,
    join,
    prose_only,
    section_of,
    section_starts,
    short,
    titled,
)

MOST_VOICES = 10


def tone_course(article, tones):
    """TextBlob's polarity of every sentence over the course of the text, with each section's mean.

    Parameters
    ----------
    article : Article
    tones : pandas.DataFrame
        The tones table.

    Returns
    -------
    Described
        `values`: (section, mean polarity, sentences) of each step of the line.
    """
    if prose_only(article, tones).empty:
        return empty("No tone", "There is no sentence to score.")
    starts = section_starts(article)
    tones = prose_only(article, tones)
    by_section = {}
    for start, polarity in zip(tones["start"], tones["polarity"], strict=True):
        by_section.setdefault(section_of(starts, start), []).append(polarity)
    figure, axes = canvas(3.6)
    course_axis(axes, article)
    axes.axhline(0, color="#888888", linewidth=0.8)
    middle = (tones["start"].astype(float) + tones["end"].astype(float)) / 2
    zero = tones["polarity"] == 0
    axes.plot(middle[~zero], tones["polarity"][~zero], "o", color=BLUE, markersize=4.5, alpha=0.8)
    axes.plot(middle[zero], tones["polarity"][zero], "o", color="none", markeredgecolor=GREY, markersize=4.5)
    values, ends = [], [start for start, _ in starts[1:]] + [len(article.text)]
    for number in sorted(by_section):
        mean = sum(by_section[number]) / len(by_section[number])
        axes.hlines(mean, starts[number][0], ends[number], color=RED, linewidth=2.5)
        values.append((starts[number][1], round(mean, 3), len(by_section[number])))
    axes.set_ylim(-1.05, 1.05)
    axes.set_yticks([-1, -0.5, 0, 0.5, 1], ["−1 negative", "−0.5", "0", "0.5", "1 positive"])
    share = int(zero.sum())
    title = f"{share:,} of {count(len(tones), 'sentence')} get exactly 0 from TextBlob"
    titled(axes, title)
    axes.set_xlabel("filled: a sentence   ·   hollow: a sentence scored 0   ·   line: mean of a section", fontsize=9)
    warm = max(values, key=lambda value: value[1])
    cold = min(values, key=lambda value: value[1])
    words = f"TextBlob polarity by sentence, −1 to 1, with a line at each section's mean. {title}."
    if len(values) > 1:
        words += f" Highest mean {_signed(warm[1])} in “{warm[0]}”, lowest {_signed(cold[1])} in “{cold[0]}”."
    else:
        words += f" Mean {_signed(warm[1])}."
    return Described(figure, values, words)


def tone_by_voice(table, most=MOST_VOICES):
    """Mean polarity of each voice, with how many words it rests on.

    Parameters
    ----------
    table : pandas.DataFrame
        From `sentiment.by_voice`.
    most : int

    Returns
    -------
    Described
        `values`: (voice, mean polarity, words).
    """
    if table.empty:
        return empty("No voice", "There is no sentence to score.")
    shown = table.head(most)
    values = [
        (v, round(p, 3), int(w)) for v, p, w in zip(shown["voice"], shown["polarity"], shown["words"], strict=True)
    ]
    figure, axes = canvas(max(1.8, 0.36 * len(values) + 1.3))
    places = range(len(values))
    axes.axvline(0, color="#888888", linewidth=0.8)
    axes.hlines(places, 0, [v[1] for v in values], color=BLUE, linewidth=3)
    axes.plot([v[1] for v in values], places, "o", color=BLUE, markersize=8)
    for place, (_, polarity, words) in enumerate(values):
        side = 1 if polarity >= 0 else -1
        axes.annotate(f"{_signed(polarity)} on {count(words, 'word')}", (polarity, place), xytext=(9 * side, 0),
                      textcoords="offset points", va="center", ha="left" if side > 0 else "right", fontsize=9,
                      color=INK)  # fmt: skip
    axes.set_yticks(places, [short(v[0], 36) for v in values])
    axes.set_ylim(len(values) - 0.4, -0.6)
    axes.set_xlim(-1.6, 1.6)  # room for the labels of the furthest values
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1 negative", "−0.5", "0", "0.5", "1 positive"])
    axes.tick_params(axis="y", length=0)
    title = _voice_title(values)
    titled(axes, title)
    each = join(f"{voice} {_signed(polarity)} on {count(words, 'word')}" for voice, polarity, words in values)
    return Described(figure, values, f"Mean TextBlob polarity by voice, −1 to 1. {title}. Means: {each}.")


def _voice_title(values):
    narrator = next((v for v in values if v[0] == "narrator"), None)
    others = [v for v in values if v[0] not in ("narrator", "unknown")]
    if narrator is None or not others:
        return "Only the narrator speaks" if narrator else "Only quoted voices speak"
    far = max(others, key=lambda v: (abs(v[1] - narrator[1]), -values.index(v)))
    return f"{short(far[0], 40)} ({_signed(far[1])}) is furthest from the narrator ({_signed(narrator[1])})"


def _signed(number):
    return "0.00" if abs(number) < 0.005 else f"{number:+.2f}".replace("-", "−")
