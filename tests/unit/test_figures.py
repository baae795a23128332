"""Figures: what is drawn is what is said, nothing is cut off, nothing overlaps."""

import io
import re
import warnings
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.text import Text

from helpers import accuracy, figures
from helpers.article import from_text
from helpers.article.sections import prose_only
from helpers.figures.tokens import RC, TOKENS
from helpers.quotes import find_quotes, summary
from helpers.sentiment import by_section, by_side, by_target, by_voice, score_sentences, score_voices
from helpers.themes import actors, key_phrases, relations, themes
from helpers.timeline import find_events, find_times
from helpers.wording import decimal, short

LONG = "\n".join(
    f"Part {number} of a very long story about trains and bridges\n"
    f"“The bridge number {number} is a terrible failure,” said Governor Anna{chr(97 + number % 26)} Berg"
    f"{chr(97 + number % 26)} on May {number % 28 + 1}, {1960 + number}. Trains in London were a wonderful success."
    for number in range(60)
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
    who, quotes, times, tones = actors(article), find_quotes(article), find_times(article), score_sentences(article)
    voices = score_voices(article)
    return {
        "sections": figures.sections(article),
        "actor_lanes": figures.actor_lanes(article, who),
        "overview": figures.overview(article, who, quotes, times, tones),
        "phrase_bars": figures.phrase_bars(key_phrases(article)),
        "theme_map": figures.theme_map(article, themes(article)),
        "speakers": figures.speakers(article, quotes),
        "speaks_of": figures.speaks_of(article, summary.speaks_of(article, quotes)),
        "cue_classes": figures.cue_classes(quotes),
        "tone_course": figures.tone_course(article, by_section(article, voices), by_side(prose_only(article, voices))),
        "tone_by_voice": figures.tone_by_voice(by_voice(voices)),
        "stance_by_actor": figures.stance_by_actor(by_target(article)),
        "acts_on": figures.acts_on(relations(article)),
        "event_line": figures.event_line(article, find_events(article)),
        "telling_order": figures.telling_order(article, times),
        "whole_picture": figures.whole_picture(article, voices, by_voice(voices), times),
    }


def axes_of(described):
    return described.figure.axes[0]


def labels(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def widths(axes):
    return [patch.get_width() for patch in axes.patches]


def test_bars(drawn):
    for name, size in (("sections", 44), ("phrase_bars", 34)):
        values = drawn[name].values
        axes = axes_of(drawn[name])
        assert widths(axes) == [number for _, number in values]
        if values:
            assert labels(axes) == [short(text, size) for text, _ in values]
        for text, number in values:
            assert re.search(rf"{re.escape(text)},? {number:,}", drawn[name].description)


def test_speakers(drawn):
    described = drawn["speakers"]
    values, patches = described.values, axes_of(described).patches
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
    values, squares = described.values, axes_of(described).patches
    assert len(squares) == len(values)
    areas = sorted(square.get_width() * square.get_height() for square in squares)
    for area, number in zip(areas, sorted(v[2] for v in values), strict=True):
        assert area / areas[-1] == pytest.approx(number / max(v[2] for v in values))
    for who, name, number in values[:40]:
        assert f"{who} of {name}: {number:,}" in described.description
    assert not values or sum(v[2] for v in values) >= 5


def test_cue_classes(drawn):
    values, axes = drawn["cue_classes"].values, axes_of(drawn["cue_classes"])
    places = [tuple(map(int, spot.get_offsets()[0])) for spot in axes.collections]
    names = [label.get_text() for label in axes.get_xticklabels()]
    people = list(dict.fromkeys(v[0] for v in values))
    assert [(names[x], y) for x, y in places] == [(v[1], people.index(v[0])) for v in values]
    numbers = [int(text.get_text()) for text in axes.texts] if values else []
    assert numbers == [v[2] for v in values]
    for who, name, number in values:
        assert f"{who}, {name}: {number:,}" in drawn["cue_classes"].description


def test_lanes(drawn):
    values, axes = drawn["actor_lanes"].values, axes_of(drawn["actor_lanes"])
    marks = [len(line.get_xdata()) for line in axes.lines if line.get_marker() == "|"]
    assert marks == [number for _, number in values]
    for name, number in values:
        assert f"{name} {number:,}" in drawn["actor_lanes"].description


def test_overview(drawn):
    values, axes = drawn["overview"].values, axes_of(drawn["overview"])
    for lane, (name, number) in zip(axes.collections, values, strict=True):
        bars = len(lane.get_paths())
        assert bars == number or (name == "Reported words" and bars > number)  # one in several parts counts once
        assert f"{name} {number:,}" in drawn["overview"].description


def test_the_overview_counts_attributions_as_the_text_does(default):
    quotes = find_quotes(default)
    drawn = figures.overview(default, actors(default), quotes, find_times(default), score_sentences(default))
    assert dict(drawn.values)["Reported words"] == summary.attributions(quotes)["whole"].nunique()


def test_theme_map(drawn):
    values, axes = drawn["theme_map"].values, axes_of(drawn["theme_map"])
    if not values:
        assert not axes.images
        return
    percent = np.rint(100 * axes.images[0].get_array()).astype(int)
    assert sorted(percent[percent > 0]) == sorted(v[2] for v in values)
    assert sorted(int(text.get_text()) for text in axes.texts) == sorted(v[2] for v in values)
    rows = list(dict.fromkeys(v[0] for v in values))
    for number, name in enumerate(rows):
        assert max(percent[number]) == max(v[2] for v in values if v[0] == name)
        assert f"{name}: {max(percent[number])} percent" in drawn["theme_map"].description


def test_tone_course(drawn):
    course, axes = drawn["tone_course"], axes_of(drawn["tone_course"])
    means = [
        round(float(lines.get_segments()[0][0][1]), 3) for lines in axes.collections if hasattr(lines, "get_segments")
    ]
    assert means == [v[2] for v in course.values]
    bands = [lines for lines in axes.collections if not hasattr(lines, "get_segments")]
    assert len(bands) == sum(v[5] > 1 for v in course.values)
    for band, value in zip(bands, [v for v in course.values if v[5] > 1], strict=True):
        heights = band.get_paths()[0].vertices[:, 1]
        assert (round(float(heights.min()), 3), round(float(heights.max()), 3)) == value[3:5]


@pytest.mark.parametrize(("name", "unit"), [("tone_by_voice", "word"), ("stance_by_actor", "mention")])
def test_dots(drawn, name, unit):
    described, axes = drawn[name], axes_of(drawn[name])
    dots = [x for line in axes.lines if line.get_marker() == "o" for x in line.get_xdata()]
    assert len(dots) == len(described.values)
    if dots:  # one scale, zero in its middle
        zero, reach = axes.lines[0].get_xdata()[0], max(0.25, *(abs(end) for v in described.values for end in v[1:4]))
        scale = (2 * (zero - 210) - 16) / 2 / reach
        assert [(x - zero) / scale for x in dots] == pytest.approx([v[1] for v in described.values])
    for who, _, _, _, number in described.values:
        assert re.search(rf"{re.escape(who)} [+−]?\d\.\d\d \(.*?{number:,} {unit}", described.description)


def test_reliability():
    described = figures.reliability(accuracy.compared(reliability=True))
    drawn = [
        (round(float(x), 3), round(float(y), 3))
        for axes in described.figure.axes
        for line in axes.lines
        if line.get_marker() == "o"
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]
    assert drawn == [v[1:3] for v in described.values]


def test_acts_on(drawn):
    values, axes = drawn["acts_on"].values, axes_of(drawn["acts_on"])
    assert len(axes.lines) == len(values)
    for who, name, number in values[:40]:
        assert f"{who} on {name}: {number:,}" in drawn["acts_on"].description


def test_event_line(drawn):
    values, axes = drawn["event_line"].values, axes_of(drawn["event_line"])
    firsts = {}
    for line in axes.lines:
        firsts[int(line.get_ydata()[0])] = (float(line.get_xdata()[0]), line.get_markerfacecolor() == "white", True)
    for patch in axes.patches:
        row = round(patch.get_y() + patch.get_height() / 2)
        firsts[row] = (patch.get_x(), patch.get_facecolor()[:3] == (1, 1, 1), False)
    assert sorted(firsts) == list(range(len(values)))
    for row, (label, first, last, inferred) in enumerate(values):
        assert firsts[row][1:] == (inferred, first == last)
        assert f"{label}: {axes.texts[row].get_text()}" in drawn["event_line"].description
    assert [firsts[row][0] for row in sorted(firsts)] == sorted(place for place, *_ in firsts.values())


def test_telling_order(drawn):
    values, axes = drawn["telling_order"].values, axes_of(drawn["telling_order"])
    heights = [int(y) for line in axes.lines for y in line.get_ydata()]
    assert heights == [v[2] for v in values]
    for words, _, rank in values[:40]:
        assert f"{words} ({rank + 1})" in drawn["telling_order"].description


def written(figure):
    """Every piece of text that is drawn; matplotlib keeps ticks outside the axes that it does not draw."""
    yield from figure.texts
    for axes in figure.axes:
        yield from axes.texts
        if axes.axison:
            yield from (axes.xaxis.label, axes.yaxis.label)
            for axis in (axes.xaxis, axes.yaxis):
                low, high = sorted(axis.get_view_interval())
                yield from (tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high)


def many(number):
    """So many speakers with names of forty characters who speak of each other."""
    names = [f"Anna{chr(97 + n % 26)}{chr(97 + n // 26)} Wolfeschlegelsteinhausenbergerdorff" for n in range(number)]
    others = [*names[1:], names[0]]
    text = "\n\n".join(f"“We trust {b}, and nobody else,” said {a}." for a, b in zip(names, others, strict=True))
    article = from_text(text)
    quotes = find_quotes(article)
    return {
        "speakers": figures.speakers(article, quotes, most=number),
        "speaks_of": figures.speaks_of(article, summary.speaks_of(article, quotes)),
    }


@pytest.mark.parametrize("number", [5, 50])
def test_long_names_fit_at_five_and_at_fifty_rows(number):
    test_nothing_is_cut_off_or_overlaps(many(number))


def test_nothing_is_cut_off_or_overlaps(drawn):
    both = {f"{name} narrow": figure for name, one in drawn.items() if (figure := one.narrow()) is not None}
    for name, drawing in {**{name: one.figure for name, one in drawn.items()}, **both}.items():
        with rc_context(RC), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph")
            drawing.draw_without_rendering()
        renderer = drawing.canvas.get_renderer()
        whole = drawing.bbox.padded(1)
        boxes = []
        for text in {text for text in written(drawing) if text.get_visible() and text.get_text().strip()}:
            box = text.get_window_extent(renderer)
            assert whole.x0 <= box.x0, (name, text)
            assert box.x1 <= whole.x1, (name, text)
            assert whole.y0 <= box.y0, (name, text)
            assert box.y1 <= whole.y1, (name, text)
            if not text.get_rotation():
                boxes.append((box.padded(-1), text.get_text()))
        for (a, first), (b, second) in combinations(boxes, 2):
            assert not a.overlaps(b), (name, first, second)


def test_the_same_figure_gives_the_same_bytes(default):
    assert figures.sections(default).png() == figures.sections(default).png()


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
    drawing = re.search(r"<svg.*?</svg>", figures.actor_lanes(default, actors(default)).html(), re.DOTALL)[0]
    assert "var(--f-ink)" in drawing
    assert not [token for token in TOKENS if token in drawing]


def test_where_the_text_must_not_be_passed_on_no_sentence_stands_behind_a_figure(default, monkeypatch):
    monkeypatch.setenv("SNIPPETS", "1")
    html = figures.actor_lanes(default, actors(default)).html()
    assert "<li" not in html
    assert "#0-7" not in html


def test_whole_picture(drawn):
    values, axes = drawn["whole_picture"].values, axes_of(drawn["whole_picture"])
    lanes = [value for value in values if len(value) == 3]
    if not lanes:
        return
    shown = labels(axes)
    assert shown[-1] == "times named" if len(values) > len(lanes) else len(shown) == len(lanes)
    for (voice, words, tone), lane in zip(lanes, shown, strict=False):
        assert lane[:8] in voice.replace("; ", " and ")
        assert f"{words:,} word" in drawn["whole_picture"].description
        assert decimal(tone) in drawn["whole_picture"].description
    numbers = [text.get_text() for text in axes.texts]
    assert all(f"{words:,}" in numbers for _, words, _ in lanes)


def test_a_hyphen_in_a_name_stays_a_hyphen():
    article = from_text("“A great day,” said Anna Kross-Weber. “An awful, horrible day,” said Jean-Paul Roe.")
    voices = score_voices(article)
    said = figures.whole_picture(article, voices, by_voice(voices), find_times(article)).description
    assert "Anna Kross-Weber 3 words" in said
    assert "Jean-Paul Roe 4 words with a mean tone of −0" in said


def test_a_dollar_is_a_dollar_when_it_is_drawn(drawn):
    """Labels and ticks of any kind, two dollar signs in one among them."""
    for described in drawn.values():
        assert described.png().startswith(b"\x89PNG")
        described.figure.savefig(io.BytesIO(), format="svg")
        assert not [text for text in described.figure.findobj(Text) if text.get_parse_math()]
