"""Tables in the words of the article, and the reading page's colours: what can be seen without a browser."""

import itertools
import re

import numpy as np
import pandas as pd
import pytest

from helpers import reader
from helpers.analyses import collect
from helpers.article import from_text
from helpers.quantities import find_quantities
from helpers.reader.page import style
from helpers.reader.page_data import page_data
from helpers.themes import actors
from helpers.timeline import find_times

LONG = "\n\n".join(f"It opened in {year}, said Anna Berg." for year in range(1950, 1980))


def test_all_rows_are_there_and_the_first_are_seen():
    article = from_text(LONG)
    times = find_times(article)
    shown = reader.passages(article, times, ["value"])
    assert shown.body.count("<tr") == len(times) + 1 == 31
    assert shown.body.count('class="rest"') == 18
    assert shown.plain.endswith("… and 18 more.")
    assert len(shown.plain.splitlines()) == 13
    assert 'class="rest"' not in reader.passages(article, times, ["value"], most=None).body


def test_a_row_is_headed_by_who_or_what_it_is_about():
    article = from_text("Anna Berg left. She was glad.")
    body = reader.passages(article, actors(article), ["how", "actor"]).body
    assert body.count('class="head" data-label="Actor">Anna Berg') == 2
    table = pd.DataFrame({"kind": ["direct"], "speaker": [None]})
    body = reader.listing(table, ["speaker", "kind"]).body
    assert 'class="brief none" data-label="Speaker"' in body  # a missing speaker is no heading
    assert 'class="brief head" data-label="Kind"' in body


def test_rows_lead_to_their_places_only_where_their_article_is_given():
    article = from_text("It opened in 1945.")
    times = find_times(article)
    assert "<a " not in reader.listing(times, ["value"]).body
    assert 'href="#13-17"' in reader.listing(times, ["value"], article=article).body


def test_nothing_of_an_article_ends_the_table_or_its_data():
    article = from_text("</script><script>alert(1)</script> $x$ opened in 1945.")
    body = reader.passages(article, find_times(article)).body
    assert body.count("<script") == body.count("</script>") == 2
    assert "<script>alert" not in body
    data = body.split('class="cr-near">')[1].split("</script>")[0]
    assert not set("<>&$") & set(data)


def test_only_snippets_where_the_text_must_not_be_passed_on(monkeypatch):
    monkeypatch.setenv("SNIPPETS", "1")
    article = from_text(LONG)
    shown = reader.passages(article, find_times(article))
    assert shown.body.count("<tr") == 13
    assert shown.plain.endswith("18 more are not shown, so that the article’s text is not passed on.")
    assert 'class="cr-near"' not in shown.body
    assert "<a " not in shown.body


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


VOICES = "ABCDEF"


def scheme(number):
    """The page's colours, in light or in dark."""
    blocks = re.findall(r":root \{(.*?)\}", style(), re.S)
    found = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", blocks[number]))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:]) for name, value in found.items()
    }


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_contrast(number):
    use = scheme(number)
    for ground in ("paper", "soft", "lit"):
        assert contrast(use["ink"], use[ground]) >= 4.5, ground
    for ground in ("paper", "soft"):
        for name in ("quiet", "focus", "red", *(f"{voice}i" for voice in VOICES + "G")):
            assert contrast(use[name], use[ground]) >= 4.5, (name, ground)
    for voice in VOICES + "G":
        assert contrast(use[f"{voice}o"], use[voice]) >= 4.5, voice  # the sign on its band


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [None, *BLIND])
def test_no_two_voices_look_alike(number, kind):
    use, eye = scheme(number), np.array(BLIND[kind]) if kind else np.eye(3)
    for one, other in itertools.combinations(VOICES, 2):
        seen = [lab(eye @ linear(use[voice])) for voice in (one, other)]
        assert np.linalg.norm(seen[0] - seen[1]) >= 10, (one, other)


def test_what_agrees_stands_beside_what_does_not_and_who_is_heard_is_said(default):
    tables = collect(default)
    data = page_data(default, tables)
    assert sum(one["w"] for one in data["heard"]) > 0
    assert next(one for one in data["voices"] if one["k"] == "Xi Jinping")["role"]
    rows = [
        ("r1", 0, 7, "sum", ((0, 7), (8, 17)), "2 + 3 = 5", "agrees", None),
        ("r2", 0, 7, "sum", ((0, 7),), None, "not comparable", "rounded"),
        ("r3", 0, 7, "sum", ((0, 7), (8, 17)), "2 + 3 = 6", "disagrees", None),
    ]
    relations = pd.DataFrame(rows, columns=["id", "start", "end", *"kind spans computation verdict reason".split()])
    data = page_data(default, {**tables, "relations_checked": relations})
    assert [one["v"] for one in data["compared"]] == ["agrees", "not comparable"]
    assert data["compared"][0]["m"] == [[0, 7], [8, 17]]


def test_a_time_has_the_clauses_that_it_dates(default):
    times = page_data(default)["times"]
    told = {default.text[slice(*span)] for one in times for span in one["m"]}
    assert any("arrived in Moscow on May 8" in clause for clause in told)
    assert all(len(one["m"]) == len(one["st"]) for one in times)


def test_the_value_of_a_quantity_is_a_number_and_that_of_a_time_is_not():
    article = from_text("Some 27 million people left in 1945, and 2.5 million came.")
    shown = reader.passages(article, find_quantities(article), ["value"])
    assert "| 27,000,000" in shown.plain
    assert "| 2,500,000" in shown.plain
    assert "TIMEX3" not in shown.body
    assert "TIMEX3" in reader.passages(article, find_times(article), ["value"]).body


def test_the_code_of_a_time_stands_with_its_words():
    article = from_text("It took 60 days. It opened on May 8, 2025.")
    body = reader.passages(article, find_times(article), ["value"]).body
    assert 'P60D<br><small class="quiet">60 days long</small>' in body
    assert "2025-05-08<br>" not in body  # says itself
