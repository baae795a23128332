"""The reader's HTML: the text untouched, every mark where its row is, colours that hold."""

import html.parser
import itertools
import json
import re

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import reader, tables
from helpers.article import from_text
from helpers.quotes import find_quotes
from helpers.reader.layers import FORMS, LAYERS, NESTED, TONES, colours
from helpers.reader.show import style
from helpers.sentiment import score_sentences
from helpers.themes import actors, themes
from helpers.timeline import check_consistency, find_times

NESTED_TEXT = (
    "Berg told reporters on May 8, 2025: “Holm said ‘the port is closed’ last week, and Norway pays $5 for $6.”\n\n"
    "“It is good,” she said.\n\n“It will stay so,” Holm added in Oslo. 😀 The terrible storm came in 1945."
)


class Blocks(html.parser.HTMLParser):
    """Text of each block, and the text under each mark's index, without the notes."""

    def __init__(self):
        super().__init__()
        self.blocks, self.marks, self.open, self.depth, self.data = {}, {}, [], [], None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "br":
            self.handle_data("\n")
            return
        if "data-s" in attrs:
            self.block = int(attrs["data-s"])
            self.blocks[self.block] = ""
        self.open.append((tag, attrs))
        self.data = "" if attrs.get("type") == "application/json" else self.data

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.open and self.open[-1][1].get("type") == "application/json":
            self.data += text
        if not any("data-s" in attrs for _, attrs in self.open):
            return
        self.blocks[self.block] += text
        for _, attrs in self.open:
            for index in attrs.get("data-r", "").split():
                look = attrs["class"].split()[0]
                self.marks[int(index), look] = self.marks.get((int(index), look), "") + text


def everything(article):
    return {
        "quotes": find_quotes(article),
        "actors": actors(article),
        "times": find_times(article),
        "tone": score_sentences(article),
        "themes": themes(article),
        "consistency": check_consistency(article),
    }


def read(article, **layers):
    shown = Blocks()
    shown.feed(reader.show(article, **layers).body)
    return shown, json.loads(shown.data)


def check(article, layers):
    shown, data = read(article, **layers)
    assert shown.blocks == {int(row.start): row.text for row in article.blocks.itertuples()}
    looks = {"quotes": "q", "actors": "a", "times": "t", "tone": "n", "consistency": "x"}
    breaks = {place for row in article.blocks.itertuples() for place in (int(row.start), int(row.end))}
    for index, (layer, start, end, _, _, _, _, _) in enumerate(data["rows"]):
        name = data["layers"][layer][0]
        if name in looks and article.text[start:end].strip():  # a line break between blocks shows nothing
            under = shown.marks[index, looks[name]]
            inside = any(start < place < end for place in breaks)  # what runs over blocks loses the breaks
            assert under == article.text[start:end] or (inside and under in article.text[start:end].replace("\n", ""))
    return data


@pytest.mark.parametrize("name", ["default", "harbour", "nested"])
def test_every_mark_is_where_its_row_is(name, request):
    article = from_text(NESTED_TEXT) if name == "nested" else request.getfixturevalue(name)
    layers = everything(article)
    data = check(article, layers)
    assert len(data["rows"]) == sum(map(len, layers.values()))


WORDS = st.lists(st.sampled_from(["Berg", "said", "“it", "rained”", "on", "May 8", "$5", "<b>", "&amp;", "😀", "\n\n"]))


@settings(max_examples=60, deadline=None)
@example(["Berg", "“it", "on", "\n\n", "Berg"], [(11, 1)])
@given(WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12))
def test_layers_overlap_without_breaking_the_text(words, spans):
    article = from_text(" ".join(words), language="any")
    rows = [
        {"start": a, "end": min(a + n, len(article.text)), "actor": "A", "kind": "person", "how": "name", "key": k}
        for k, (a, n) in enumerate(spans)
        if a < len(article.text)
    ]
    times = [{"start": row["start"], "end": row["end"], "type": "DATE"} for row in rows[::2]]
    check(
        article,
        {"actors": tables.build("actors", rows, article.text), "times": tables.build("times", times, article.text)},
    )


def test_a_quotation_inside_another_is_told_apart():
    article = from_text(NESTED_TEXT)
    assert find_quotes(article)["inside"].notna().any()
    assert 'class="q nested"' in reader.show(article, quotes=find_quotes(article)).body


def test_layers_that_are_not_given_are_not_there(default):
    body = reader.show(default, times=find_times(default)).body
    assert 'class="q' not in body
    assert '"quotes"' not in body
    assert reader.show(from_text("")).plain == "The article with 0 marks: no layer."


def test_nothing_of_an_article_ends_the_data(default):
    article = from_text("“</script><script>alert(1)</script> $x$ \u2028,” said Anna Berg in Oslo on May 8.")
    body = reader.show(article, **everything(article)).body
    assert body.count("<script") == body.count("</script>") == 2
    assert "<script>alert" not in body
    data = body.split('type="application/json">')[1].split("</script>")[0]
    assert not set("<>&$\u2028") & set(data)
    json.loads(data)


# Contrast (WCAG 2.2) and colour-blind readers (Machado, Oliveira & Fernandes 2009, severity 1).
BLIND = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(colour):
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    light, dark = sorted((float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    f = np.cbrt(np.maximum(xyz / [0.9505, 1, 1.089], 0.008856))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def scheme(number):
    variables = dict(part.split(":") for part in colours()[number].split(";"))
    block = re.findall(r"--r-(?:ink|paper|quiet|soft|here|focus):#[0-9a-f]{3,6}", style())
    own = [dict(part.split(":") for part in group) for group in (block[:6], block[6:12])][number]
    full = {name: value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:]) for name, value in own.items()}
    return variables | full


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_contrast(number):
    use = scheme(number)
    grounds = [use["--r-paper"], *(value for name, value in use.items() if name.endswith("-ground")), use["--r-here"]]
    assert len(grounds) == 6
    for ground in grounds:
        assert contrast(use["--r-ink"], ground) >= 4.5, ground
    for name in ("--r-quiet", "--r-focus", "--themes"):
        assert contrast(use[name], use["--r-paper"]) >= 4.5, name
        assert contrast(use[name], use["--r-soft"]) >= 4.5, name
    for name in ("--quotes", "--actors", "--times", "--consistency", "--positive", "--negative"):
        assert contrast(use[name], use["--r-paper"]) >= 3, name  # lines carry meaning
        assert contrast(use[name], use["--quotes-ground"]) >= 3 or name == "--quotes", name


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("kind", BLIND)
def test_no_two_layers_are_told_apart_by_colour_alone(number, kind):
    use = scheme(number)
    assert set(FORMS) == {*LAYERS, "positive", "negative"} - {"tone"}
    for one, other in itertools.combinations(FORMS, 2):
        seen = [lab(np.array(BLIND[kind]) @ linear(use[f"--{name}"])) for name in (one, other)]
        assert FORMS[one] != FORMS[other] or np.linalg.norm(seen[0] - seen[1]) >= 20, (one, other)
    # grounds lie behind the same words, so they must differ to any eye
    light = [NESTED[number], LAYERS["quotes"][3 + number][1], *(four[2 + number] for four in TONES.values())]
    assert len(set(light)) == 4


def test_each_form_is_in_the_style():
    css = style()
    assert re.search(r"mark\.q:not\(\.off\)\{background", css)
    assert re.search(r"b\.a:not\(\.off\)\{border-bottom:2px solid", css)
    assert re.search(r"u\.t:not\(\.off\)\{border-bottom:2px dashed", css)
    assert "underline wavy var(--consistency)" in css
    assert re.search(r"\.positive:not\(\.off\)\{background:linear-gradient", css)
    assert re.search(r"\.negative:not\(\.off\)\{background:repeating-linear-gradient", css)
