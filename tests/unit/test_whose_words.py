"""Whose words go on where no cue stands, where a report ends, and what a cue tells: examples of their own."""

import pytest

from helpers.article import from_text, load
from helpers.learn.quotes import parsed_of
from helpers.quotes import acts, doubt, find_quotes, trust
from helpers.quotes.weigh import Found, words_in


def rows_of(text):
    rows = find_quotes(from_text(text))
    return rows[rows["kind"] != "scare"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is late,” said Ann Lee, a nurse.\n\n“Nobody comes here any more.”", ["Ann Lee", "Ann Lee"]),
        ("“It is late,” said Mrs. Ann Lee, a nurse in Ashby, “and it is cold.”", ["Ann Lee", "Ann Lee"]),
        ("Ann Lee said it was late. “Nobody comes here any more at night.”", ["Ann Lee", "Ann Lee"]),
        ("Ann Lee left. Two teachers left a note in which they said “it is late.”", [None]),
        ("The figures show that it was late. “Nobody comes here any more at night.”", [None, None]),
    ],
)
def test_words_that_go_on_behind_a_cue(text, speakers):
    assert rows_of(text)["speaker"].tolist() == speakers


def test_a_passage_between_two_speakers_is_said_once():
    text = (
        "“They left,” Ann Lee said. “I don’t know whether they ever came back.” "
        "But Tom Roe told Lee that “the only way is a letter.”"
    )
    rows = rows_of(text)
    assert rows.loc[rows["text"].str.contains("whether"), "speaker"].tolist() == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said the bridge is shut, and the council said nobody had asked.", "the bridge is shut"),
        ("Parents who had seen it demanded that the school be shut, according to Ann Lee.", "that the school be shut"),
        ("The mayor said the bridge is shut and the road is open.", "the bridge is shut and the road is open"),
        ("The mayor said the bridge is shut and warned drivers to stay away.", "the bridge is shut"),
        ("The mayor says the town shut the bridge and told nobody.", "the town shut the bridge and told nobody"),
    ],
)
def test_a_content_ends_where_another_report_begins(text, content):
    assert content in rows_of(text)["text"].tolist()


def test_who_is_quoted_says_nothing_beyond_the_marks():
    rows = rows_of("“Ann tells me she does not want to go back,” said Ben Roe, her uncle.")
    assert not rows.loc[rows["cue"] != "said", "text"].str.contains("Roe").any()


def test_who_reports_it_again_is_not_in_the_source():
    rows = rows_of("Tom Roe said the report found that the bridge is unsafe.")
    assert "said" not in " ".join(rows["source"].dropna())


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Ann Lee, who said the bridge is shut, left the town.", "Ann Lee", "Ann Lee"),
        ("Ashby and Elm are among towns that said the bridge is shut.", "towns", None),
        ("Why Roe Says the Bridge Is Shut\n\nTom Roe spoke on Monday, and many came to hear him.", "Roe", "Tom Roe"),
        (
            "Anna Lee Hammers Bank Chief: “You Must Go Before It Is Too Late”\n\nAnna Lee spoke on Monday.",
            "Anna Lee",
            "Anna Lee",
        ),
        (
            "The report’s co-author Ann Lee, a nurse, said it is shut. Ann Lee left.",
            "The report’s co-author Ann Lee, a nurse",
            "Ann Lee",
        ),
        ("Jan Berg, the head of the harbour: “They have to pay.”", "Jan Berg, the head of the harbour", "Jan Berg"),
    ],
)
def test_who_is_named_by_a_pronoun_or_in_a_headline(text, source, speaker):
    row = rows_of(text).iloc[0]
    assert (row["source"], row["speaker"]) == (source, speaker)


def test_turns_of_an_interview_are_the_words_of_who_is_named_before_them():
    rows = rows_of("LEE: I saw it break.\n\nROE: You did not see it.\n\nLEE: I said that I was there.")
    assert rows["speaker"].str.title().tolist() == ["Lee", "Roe", "Lee", "Lee"]
    assert rows["kind"].tolist() == ["direct", "direct", "direct", "indirect"]
    assert rows["confidence"].isna().tolist() == [True, True, True, False]
    assert rows_of("The bridge broke.\n\nRELATED: How it was built.\n\nWATCH: It breaks.").empty


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("If critics say so, the bridge is shut.", "say", "if"),
        ("If it rains, critics say so.", "say", ""),
        ("Critics might say so.", "say", "might"),
        ("The mayor came to warn us.", "warn", "to"),
    ],
)
def test_what_only_may_be_said(text, cue, expected):
    parsed = parsed_of(from_text(text))
    assert trust.supposed(parsed, parsed.lower.index(cue)) == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Do they believe that it is shut?", "believe", True),
        ("Who says it is shut?", "says", True),
        ("Note that the bridge is shut.", "note", True),
        ("Why did she say that it is shut?", "say", False),
        ("She asks whether it is shut?", "asks", False),
        ("They note that the bridge is shut.", "note", False),
    ],
)
def test_questions_and_commands_of_the_writer_report_nothing(text, cue, expected):
    parsed = parsed_of(from_text(text))
    cue = parsed.lower.index(cue)
    parts = ((cue + 1, parsed.size - 1),)
    assert doubt.nobody_says(parsed, Found(1.0, cue, "complement", parts, words_in(parsed, parts))) == expected


PAGE = "The storm broke the old bridge of Northport on Friday night; nobody was hurt by it.\n\n{}\n\n> {}\n\n> {}\n"
FIRST, SECOND = "The bridge is closed, and it will stay closed.", "Nobody may pass it, not even on foot."


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Anna Berg wrote in a letter to the council on the next day:", [FIRST, SECOND]),
        ("Drink whenever you feel thirsty, and walk to the river twice a day.", []),
    ],
)
def test_blocks_set_off_are_quotations_if_somebody_is_said_to_say_them(before, found, tmp_path):
    path = tmp_path / "letter.md"
    path.write_text(PAGE.format(before, FIRST, SECOND), encoding="utf8")
    rows = find_quotes(load(path))
    rows = rows[rows["rule"] == "block quotation"]
    assert rows["text"].tolist() == found
    assert set(rows["speaker"]) <= {"Anna Berg"}


@pytest.mark.parametrize("group", acts.EXAMPLES)
def test_what_a_cue_tells(group):
    parsed = parsed_of(from_text(acts.EXAMPLES[group]))
    assert group in {acts.act(parsed, cue) for cue in range(parsed.size) if parsed.pos[cue] == "VERB"}
    assert set(acts.EXAMPLES) == set(acts.LEMMAS)


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Both sides pledged to speed up the work on the treaty.", True),
        ("State media praised the visit as a proof of trust.", True),
        ("Ann Lee urged drivers to stay away from the bridge.", True),
        ("Ann Lee agreed to a meeting with the council.", False),
        ("The firm plans to restart the plant on Monday.", False),
        ("Ann Lee declined to comment.", False),
        ("Critics might say that the bridge is safe for now.", False),
        ("If critics say that the bridge is safe, it will be open.", False),
        ("If it rains, critics say that the bridge is shut.", True),
        ("I think that the bridge is safe.", False),
        ("I told him that the bridge is safe.", True),
    ],
)
def test_promises_and_praise_are_reports_and_plans_and_thoughts_of_the_writer_are_not(told, counts):
    rows = rows_of(f"Jan Berg said it was late. {told}")  # where nobody is said to say anything, less is believed
    assert len(rows) == 1 + counts
