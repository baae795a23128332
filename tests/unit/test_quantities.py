"""Every number: what it is, what it counts, and what is no quantity."""

import json

import pytest

from helpers.article import from_text
from helpers.evaluate.quantities import quantities as measured
from helpers.quantities import find_quantities
from helpers.quotes import find_quotes
from helpers.timeline import find_times

# sentence -> words, value, high, unit, kind of the first quantity
TOLD = {
    "The yard employs 13,000 people.": ("13,000", 13000, None, "person", "count"),
    "A dozen boats sank.": ("A dozen", 12, None, "boat", "count"),
    "Half a million homes lost power.": ("Half a million", 500000, None, "home", "count"),
    "Twenty-five boats sank.": ("Twenty-five", 25, None, "boat", "count"),
    "Thousands of birds died.": ("Thousands", 1000, 10000, "bird", "count"),
    "It cost £1.2bn.": ("£1.2bn", 1.2e9, None, "pound", "money"),
    "It cost US$40 million.": ("US$40 million", 4e7, None, "US dollar", "money"),
    "It cost 7.5 million Danish kroner.": ("7.5 million Danish kroner", 7.5e6, None, "Danish krone", "money"),
    "Rents rose by 4.5 per cent.": ("4.5 per cent", 4.5, None, "percentage", "share"),
    "A third of the voters stayed at home.": ("A third", 1 / 3, None, None, "share"),
    "One in five voters stayed at home.": ("One in five", 0.2, None, None, "share"),
    "The train went at 87 mph.": ("87 mph", 87, None, "mile per hour", "measure"),
    "It takes a 5-10W laser.": ("5-10W", 5, 10, "watt", "measure"),
    "It will take three or four years.": ("three or four years", 3, 4, "year", "measure"),
    "It cost between 50 and 70 euros.": ("50 and 70 euros", 50, 70, "euro", "money"),
    "Petrol sells for $2 a gallon.": ("$2 a gallon", 2, None, "dollar", "money"),
    "Rovers won 4-1 on Saturday.": ("4-1", 4, 1, "", "score"),
    "Ann Lee, 34, opened it.": ("34", 34, None, "year of age", "age"),
    "The 34-year-old clerk opened it.": ("34-year-old", 34, None, "year of age", "age"),
    "Ann Lee, just 20 and with a clerk, opened it.": ("20", 20, None, "year of age", "age"),
    "It was his third visit this year.": ("third", 3, None, "visit", "ordinal"),
    "Twice as many boats came.": ("Twice", 2, None, "", "multiple"),
    "It was 41 degrees celsius.": ("41 degrees celsius", 41, None, "degree Celsius", "measure"),
    "It took 90 British Thermal Units.": ("90 British Thermal Units", 90, None, "British thermal unit", "measure"),
    "It was minus-12 degrees Celsius.": ("minus-12 degrees Celsius", -12, None, "degree Celsius", "measure"),
}
NONE = (
    "She lives at 14 Mill Lane.",
    "He called 555-0134 at 5:30 p.m. on 8 May 2025.",
    "Flight 212 left Gate 4.",
    "Section 12 of the act was read.",
    "The iPhone 14 and the A4 road are old.",
    "The fire of 1931 is the one that they recall.",
    "The first visit was in the second quarter.",
    "One day she left.",
)


@pytest.mark.parametrize("sentence", TOLD)
def test_a_number_says_what_it_is(sentence):
    words, value, high, unit, kind = TOLD[sentence]
    row = find_quantities(from_text(sentence)).iloc[0]
    assert (row["text"], row["kind"]) == (words, kind)
    assert row["value"] == pytest.approx(value)
    assert row["high"] == high or (high is None and row["high"] != row["high"])
    assert (row["unit"] or "") == (unit or "")


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_quantity(sentence):
    assert find_quantities(from_text(sentence)).empty


@pytest.mark.parametrize(
    ("sentence", "column", "value"),
    [
        ("About 40 boats sank.", "approximate", "about"),
        ("At least 40 boats sank.", "approximate", "at least"),
        ("Up to 40 boats sank.", "approximate", "at most"),
        ("Nearly 40 boats sank.", "approximate", "about"),
        ("40 boats sank.", "approximate", None),
        ("Rents rose by 4 per cent.", "change", "rise"),
        ("Rents fell 4 per cent.", "change", "fall"),
        ("Rents are 4 per cent of it.", "change", None),
        ("They raised 4 million euros.", "change", None),
        ("60 of the 400 houses burned.", "whole", "the 400 houses"),
        ("Wages are 12 euros an hour.", "per", "hour"),
        ("60 per cent of its revenue is from oil.", "of", "its revenue"),
    ],
)
def test_how_a_number_is_told(sentence, column, value):
    assert find_quantities(from_text(sentence)).iloc[0][column] == value


def test_a_number_has_its_time_and_its_speaker():
    article = from_text("In 2019 the port had 40 boats. “We lost 12 boats,” said Anna Berg.", published="2025-05-08")
    table = find_quantities(article)
    assert table["time"].tolist() == [find_times(article)["id"].iloc[0], None]
    assert table["quote"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("text", "narrators"),
    [
        ("Ann Lee criticized the two plans for the bridge.", True),
        ("Ann Lee said that two plans would close the bridge.", False),
    ],
)
def test_what_is_only_backed_is_the_narrators_figure(text, narrators):
    article = from_text(text)
    assert len(find_quotes(article)) == 1
    assert find_quantities(article)["quote"].isna().tolist() == [narrators]


def test_the_measure_counts_what_is_right(tmp_path):
    marked = [{"value": "40.0", "unit": "boats", "normalized_unit": "boat", "change": "~"}]
    rows = [{"text": "About 40 boats sank.", "quantities": marked}, {"text": "12 boats came.", "quantities": []}]
    path = tmp_path / "own.json"
    path.write_text(json.dumps(rows), encoding="utf8")
    figures, errors = measured(path)
    assert figures["value"].tolist() == [pytest.approx(2 / 3)] * 3
    assert errors["kind"].tolist() == ["found beside"]
