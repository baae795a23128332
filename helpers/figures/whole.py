"""Who says what, when, in which tone: one figure of the whole article."""

from ..sentiment import NARRATOR, UNKNOWN
from ..timeline.iso import day_key, year_in_words
from ..wording import count, decimal, join, joined, short
from .base import Described, canvas, course_axis, empty, spread, titled
from .tokens import BLUE, GREEN, GREY, INK, ORANGE, PAPER, QUIET, SOFT

MOST = 9
EVEN = 0.05  # a tone nearer to 0 is even
LOOKS = {  # colour and hatching: a clear tone is one whose 90 % interval leaves 0 out
    "clearly warm": (BLUE, ""),
    "rather warm": ("#8fb9e6", ""),
    "even": (GREY, ""),
    "rather cold": ("#f6d49a", "////"),
    "clearly cold": (ORANGE, "////"),
}


def whole_picture(article, voices, sums, times, most=MOST):
    """Who says what, when, in which tone: a lane a voice, and the times that the article names below.

    Parameters
    ----------
    article : Article
    voices, times : pandas.DataFrame
        The tables of the same names.
    sums : pandas.DataFrame
        From `sentiment.by_voice`: words and mean tone of each voice.
    most : int
        Lanes at most, the voices with most words.

    Returns
    -------
    Described
        `values`: (voice, words, mean tone) from top to bottom; then
        ("times", words that have a date, earliest year, latest year) if any has.
    """
    if voices.empty:
        return empty("Nobody speaks", "There is no sentence to show.")
    sums = {row.voice: (int(row.words), row.tone) for row in sums.itertuples(index=False)}  # most words first
    order = sorted(sums, key=lambda name: name != NARRATOR)
    hidden = max(0, len(order) - most)
    order = order[:most]
    dated = times[times["earliest"].notna() & times["latest"].notna()]
    figure, axes = canvas(0.4 * (len(order) + (len(dated) > 0)) + 1.7)
    course_axis(axes, article)
    least = len(article.text) * 0.003
    values = []
    for place, name in enumerate(order):
        own = voices[voices["voice"] == name]
        axes.hlines(place, 0, len(article.text), color=SOFT, linewidth=1, zorder=1)
        for row in own.itertuples(index=False):
            colour, hatch = LOOKS[_look(row)]
            axes.broken_barh(
                [(int(row.start), max(int(row.end) - int(row.start), least))],
                (place - 0.3, 0.6),
                facecolor=colour,
                hatch=hatch,
                edgecolor=PAPER,
                linewidth=0.4,
                zorder=2,
            )
        number, mean = sums[name]
        values.append((name, number, round(mean, 2)))
        axes.annotate(
            f"{number:,}",
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    axes.annotate(
        "words",
        (1, -0.75),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=QUIET,
        annotation_clip=False,
    )
    lanes = [short(joined(name), 26) for name in order]
    labels = []
    if len(dated):
        place = len(order)
        lanes.append("times named")
        axes.plot(dated["start"], [place] * len(dated), "d", color=GREEN, markersize=6, zorder=3)
        for row in dated.drop_duplicates("text").itertuples(index=False):
            labels.append(
                axes.annotate(
                    short(row.text, 16),
                    (int(row.start), place),
                    xytext=(0, -14),
                    ha="center",
                    textcoords="offset points",
                    fontsize=7.5,
                    color=INK,
                )
            )
    axes.set_yticks(range(len(lanes)), lanes)
    axes.set_ylim(len(lanes) - 0.2 + 0.4 * bool(labels), -0.9)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    figure.legend(
        [axes.broken_barh([], (0, 0), facecolor=c, hatch=h, edgecolor=PAPER) for c, h in LOOKS.values()],
        list(LOOKS),
        loc="outside lower right",
        ncols=len(LOOKS),
        frameon=False,
        fontsize=8.5,
        handlelength=1.4,
    )
    speakers = [value for value in values if value[0] not in (NARRATOR, UNKNOWN)]
    total = sum(number for number, _ in sums.values())
    share = round(100 * sums.get(NARRATOR, (0, 0.0))[0] / max(total, 1))
    title = f"The narrator has {share} percent of the words"
    if speakers:
        title += f"; the voice heard longest is {short(joined(speakers[0][0]), 30)}"
    titled(axes, title)
    if labels:
        spread(figure, labels, (-14, -23))
    each = join(
        f"{joined(name)} {count(number, 'word')} with a mean tone of {decimal(tone)}" for name, number, tone in values
    )
    text = f"A lane for each voice over the course of the text. {title}. By voice: {each}."
    if hidden:
        text += f" {count(hidden, 'further voice')} not drawn."
    if len(dated):
        low = year_in_words(min(dated["earliest"], key=day_key))
        high = year_in_words(max(dated["latest"], key=day_key))
        values.append(("times", len(dated), low, high))
        text += f" Below, {count(len(dated), 'dated time')}, from {low} to {high}."
    return Described(figure, values, text)


def _look(row):
    if abs(row.tone) < EVEN:
        return "even"
    clear = "clearly" if row.low > 0 or row.high < 0 else "rather"
    return f"{clear} {'warm' if row.tone > 0 else 'cold'}"
