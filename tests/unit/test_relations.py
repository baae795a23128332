"""Figures of one article set against each other: what agrees, what does not, and what is left alone."""

import json

import pytest

from helpers.article import from_text
from helpers.consistency import check_consistency, relations_checked
from helpers.consistency.grounds import Grounds
from helpers.consistency.relations.equalities import equalities
from helpers.consistency.stretches import lengths_of, stretches
from helpers.evaluate.consistency import consistency as measured

# what adds up: text -> kind, computation
AGREES = {
    "All 31 of those infected were guests. Eighteen were women and 13 men.": ("sum", "18 + 13 = 31"),
    "She was fined £200, with £75 costs, or £275 in all.": ("sum", "200 + 75 = 275"),
    "The pier is 1,140 feet long. It was 1,480, but 340 feet were lost.": ("difference", "1,140 + 340 = 1,480"),
    "Of the club’s 96 boats, 60 were sold. The other 36 are for hire.": ("remaining", "96 − 60 = 36"),
    "Freight revenue was up from £18m to £22.5m, or a quarter.": (
        "change",
        "(22,500,000 − 18,000,000) / 18,000,000 = 25 per cent",
    ),
    "The share fell $1.25, or 1.4 per cent, to $88.95.": ("change", "1.25 / 90.2 = 1.39 per cent"),
    "Of 490 pupils, 98, or 20 per cent, walk to school.": ("share", "98 / 490 = 20 per cent"),
    "He loaded 40 drums. They weighed 180 kilograms each, or 7.2 tonnes together.": (
        "product",
        "40 × 180 kilograms = 7.2 tonnes",
    ),
    "The union, with 300 members, asks Rs 1 lakh for each member, or Rs 3 crore in all.": (
        "product",
        "300 × 100,000 = 30,000,000",
    ),
    "Rain fell short: 210 mm, as against a normal of 350 mm, a deficit of 40 per cent.": (
        "change",
        "(210 − 350) / 350 = −40 per cent",
    ),
    "The club has played eight games: two wins, three draws and three defeats.": ("sum", "2 + 3 + 3 = 8"),
    "She was refused a licence in 1990. It took her 22 years to get one.": ("span", "1990 to 8 May 2012: 22 years"),
    "He led the choir for eleven years, from 1984 to 1995.": ("span", "1984 to 1995: eleven years"),
    "All 174 persons were saved. Boats took off 71 of them, a ship 58 more, and the remaining 45 came by raft.": (
        "parts",
        "71 + 58 + 45 = 174",
    ),
    "All 16 members voted. Nine were in favour and four against, while three abstained.": ("sum", "9 + 4 + 3 = 16"),
    "Membership has doubled, from 4,000 to 8,000.": ("factor", "8,000 / 4,000 = 2"),
    "The lake opened on Friday 8 July last year.": ("weekday", "8 July 2011 is a Friday"),
    "The lake opens on Friday 6 July 2012.": ("weekday", "6 July 2012 is a Friday"),
}
# what only seems to: nothing may be said of it
ALONE = (
    "The ferry has 12 crew. It carried 40 cars and 52 bicycles.",
    "Five boats left in May. Six came back, and eleven men were hurt in June.",
    "Police counted 40 marchers. Organisers put the figure at 200.",
    "Of the 96 boats, 60 were sold, 10 were burned and the other 26 are for hire.",
    "Rents rose from £500 to £600, while wages rose by 2 per cent.",
    "Tom Roe sat down at 4 for 10. The 14 children sang.",
    "The 40 families are to get £300 per family. The council has £15,000.",
    "Police found 40 clocks. Of these 14 belong to the abbey, eight to the school and six to the town.",
    "Tom Roe died on 17 July 2007. His song was sung in April 2008, and Ann Lee wept.",
    "Held every May since 2000, the race is loved. In 2020 there will be its twentieth edition.",
    "Profit was 235 million last year. Sales rose from 71 million to 98 million, and 27 million were lost.",
    "The school closed in 1998. In 2003 the school was reopened, and in 2005 the school won a prize.",
    "Four mayors were suspended. The others are Ann Lee of Holm and Ben Roe of Carrow.",
    "A 60-year-old firm hired Ann Lee, 46. The 52-year-old chairman wept.",
    "The tunnel is 3 miles long. The 2-mile road was built in 1950.",
    "Next year the feast, 24 April, falls on a Friday.",
)


@pytest.mark.parametrize("text", AGREES)
def test_what_adds_up_is_told(text):
    table = relations_checked(from_text(text, published="2012-05-08"))
    assert AGREES[text] in list(zip(table["kind"], table["computation"], strict=True))
    assert set(table["verdict"]) == {"agrees"}
    assert check_consistency(from_text(text, published="2012-05-08")).empty


@pytest.mark.parametrize("text", ALONE)
def test_what_only_seems_to_contradict_is_left_alone(text):
    assert check_consistency(from_text(text, published="2008-05-08")).empty


def test_a_contradiction_stands_in_both_tables_with_its_places():
    article = from_text("Ann Lee received 4,318 votes and Tom Roe 4,116. She won by 312 votes.")
    row = relations_checked(article).iloc[0]
    assert (row["verdict"], row["computation"]) == ("disagrees", "4,318 − 4,116 = 202")
    assert sorted(article.text[start:end] for start, end in row["spans"]) == ["312", "4,116", "4,318"]
    assert check_consistency(article)["problem"].tolist() == ["4,318 and 4,116 are 202 apart, not 312."]


def test_two_figures_of_two_sources_are_told_and_not_compared():
    article = from_text("Police counted 40 marchers, Ann Lee said. Tom Roe said that he counted 200 marchers.")
    rows = relations_checked(article)
    assert rows[["computation", "verdict"]].values.tolist() == [["Ann Lee: 40; Tom Roe: 200", "not comparable"]]
    assert check_consistency(article).empty


def test_a_find_of_two_checks_is_told_once():
    text = "The strike began on 3 March 2024 and ended on 10 March 2024. After three weeks on strike they went back."
    assert len(check_consistency(from_text(text, published="2024-05-08"))) == 1


def test_stories_of_another_writer_are_measured(tmp_path):
    planted = {"kind": "sum", "claim": "The other 46", "evidence": "Of the club’s 96 boats, 60"}
    fact = {"relation": "96 - 60 = 46", "holds": False, "spans": ["96 boats", "The other 46"]}
    story = {"id": "own", "published": "2012-05-08", "planted": planted, "facts": [fact]}
    story["text"] = "Of the club’s 96 boats, 60 were sold. The other 46 are for hire."
    control = {"id": "calm", "published": "2012-05-08", "planted": None, "facts": [], "text": "It rained."}
    path = tmp_path / "own.json"
    path.write_text(json.dumps([story, control]), encoding="utf8")
    figures = measured(path).figures.set_index("measure")["value"]
    assert figures.to_dict() == {"planted found": 1.0, "controls flagged": 0.0, "relations found": 1.0}


def test_lists_of_figures_and_years_take_time_in_proportion():
    found = []
    for times in (40, 80):
        grounds = Grounds(
            from_text("It ran in 1990 for 3 years and in 1993 for 6 years. " * times, published="2020-01-02")
        )
        lengths, sums = list(lengths_of(grounds)), list(equalities(grounds.figures, grounds.figures.all))
        found.append((len(sums), sum(1 for _ in stretches(grounds, lengths))))
    assert all(long < 2.5 * short for short, long in zip(*found, strict=True))


def test_what_it_is_is_looked_for_a_few_sentences_back():
    near, far = ("The mill was opened in 1934. " + "It hummed. " * times + "It closed in 1929." for times in (2, 20))
    assert check_consistency(from_text(near))["kind"].tolist() == ["order"]
    assert check_consistency(from_text(far)).empty


@pytest.mark.parametrize(
    "told",
    [
        "Ann Berg, 34, runs the port. The crew likes her. Last year she met a 15-year-old at the quay.",
        "Ann Berg, 34, runs the port. The crew likes her. She saw the war as a 13-year-old.",
        "Ann Berg, 34, runs the port. Ann Berg, playing the 74-year-old Roe on stage, was funny.",
        "Ann Berg, 34, runs the port. At 10, Berg will speak in the hall.",
        "Ann Berg, 34, lives in Oslo with her husband Tom Berg, 45. Berg, 45, is a cook.",
        "In 2010 Tom Roe, aged 34, moved to Oslo. Tom Roe, 36, now runs a shop.",
    ],
)
def test_the_age_of_another_and_of_then_is_no_second_age(told):
    assert check_consistency(from_text(told, published="2012-12-30")).empty
