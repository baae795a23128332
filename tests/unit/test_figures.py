"""Figures: what is drawn is what is said, nothing is cut off, nothing overlaps, each mark answers."""

import io
import re
import warnings
from math import log2
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from matplotlib import rc_context
from matplotlib.collections import PolyCollection
from matplotlib.patches import Ellipse, Rectangle
from matplotlib.text import Text

from helpers import accuracy, figures
from helpers.article import from_text
from helpers.article.sections import section_lengths
from helpers.figures import scale as scales
from helpers.figures.themes import PALE
from helpers.figures.tokens import PAPER, RC, TOKENS
from helpers.quotes import find_quotes, reporting, summary
from helpers.quotes.who_speaks import ORDER
from helpers.render.pages import _passage_links
from helpers.sentiment import by_block, by_target, by_voice, score_sentences, score_voices
from helpers.tables import CUE_CLASSES
from helpers.themes import actors, themes
from helpers.themes.summary import by_actor, largest_themes, typical_words
from helpers.timeline import find_events, find_times
from helpers.timeline.clauses import dated, telling
from helpers.wording import short

LONG = "\n".join(
    f"Part {number} of a very long story about trains and bridges\n"
    f"“The bridge number {number} is a terrible failure,” said Governor Anna{chr(97 + number % 26)} Berg"
    f"{chr(97 + number % 26)} on May {number % 28 + 1}, {1960 + number}. Trains in London were a wonderful success."
    for number in range(30)
)
TEXTS = {
    "long": LONG,
    "three sentences": "It rained in Oslo. Nobody came. We waited.",
    "money": "The firm paid $5 and $10_000 for ^it, said “the $boss$ of 100%_all” of X_1.\n" * 3,
    "dollars": "“Rent is $2,” said A$AP Berg$ in Oslo on May 8. A$AP Berg$ told Ke$ha_$x^2$ it was terrible, and "
    "Ke$ha$ denied it.\n\n# The $x_{$ of \\$\\frac$\n\nKe$ha$ praised A$AP Berg$.",
    "empty": "",
    "one word": "Rain",
}


@pytest.fixture(scope="module", params=["default", "harbour", *TEXTS])
def drawn(request):
    article = request.getfixturevalue(request.param) if request.param not in TEXTS else from_text(TEXTS[request.param])
    quotes, tones, voices = find_quotes(article), score_sentences(article), score_voices(article)
    return {
        "sections": figures.sections(article, section_lengths(article)),
        "actor_lanes": figures.actor_lanes(article, by_actor(actors(article))),
        "theme_strips": figures.theme_strips(article, largest_themes(themes(article))),
        "typical_words": figures.typical_words(article, typical_words(article)),
        "speakers": figures.speakers(article, summary.by_speaker(quotes, summary.UNNAMED)),
        "speaks_of": figures.speaks_of(article, summary.speaks_of(article, quotes)),
        "cue_classes": figures.cue_classes(
            article, words := reporting.reporting_words(quotes, summary.UNNAMED), reporting.by_cue_class(words)
        ),
        "tone_course": figures.tone_course(article, by_block(article, tones)),
        "tone_by_voice": figures.tone_by_voice(by_voice(voices)),
        "stance_by_actor": figures.stance_by_actor(by_target(article)),
        "event_line": figures.event_line(article, dated(article, find_events(article))),
        "telling_order": figures.telling_order(article, telling(find_times(article))),
    }


# Every figure with so many rows as a test wants, of names of forty characters.
STORY = from_text("\n\n".join(f"Paragraph {n} tells of bridges." for n in range(60)))
PLACES = [(int(a), int(b)) for a, b in zip(STORY.blocks["start"], STORY.blocks["end"], strict=True)]


def named(n):
    return f"Anna{chr(97 + n % 26)}{chr(97 + n // 26)} Wolfeschlegelsteinhausenbergerdorf"


def day(n):
    return f"{1900 + 37 * n % 120}-{n % 12 + 1:02}-{n % 28 + 1:02}"


def rows(columns, many):
    """A table of rows made by number."""
    return pd.DataFrame([list(row) for row in many], columns=columns.split())


CASES = {
    "sections": lambda n: figures.sections(
        STORY, rows("start end heading words", ((*PLACES[k], named(k), 7 * k) for k in range(n)))
    ),
    "actor_lanes": lambda n: figures.actor_lanes(
        STORY,
        rows("actor count named others", ((named(k), n + 1, (PLACES[k],) * n, (PLACES[-1],)) for k in range(n))),
        most=50,
    ),
    "theme_strips": lambda n: figures.theme_strips(
        STORY,
        rows("theme start end weight words", ((named(k % 4), *PLACES[k], 0.3, (named(k),) * 3) for k in range(n))),
    ),
    "typical_words": lambda n: figures.typical_words(
        STORY,
        rows(
            "word count log_likelihood log_ratio mentions",
            ((named(k), 2, 9.0, k / 3 + 0.1, PLACES[:2]) for k in range(n)),
        ),
        most=50,
    ),
    "speakers": lambda n: figures.speakers(
        STORY,
        rows(
            "who attributions marked paraphrased source_type mentions",
            ((named(k), 1, k, 3, "named person", PLACES[:2]) for k in range(n)),
        ),
        most=50,
    ),
    "speaks_of": lambda n: figures.speaks_of(
        STORY,
        rows(
            "who names attributions mentions row column",
            ((named(k), named(k + 1), 5, PLACES[:2], *((k, k) if k < 9 else (None, None))) for k in range(n)),
        ).convert_dtypes(),
    ),
    "cue_classes": lambda n: figures.cue_classes(
        STORY,
        words := rows(
            "who cue cue_class attributions mentions",
            ((named(k % 7), named(k), (*CUE_CLASSES, None)[k % 8], k % 3 + 1, PLACES[:2]) for k in range(n)),
        ),
        reporting.by_cue_class(words),
    ),
    "tone_course": lambda n: figures.tone_course(
        STORY,
        rows(
            "block paragraph start end tone low high", ((k, k + 1, *PLACES[k], k % 9 / 9, -0.9, 1.1) for k in range(n))
        ),
    ),
    "tone_by_voice": lambda n: figures.tone_by_voice(
        rows("voice pieces words tone low high", ((named(k), 1, 1234, k % 9 / 9, -0.9, 1.1) for k in range(n))), most=50
    ),
    "stance_by_actor": lambda n: figures.stance_by_actor(
        rows("actor mentions score low high", ((named(k), 1234, k % 9 / 9, -0.9, 1.1) for k in range(n))), most=50
    ),
    "event_line": lambda n: figures.event_line(
        STORY,
        rows(
            "id start end text earliest latest inferred status",
            ((k, *PLACES[k], f"{named(k)} met {named(k)}", day(k), day(k), k % 2, "planned") for k in range(n)),
        ).sort_values("earliest", ignore_index=True),
        most=50,
    ),
    "telling_order": lambda n: figures.telling_order(
        STORY,
        rows(
            "start end text earliest latest rank back",
            ((*PLACES[k], named(k), day(k), day(k), 7 * k % n, int(7 * k % n < 3)) for k in range(n)),
        ),
    ),
    "voices_over_time": lambda n: figures.voices_over_time(
        rows("speaker articles first last", ((named(k), k + 1, day(k), day(k)) for k in range(n))),
        rows(
            "speaker published outlet passage",
            ((named(k), day(j), named(j), f"Then ⟦{named(j)}⟧ came.") for k in range(n) for j in range(3)),
        ),
        most=50,
    ),
    "voices without days": lambda n: figures.voices_over_time(
        rows("speaker articles first last", ((named(k), k + 1, None, None) for k in range(n))),
        rows("speaker published outlet passage", ()),
        most=50,
    ),
    "heard_by": lambda n: figures.heard_by(
        rows(
            "outlet heard words published passage",
            (
                (named(k), (*ORDER, named(9))[g], 7 * g * g + k + 1, day(k), f"Then ⟦{named(k)}⟧ spoke.")
                for k in range(n)
                for g in range(len(ORDER) + 1)
            ),
        ),
        "gender",
        most=50,
    ),
    "tone_over_time": lambda n: figures.tone_over_time(
        rows(
            "outlet who month tone low high articles",
            (
                (
                    named(k % 5),
                    who,
                    f"{2000 + k // 12}-{k % 12 + 1:02}",
                    k % 9 / 9,
                    *([float("nan")] * 2 if k else [-0.9, 1.1]),
                    1,
                )
                for k in range(n)
                for who in ("narrator", "speakers")
            ),
        )
    ),
    "claim_spread": lambda n: figures.claim_spread(
        rows(
            "published outlet figure passage",
            ((day(k), named(k), f"{10 ** (k % 5)},000", f"Of ⟦{10 ** (k % 5)},000⟧ boats.") for k in range(n)),
        ),
        named(0),
    ),
    "reliability": lambda n: figures.reliability(
        rows("method x result n", ((("tone", "stance")[k % 2], k / 50, 1 - k / 50, 1234) for k in range(n)))
    ),
    "accuracy": lambda n: figures.accuracy(
        rows("what right of texts how", ((named(k), k / 50, 1234, named(k), "development") for k in range(n)))
    ),
}


def test_every_figure_is_tried():
    public = set(figures.__all__) - {"Described", "figure_script", "figure_style"}
    assert public <= set(CASES)


def written(figure):
    """Every piece of text that is drawn."""
    return [text for axes in figure.axes for text in axes.texts if text.get_visible() and text.get_text().strip()]


COURSES = ("telling_order", "claim_spread")  # a line runs from dot to dot


def common(boxes, others):
    """Which boxes have room in common with which others: of all pairs at once, for there are many."""
    ours, theirs = (np.array([box.extents for box in some]).reshape(-1, 4) for some in (boxes, others))
    low, high = np.maximum(ours[:, None, :2], theirs[:, :2]), np.minimum(ours[:, None, 2:], theirs[:, 2:])
    return (low < high).all(axis=2)


def fits(name, described):
    """Both drawings: no text leaves them, no two touch, and none lies on a bar, a lane or a line from dot to dot."""
    both = described.figure, described.narrow()
    for drawing in both:
        with rc_context(RC), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph")
            drawing.draw_without_rendering()
        renderer, whole, boxes = drawing.canvas.get_renderer(), drawing.bbox.padded(1), []
        for text in written(drawing):
            box = text.get_window_extent(renderer)
            assert whole.x0 <= box.x0, (name, text)
            assert box.x1 <= whole.x1, (name, text)
            assert whole.y0 <= box.y0, (name, text)
            assert box.y1 <= whole.y1, (name, text)
            if not text.get_rotation():
                boxes.append((box.padded(-1), text.get_text()))
        places = [box for box, _ in boxes]
        assert not np.triu(common(places, places), 1).any(), (name, [text for _, text in boxes])
        bars = [one for one in drawing.findobj(Rectangle) if one.axes and one.get_facecolor()[3]]
        covered = [bar.get_window_extent(renderer) for bar in bars]
        for lane in drawing.findobj(PolyCollection):
            covered.append(lane.get_datalim(lane.axes.transData).transformed(lane.axes.transData))
        assert not common(places, [bar.padded(-1) for bar in covered]).any(), name
        for line in drawing.axes[0].lines if name in COURSES and len(described.values) > 6 else ():
            if len(line.get_xdata()) == len(described.values):
                path = line.get_transform().transform_path(line.get_path())
                assert not [text for box, text in boxes if path.intersects_bbox(box, filled=False)], name
    return both


@pytest.mark.parametrize("many", [0, 1, 5, 50])
@pytest.mark.parametrize("name", CASES)
def test_a_figure_fits_and_answers_with_any_number_of_rows(name, many):
    described = CASES[name](many)
    assert described.description
    if not described.values:
        assert many < 2  # so little is told in a sentence
        assert "<svg" not in described.html()
        return
    assert many
    for drawing in fits(name, described):
        assert drawing.marks
        assert drawing.finding
        assert all(said for _, _, said in drawing.marks.values())
    if many == 5:
        html = described.html()
        assert html.count("<svg") == 2
        assert not re.search(r"\b(?:nan|None)\b", html)


def test_nothing_is_cut_off_or_overlaps(drawn):
    for name, described in drawn.items():
        fits(name, described)


def marks(described, kind=None):
    """The artists of each mark, in the order in which they were drawn."""
    found, named = {}, {one.get_gid(): one for one in described.figure.findobj()}
    for gid, (key, *_) in described.figure.marks.items():
        artist = named[gid]
        if kind is None or isinstance(artist, kind):
            found.setdefault(key, []).append(artist)
    return list(found.values())


def shown(rectangle):
    return rectangle.get_facecolor()[3] > 0


def test_sections(drawn):
    described = drawn["sections"]
    bars = [own[0].get_width() for own in marks(described, Rectangle)]
    assert len(bars) == len(described.values)
    for bar, (heading, words) in zip(bars, described.values, strict=True):
        assert bar * max(v[1] for v in described.values) == pytest.approx(max(bars) * words)
        assert f"{heading}, {words:,}" in described.description


def test_typical_words(drawn):
    described = drawn["typical_words"]
    lengths = [line.get_xdata()[1] - line.get_xdata()[0] for *_, line, _ in marks(described)]
    assert lengths == sorted(lengths, reverse=True)
    for length, (word, many, times) in zip(lengths, described.values, strict=True):
        if times > 20:  # the rest is too much rounded
            assert length / lengths[0] == pytest.approx(log2(times) / log2(described.values[0][2]), rel=0.02)
        assert f"{word} {times:,} ({many:,})" in described.description
    text = described.description
    assert "said" not in text.split("occurrences:")[-1]


def test_actor_lanes(drawn):
    described = drawn["actor_lanes"]
    for own, (name, many, by_name) in zip(marks(described), described.values, strict=True):
        lines = [len(one.get_segments()) for one in own if hasattr(one, "get_segments")]
        assert lines == [part for part in (many - by_name, by_name) if part]
        assert f"{name} {many:,}" in described.description


def test_theme_strips(drawn):
    described = drawn["theme_strips"]
    found = [own[0].get_facecolor()[3] for own in marks(described, Rectangle)]
    fullest = {theme: share for theme, _, share in sorted(described.values, key=lambda value: value[2])}
    for alpha, (theme, _, share) in zip(found, described.values, strict=True):
        assert alpha == pytest.approx(PALE + (1 - PALE) * share / fullest[theme], abs=0.8 / fullest[theme])
    assert found.count(1) >= len(fullest)
    assert len({theme for theme, *_ in described.values}) <= 4


def test_speakers(drawn):
    described = drawn["speakers"]
    values, patches = described.values, described.figure.axes[0].patches
    for number, (name, marked, retold) in enumerate(values):
        one, two = patches[2 * number].get_width(), patches[2 * number + 1].get_width()
        assert one * retold == pytest.approx(two * marked, abs=1e-6)
        assert name in described.description
        for words in (marked, retold):
            assert not words or f"{words:,}" in described.description
    names = [name for name, *_ in values]
    assert not [name for name in names if name.startswith("“")]  # sources without a name are one


def test_speaks_of(drawn):
    described = drawn["speaks_of"]
    values, squares = described.values, described.figure.axes[0].patches
    assert len(squares) == len(values)
    areas = sorted(square.get_width() * square.get_height() for square in squares)
    for area, number in zip(areas, sorted(v[2] for v in values), strict=True):
        assert area / areas[-1] == pytest.approx(number / max(v[2] for v in values))
    for who, name, number in values[:40]:
        assert f"{who} of {name}: {number:,}" in described.description
    assert not values or sum(v[2] for v in values) >= 5


def test_cue_classes(drawn):
    described = drawn["cue_classes"]
    for texts, (who, word, kind, many) in zip(marks(described, Text), described.values, strict=True):
        assert texts[0].get_text().rstrip("…") in f"{word} {many}"
        assert (texts[0].get_fontweight() == "bold") == (kind in CUE_CLASSES[1:])
        assert [text.get_text() for text in texts[1:]] == ([kind] if kind in CUE_CLASSES[1:] else [])
        assert f"{who}, {word}: {many:,}" in described.description


def test_tone_course(drawn):
    described = drawn["tone_course"]
    dots = [own[0] for own in marks(described, Ellipse)]
    assert len(dots) == len(described.values)
    zero, reach = 100, 0.5 if all(abs(value[1]) <= 0.5 for value in described.values) else 1
    for dot, (_, tone, low, high) in zip(dots, described.values, strict=True):
        assert (zero - dot.get_center()[1]) * reach / 78 == pytest.approx(tone)
        assert (dot.get_facecolor()[:3] == pytest.approx(rgb(PAPER))) == (low <= 0 <= high)


def rgb(colour):
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


@pytest.mark.parametrize(("name", "unit"), [("tone_by_voice", "word"), ("stance_by_actor", "mention")])
def test_dots(drawn, name, unit):
    described, axes = drawn[name], drawn[name].figure.axes[0]
    dots = [x for line in axes.lines if line.get_marker() == "o" for x in line.get_xdata()]
    assert len(dots) == len(described.values)
    if dots:  # one scale, zero in its middle
        zero, widest = axes.lines[0].get_xdata()[0], max(abs(end) for v in described.values for end in v[1:4])
        reach = 0.5 if widest <= 0.5 else 1
        scale = (2 * (zero - 210) - 16) / 2 / reach
        assert [(x - zero) / scale for x in dots] == pytest.approx([v[1] for v in described.values])
    for who, _, _, _, number in described.values:
        assert re.search(rf"{re.escape(who)} [+−]?\d\.\d\d \(.*?{number:,} {unit}", described.description)


def test_reliability():
    described = figures.reliability(accuracy.compared(reliability=True))
    spots = [own[0].get_center() for own in marks(described, Ellipse)]
    for method, (left, low, high) in {"tone": (56, -0.6, 0.6), "stance": (406, 0.3, 1.0)}.items():
        places = [spot for spot, value in zip(spots, described.values, strict=True) if value[0] == method]
        for (x, y), (_, predicted, observed, _) in zip(
            places, [value for value in described.values if value[0] == method], strict=True
        ):
            assert low + (x - left) / 250 * (high - low) == pytest.approx(min(max(predicted, low), high))
            assert high - (y - 30) / 250 * (high - low) == pytest.approx(min(max(observed, low), high))


def test_event_line(drawn):
    described = drawn["event_line"]
    for own, (clause, first, last, inferred) in zip(marks(described), described.values, strict=True):
        sign = own[-1]
        assert (sign.get_facecolor()[:3] == pytest.approx(rgb(PAPER))) == inferred
        assert scales.number(first) <= scales.number(last)
        assert short(clause, 120) in described.description
    firsts = [scales.number(value[1]) for value in described.values]
    assert firsts == sorted(firsts)


def test_telling_order(drawn):
    described = drawn["telling_order"]
    heights = [own[0].get_center()[1] for own in marks(described, Ellipse)]
    ranks = [value[2] for value in described.values]
    assert sorted(range(len(ranks)), key=lambda n: (ranks[n], n)) == sorted(
        range(len(ranks)), key=lambda n: (-round(heights[n], 6), n)
    )
    for words, _, rank in described.values[:40]:
        assert f"{words} ({rank + 1})" in described.description
    labels = {text.get_text() for own in marks(described, Text) for text in own}
    back = {
        words
        for (words, _, rank), (_, _, before) in zip(described.values[1:], described.values, strict=False)
        if rank < before
    }
    assert len(labels) <= len(back)  # words stand at the jumps alone


SPANS = [
    [("2025-05-08", "2025-05-08")],
    [("1945-01-01", "1945-12-31"), ("2025-05-08", "2025-05-08"), ("2025-05-09", "2025-05-09")],
    [("-0043-03-15", "-0043-03-15"), ("0079-08-24", "0079-08-24"), ("+99999-01-01", "+99999-12-31")],
    [("1900-01-01", "1999-12-31"), ("1969-07-20T20:17", "1969-07-20T20:17"), ("1969-07-21", "1969-07-21")],
]


@pytest.mark.parametrize("spans", SPANS)
def test_a_scale_of_time_keeps_the_order_and_its_room(spans):
    scale = scales.TimeScale(spans, 10, 300)
    days = sorted(scales.number(end) for span in spans for end in span)
    xs = [scale.x(day) for day in days]
    assert xs == sorted(xs)
    assert 10 <= min(xs) <= max(xs) <= 300
    assert [left for *_, left, _ in scale.pieces] == sorted(left for *_, left, _ in scale.pieces)
    assert scale.ticks()
    for (first, last, left, right), day in ((piece, piece[0] + (piece[1] - piece[0]) / 4) for piece in scale.pieces):
        assert scale.x(day) == pytest.approx(left + (right - left) / 4)  # true within a piece
        assert first < last


def test_years_in_which_nothing_lies_are_left_out():
    assert len(scales.pieces([(0, 8), (10, 11), (30000, 30001)])) == 2
    assert len(scales.pieces([(0, 1), (2, 3), (4, 5)])) == 1


def test_the_same_figure_gives_the_same_bytes(default):
    assert (
        figures.sections(default, section_lengths(default)).png()
        == figures.sections(default, section_lengths(default)).png()
    )


def test_a_figure_is_html_with_its_drawing_inline_and_its_description(drawn):
    for name, described in drawn.items():
        data = described._repr_mimebundle_()
        assert data["text/plain"] == described.description
        assert data["text/html"] == described._repr_mimebundle_()["text/html"], name
        for drawing in re.findall(r"<svg.*?</svg>", data["text/html"], re.DOTALL):
            root = ElementTree.fromstring(drawing)
            assert root.get("aria-label") == described.description
            marks = [mark for mark in root.iter("a") if mark.get("data-at") is not None]
            assert all(mark.find("title").text and mark.get("id") for mark in marks)
            assert len({mark.get("id") for mark in marks}) == len(marks)
            assert not re.search(r"<(?:script|style|path id=.text)", drawing)
            assert " font:" not in drawing


def test_ink_and_paper_are_the_pages_own(default):
    drawing = re.search(r"<svg.*?</svg>", figures.actor_lanes(default, by_actor(actors(default))).html(), re.DOTALL)[0]
    assert "var(--f-ink)" in drawing
    assert not [token for token in TOKENS if token in drawing]


def test_where_the_text_must_not_be_passed_on_no_sentence_stands_behind_a_figure(default, monkeypatch):
    monkeypatch.setenv("SNIPPETS", "1")
    html = figures.actor_lanes(default, by_actor(actors(default))).html()
    assert "<li" not in html
    assert "#0-7" not in html


def test_a_dollar_is_a_dollar_when_it_is_drawn(drawn, monkeypatch):
    """Labels of any kind, two dollar signs in one among them."""
    monkeypatch.setattr("helpers.figures.base.DPI", 20)
    for described in drawn.values():
        texts = written(described.figure)
        assert not [text for text in texts if text.get_parse_math()]
        if any("$" in text.get_text() for text in texts):
            assert described.png().startswith(b"\x89PNG")
            described.figure.savefig(io.BytesIO(), format="svg")


def test_a_mark_is_a_link_in_pages_and_none_in_a_notebook(default):
    html = figures.actor_lanes(default, by_actor(actors(default))).html()
    drawing = re.search(r"<svg.*?</svg>", html, re.DOTALL)[0]
    assert "href" not in drawing  # JupyterLab fails on a link in a drawing
    page = _passage_links(html)
    assert "data-to" not in page
    links = re.findall(r"<a [^>]*data-at[^>]*>", page)
    assert links
    assert all('href="index.html#' in link and "role" not in link for link in links)


def test_what_has_no_name_is_drawn_however_many_names_there_are():
    article = from_text(LONG + "\n“The talks are over and nobody has won them,” officials said on Monday in London.")
    drawn = figures.speakers(article, summary.by_speaker(find_quotes(article), summary.UNNAMED)).values
    assert len(drawn) == 12
    assert drawn[-1][0] == summary.UNNAMED
