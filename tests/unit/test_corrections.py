"""The researcher's judgement wins, survives edits of the text, and is never passed over or lost."""

import csv
import multiprocessing
import os

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import analyses, corrections
from helpers.__main__ import main
from helpers.article import ArticleError, from_text, load
from helpers.consistency import check_consistency
from helpers.coreference import mentions
from helpers.corrections import append, beside, sheet
from helpers.corrections.anchor import find
from helpers.corrections.sheet import CORRECTED, Correction, of_row, read
from helpers.corrections.values import cell
from helpers.quotes import find_quotes
from helpers.sentiment import by_target, score_sentences, score_voices, tone_toward
from helpers.tables import columns, is_missing
from helpers.themes import actors, relations
from helpers.timeline import find_events, find_times

TEXT = "The Iron Lady spoke in Oslo. “We will stay,” said the Iron Lady. Anna Berg left early."
STORY = (
    "Anna Berg said on Monday that the harbour would close. Tom Clark, the engineer, doubted it.\n\n"
    "“We need more ships,” she told the council. The fishermen were furious about the plan of the governor.\n\n"
    "In 1998 the old pier burned down. Nobody was hurt, Clark said, but the repair ruined the port.\n"
)


def article(folder, rows, text=TEXT, header="kind,text,name"):
    (folder / "a.txt").write_text(text, encoding="utf8")
    (folder / "a.corrections.csv").write_text(f"{header}\n{rows}", encoding="utf8")
    return load(folder / "a.txt")


def corrected(folder, *lines, text=STORY):
    """An article with these lines beside it, made on STORY, and then perhaps another text in its place."""
    (folder / "a.txt").write_text(STORY, encoding="utf8")
    for line in lines:
        corrections.append(folder / "a.corrections.csv", line)
    (folder / "a.txt").write_text(text, encoding="utf8")
    return load(folder / "a.txt")


def row(table, **wanted):
    for name, value in wanted.items():
        table = table[table[name] == value]
    assert len(table) == 1
    return next(table.itertuples(index=False))


def line(analysis, name, kind, column="", value="", **wanted):
    plain = from_text(STORY)
    return of_row(plain, name, row(analysis(plain), **wanted), kind, column=column, value=value, who="AB", why="read")


SHE = {"text": "“We need more ships,”"}


def test_alias_comes_first(tmp_path):
    own = article(tmp_path, "alias,Iron Lady,Anna Berg\n")
    table = actors(own)
    assert table[table["actor"] == "Anna Berg"]["text"].tolist()[:2] == ["Iron Lady", "We"]
    assert find_quotes(own)["speaker"].dropna().tolist() == ["Anna Berg"]
    assert analyses.report(own)["result"].tolist() == ["read first"]


@pytest.mark.parametrize(
    ("header", "rows", "said"),
    [
        ("kind,text,name", "quote,x,y\n", "of kind “quote”"),
        ("kind,text,name", "alias,,y\n", "has no text"),
        ("kind,text,name", "alias,x\n", "has no name"),
        ("text,name", "x,y\n", "must name the columns kind and text"),
        ("kind,text,table,column,value", "change,x,nowhere,tone,1\n", "“nowhere” is no table"),
        *(
            ("kind,text,table,column,value", f"change,x,{name},{column},1\n", f"“{name}” cannot be corrected")
            for name, column in {"key_phrases": "score", "sentences": "block", "findings": "sure"}.items()
        ),
        ("kind,text,table,column,value", "change,x,tones,id,1\n", "“id” cannot be changed"),
        ("kind,text,table,column,value", "change,x,tones,tone,warm\n", "“warm” is no number"),
        ("kind,text,table,column,value", "change,x,tones\n", "has no column"),
        ("kind,text,table,start", "remove,x,tones,first\n", "which is no number"),
    ],
)
def test_what_cannot_be_applied_is_said(tmp_path, header, rows, said):
    with pytest.raises(ArticleError, match=said):
        actors(article(tmp_path, rows, header=header))


def test_a_changed_speaker_reaches_the_voices(tmp_path):
    own = corrected(tmp_path, line(find_quotes, "quotes", "change", "speaker", "Kate Moss", **SHE))
    changed = row(find_quotes(own), **SHE)
    assert (changed.speaker, changed.corrected) == ("Kate Moss", "AB")
    assert row(find_quotes(from_text(STORY)), **SHE).id == changed.id
    voices = score_voices(own)
    assert voices.loc[voices["voice"] == "Kate Moss", "text"].tolist() == ["“We need more ships,”"]
    assert set(find_quotes(own).loc[find_quotes(own)["text"] != SHE["text"], "corrected"]) == {None}
    assert "Kate Moss" in actors(own)["actor"].tolist()  # “We” in her words is she


def test_a_row_is_removed(tmp_path):
    own = corrected(tmp_path, line(find_quotes, "quotes", "remove", **SHE))
    assert SHE["text"] not in find_quotes(own)["text"].tolist()
    assert len(find_quotes(own)) == len(find_quotes(from_text(STORY))) - 1
    voices = score_voices(own)
    assert set(voices.loc[voices["text"].str.contains("more ships"), "voice"]) == {"narrator"}


def test_a_row_is_added_and_filled_in(tmp_path):
    plain = from_text(STORY)
    start = STORY.index("The fishermen were furious")
    place = {"start": start, "end": start + len("The fishermen were furious")}
    what = (("add", "speaker", "Jonas Oake"), ("change", "cue_class", "emotional"))
    lines = [of_row(plain, "quotes", place, kind, column=column, value=value, who="AB") for kind, column, value in what]
    own = corrected(tmp_path, *lines)
    added = row(find_quotes(own), text="The fishermen were furious")
    assert (added.speaker, added.cue_class, added.kind, added.corrected) == (
        "Jonas Oake",
        "emotional",
        "indirect",
        "AB",
    )
    assert "Jonas Oake" in score_voices(own)["voice"].tolist()
    assert find_quotes(own)["start"].is_monotonic_increasing
    assert analyses.report(own)["result"].tolist() == ["added", "changed"]


def test_actors_are_renamed_and_merged_everywhere(tmp_path):
    own = article(
        tmp_path, "rename,Tom Clark,The Engineer,X\nrename,Anna Berg,The Engineer,X\n", STORY, "kind,text,name,who"
    )
    table = actors(own)
    assert not {"Tom Clark", "Anna Berg"} & set(table["actor"])
    assert set(table.loc[table["actor"] == "The Engineer", "corrected"]) == {"X"}
    assert set(find_quotes(own)["speaker"].dropna()) == {"The Engineer"}
    assert "The Engineer" in score_voices(own)["voice"].tolist()
    assert not find_events(own)["actors"].map(lambda names: "Tom Clark" in names).any()


def test_what_can_be_corrected_is_what_is_asked_for_its_outcomes():
    assert tuple(analyses.UNCORRECTED) == CORRECTED
    assert set(CORRECTED) < set(analyses.ANALYSES)


SPOKE = (
    "“It is a bad day for every harbour,” Anna Berg said. She said: “It is a good day for every harbour.” "
    "She praised Norway on May 8, 2025. She smiled. Anna Berg left. Anna Berg slept."
)


def test_a_corrected_mention_reaches_everything_that_builds_on_it(tmp_path):
    """Who "she" is, is said once, and stance, relations, events, speakers, actors and contradictions know it."""
    plain = from_text(SPOKE)
    ours = actors(plain)
    assert set(ours.loc[ours["text"].str.lower() == "she", "actor"]) == {"Anna Berg"}
    mine = [
        of_row(plain, "actors", next(own.itertuples()), "change", column="actor", value="Eva Lund", who="AB")
        for _, own in ours[ours["text"].str.lower() == "she"].groupby("start")
    ]
    (tmp_path / "a.txt").write_text(SPOKE, encoding="utf8")
    corrections.append(tmp_path / "a.corrections.csv", *mine)
    own = load(tmp_path / "a.txt")
    table = actors(own)
    assert table.loc[table["actor"] == "Eva Lund", "corrected"].tolist() == ["AB"] * 3
    assert table["id"].tolist() == ours["id"].tolist()
    targets = [by_target(each).set_index("actor")["mentions"] for each in (plain, own)]
    assert targets[0].to_dict() == {"Anna Berg": 6}
    assert targets[1].to_dict() == {"Anna Berg": 3, "Eva Lund": 3}
    assert ("Eva Lund", "Norway") in set(relations(own)[["actor", "target"]].itertuples(index=False, name=None))
    told = find_events(own)
    assert told.loc[told["text"] == "praised", "actors"].tolist() == [("Eva Lund", "Norway")]
    assert set(find_quotes(plain)["speaker"]) == {"Anna Berg"}
    assert find_quotes(own)["speaker"].tolist()[:2] == ["Anna Berg", "Eva Lund"]
    assert "Eva Lund" in score_voices(own)["voice"].tolist()
    assert check_consistency(plain)["kind"].tolist() == ["quotation"]
    assert check_consistency(own).empty  # two women who disagree
    assert set(analyses.report(own)["result"]) == {"changed"}


def test_we_in_a_quotation_is_corrected_where_its_speaker_is_known(tmp_path):
    own = corrected(tmp_path, line(actors, "actors", "change", "actor", "Kate Moss", text="We"))
    assert row(actors(own), text="We").actor == "Kate Moss"
    assert find_quotes(own)["speaker"].tolist() == find_quotes(from_text(STORY))["speaker"].tolist()
    assert analyses.report(own)["result"].tolist() == ["changed"]
    gone = corrected(tmp_path, line(actors, "actors", "remove", text="We"))
    assert "We" not in actors(gone)["text"].tolist()
    assert analyses.report(gone)["result"].tolist() == ["changed", "removed"]


def test_a_mention_is_added_and_another_taken_out(tmp_path):
    plain = from_text(SPOKE)
    start = SPOKE.index("a bad day")
    place = {"start": start, "end": start + len("a bad day")}
    second = list(actors(plain).query("text == 'She'").itertuples())[1]
    (tmp_path / "a.txt").write_text(SPOKE, encoding="utf8")
    corrections.append(
        tmp_path / "a.corrections.csv",
        of_row(plain, "actors", place, "add", column="actor", value="The Day"),
        of_row(plain, "actors", second, "remove"),
    )
    own = load(tmp_path / "a.txt")
    assert actors(own)["actor"].tolist().count("The Day") == 1
    assert "The Day" in {name for mention in mentions(own) for name in mention.names}
    assert find_events(own).query("text == 'praised'")["actors"].tolist() == [("Norway",)]
    assert len(actors(own)) == len(actors(plain))


def test_times_and_tones_are_changed(tmp_path):
    burned = "In 1998 the old pier burned down."
    year = line(find_times, "times", "change", "value", "1999", text="1998")
    own = corrected(tmp_path, year, line(score_sentences, "tones", "change", "tone", "-0.9", text=burned))
    assert row(find_times(own), text="1998").value == "1999"
    assert row(score_sentences(own), text=burned).tone == -0.9


EDITS = {
    "a sentence before": "It was cold. The wind blew hard.\n\n" + STORY,
    "a sentence between": STORY.replace("The fishermen", "Nobody answered for an hour. The fishermen"),
    "words changed around": STORY.replace("she told the council", "she told the town council of Northport"),
    "paragraphs moved": "\n\n".join(reversed(STORY.strip().split("\n\n"))),
    "words changed inside": STORY.replace("We need more ships", "We need many more ships"),
    "other quotation marks": STORY.replace("“", '"').replace("”", '"'),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_correction_survives_an_edit(edit, tmp_path):
    own = corrected(tmp_path, line(find_quotes, "quotes", "change", "speaker", "Kate Moss", **SHE), text=EDITS[edit])
    found = find_quotes(own)
    assert found.loc[found["text"].str.contains("more ships"), "speaker"].tolist() == ["Kate Moss"]
    result = analyses.report(own)["result"].iloc[0]
    assert result.startswith("changed")
    moved = own.text.index("need") != STORY.index("need")
    assert moved <= ("another place" in result)


def test_what_no_longer_fits_is_reported(tmp_path):
    lines = [
        line(find_quotes, "quotes", "remove", **SHE),
        Correction("rename", "Nobody Known", "Somebody"),
        Correction("alias", "Iron Lady", "Anna Berg"),
    ]
    own = corrected(tmp_path, *lines, text=STORY.replace("“We need more ships,” she told the council.", "She left."))
    report = analyses.report(own)
    assert report["result"].str.startswith("no longer fits").tolist() == [True, True, True]
    assert report[["who", "why"]].values.tolist()[0] == ["AB", "read"]
    assert find_quotes(own).drop(columns="corrected").equals(find_quotes(from_text(own.text)).drop(columns="corrected"))


def test_the_same_words_twice_are_told_apart_by_what_stands_around():
    text = "He left early. Berg said no. He stayed late. Clark said no. The end."
    second = text.rindex("said no")
    place = of_row(from_text(text), "quotes", {"start": second, "end": second + 7}, "remove")
    for edited in (text, "A first line here. " + text, text.replace("He left early. ", "")):
        at = edited.rindex("said no")
        assert find(edited, place) == (at, at + 7)
    assert find("X said no, Y said no.", place) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 40), st.text(max_size=80))
def test_words_that_stand_once_are_found_wherever_they_are(text, start, length, before):
    words = text[start : start + length]
    if not words or text.count(words) != 1:
        return
    end = start + len(words)
    around = {"before": text[max(start - 40, 0) : start], "after": text[end : end + 40]}
    own = Correction("remove", words, start=str(start), end=str(end), **around)
    edited = before + text
    if edited.count(words) == 1:
        place = edited.index(words)
        assert find(edited, own) == (place, place + len(words))


def test_anchoring_is_linear_on_hostile_text():
    text = "a b " * 100_000
    assert find(text, Correction("remove", "a b", start="5", before="zzzz", after="yyyy")) is None
    find(text, Correction("remove", "a c", before="b a b a b a b a b ", after=" a b a b a b a b"))  # ends


def _write(path, number):
    for n in range(5):
        corrections.append(path, Correction("alias", f"words {number} {n}", "Name", who=f"p{number}"))


def test_two_notebooks_at_once_lose_nothing(tmp_path):
    path = tmp_path / "a.corrections.csv"
    fork = "fork" in multiprocessing.get_all_start_methods()  # which starts at once
    context = multiprocessing.get_context("fork" if fork else "spawn")
    writers = [context.Process(target=_write, args=(path, number)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    found = [line.text for _, line in read(path)]
    assert sorted(found) == sorted(f"words {number} {n}" for number in range(4) for n in range(5))
    assert len(read(tmp_path / "a.corrections.csv.bak")) == 19
    assert all(line.when for _, line in read(path))


def test_a_file_of_the_users_is_kept_and_a_broken_one_not_touched(tmp_path):
    path = tmp_path / "a.corrections.csv"
    path.write_text("kind,text,name,my own notes\nalias,x,y,do not lose this\n", encoding="utf8")
    corrections.append(path, Correction("alias", "p, “q”\nr", "z"))
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["my own notes"] == "do not lose this"
    assert rows[1]["text"] == "p, “q”\nr"
    broken = "no columns here\n1\n"
    path.write_text(broken, encoding="utf8")
    with pytest.raises(ArticleError, match="must name the columns"):
        corrections.append(path, Correction("alias", "x", "y"))
    assert path.read_text(encoding="utf8") == broken
    with pytest.raises(ArticleError, match="has no name"):
        corrections.append(tmp_path / "new.csv", Correction("alias", "x"))
    assert not (tmp_path / "new.csv").exists()


def test_they_come_with_a_corpus_and_an_export(tmp_path, few_figures):
    from helpers import corpus
    from helpers.export import export

    (tmp_path / "in").mkdir()
    own = corrected(tmp_path / "in", line(find_quotes, "quotes", "change", "speaker", "Kate Moss", **SHE))
    opened = corpus.opened(tmp_path / "in")
    assert opened.sql("SELECT corrected FROM quotes WHERE speaker = 'Kate Moss'")["corrected"].tolist() == ["AB"]
    (tmp_path / "out").mkdir()
    export(own, tmp_path / "out" / "downloads")
    table = pd.read_csv(tmp_path / "out" / "downloads" / "tables" / "quotes.csv")
    assert table.loc[table["speaker"] == "Kate Moss", "corrected"].tolist() == ["AB"]


def test_the_page_says_who_corrected_a_row(tmp_path):
    from helpers import reader

    own = corrected(tmp_path, line(find_quotes, "quotes", "change", "speaker", "Kate Moss", **SHE))
    assert '"by":"AB"' in reader.page(own)
    assert "AB" in reader.passages(own, find_quotes(own), ["speaker", "corrected"]).plain


def test_the_control_corrects_a_row(tmp_path):
    from helpers import widgets

    (tmp_path / "a.txt").write_text(STORY, encoding="utf8")
    plain = load(tmp_path / "a.txt")
    control = widgets.correct(plain, "quotes", find_quotes(plain))
    control.run()
    assert "Choose a row" in control.status.value
    wanted = row(find_quotes(plain), **SHE)
    control.fields["row"].value = wanted.id
    control.fields["column"].value = "speaker"
    control.fields["value"].value = "Kate <b>Moss</b>"
    control.fields["who"].value = "AB"
    control.run()
    assert not control.status.value
    shown = control.output.outputs[0]["data"]
    assert "Kate <b>Moss</b>" in shown["text/plain"]
    assert "<b>Moss" not in shown["text/html"]
    again = row(find_quotes(load(tmp_path / "a.txt")), **SHE)
    assert (again.speaker, again.corrected) == ("Kate <b>Moss</b>", "AB")
    control.fields["what"].value = "remove"
    control.run()
    assert SHE["text"] not in find_quotes(load(tmp_path / "a.txt"))["text"].tolist()
    pasted = widgets.correct(from_text(STORY), "quotes", find_quotes(plain))
    pasted.fields["row"].value = wanted.id
    pasted.run()
    assert "save it as a file" in pasted.status.value


WORDS = "Anna Berg rapped that the windfall was hers. Tom Clark claimed that the bridge is closed. It was no windfall."


def test_own_cues_and_words(tmp_path):
    plain = from_text(WORDS)
    rows = "cue,rap,assertive,,AB\ncue,claim,never,,AB\nword,windfall,,1,CD\nword,grumpf,,1,CD\n"
    own = article(tmp_path, rows, WORDS, "kind,text,name,value,who")
    assert find_quotes(plain)["cue"].tolist() == ["claimed"]
    found = find_quotes(own)
    assert found[["cue", "cue_class", "speaker", "corrected"]].values.tolist() == [
        ["rapped", "assertive", "Anna Berg", "AB"]
    ]
    before, after = score_sentences(plain), score_sentences(own)
    assert after["tone"][0] > before["tone"][0] + 0.1
    assert after["tone"][2] < before["tone"][2] - 0.1  # "no windfall"
    assert after["tone"][1] == before["tone"][1]
    assert after["corrected"].isna().tolist() == [False, True, False]
    assert (after["polarity"] == before["polarity"]).all()  # TextBlob's own stays TextBlob's own
    assert abs(sum(push for _, push in after["words"][0]) - after["tone"][0]) < 1e-9
    assert set(score_voices(own)["corrected"].dropna()) == {"CD"}
    said = analyses.report(own)["result"].tolist()
    assert said[:3] == ["read first"] * 3
    assert said[3].startswith("no longer fits")


def test_an_own_word_moves_the_stance(tmp_path):
    text = "Voters stonked the brilliant Anna Berg."
    low, high = (
        tone_toward(article(tmp_path, f"word,stonked,,{value}\n", text, "kind,text,name,value"), 29, 38)["score"]
        for value in (-1, 1)
    )
    assert low < tone_toward(from_text(text), 29, 38)["score"] < high


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cue,took aim,,", "more than one word"),
        ("cue,rap,loud,", "no class of cues"),
        ("word,windfall,,2", "from -1 to 1"),
        ("word,windfall,,good", "from -1 to 1"),
        ("word,windfall,,", "has no value"),
    ],
)
def test_own_words_that_cannot_be_meant(tmp_path, line, said):
    with pytest.raises(ArticleError, match=said):
        find_quotes(article(tmp_path, f"{line}\n", WORDS, "kind,text,name,value"))


HEAD = "kind,text,table,column,value,start,end,when,name"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("change,x,times,earliest,2025-02-30", "line 2, column value: earliest is “2025-02-30”, which is no day"),
        ("change,x,events,latest,someday", "column value: latest is “someday”, which is no day"),
        ("change,x,times,value,next week", "column value: value is “next week”, which TIMEX3 has not"),
        ("change,x,times,value,2025-13-01", "TIMEX3 has not"),
        ("change,x,events,status,", "line 2, column value: status is empty"),
        ("change,x,events,status,done", "status is “done”; it can be happened, planned"),
        ("change,x,actors,actor,", "actor is empty"),
        ("change,x,events,inferred,", "inferred is empty"),
        ("change,x,tones,tone,²", "line 2, column value: “²” is no number"),
        ("change,x,tones,tone,nan", "“nan” is no number"),
        ("change,x,tones,tone,7", "tone is 7; it must be from -1 to 1"),
        ("change,x,quotes,source_start,²", "“²” is no offset"),
        ("change,x,quotes,source_start,-1", "“-1” is no offset"),
        ("remove,x,tones,,,²", "line 2, column start: “²”, which is no number"),
        ("remove,x,tones,,,1,٣", "column end: “٣”, which is no number"),
        ("remove,x,tones,,,,,yesterday", "line 2, column when: “yesterday” is no day"),
        ("remove,x,tones,,,,,2025-02-30", "column when"),
        ("rename,x,,,,,,,A\x01B", r"line 2, column name: holds U\+0001"),
        ("change,x,quotes,speaker,A\ufffe", r"line 2, column value: holds U\+FFFE"),
        ('"alias","two\nlines",,,,,,,A\n\nremove,x,tones,,,²', "line 5, column start"),
        ("word,x,,,¹", "column value: the tone of a word is “¹”"),
    ],
)
def test_what_a_line_says_is_checked_when_it_is_read(tmp_path, rows, said):
    (tmp_path / "a.corrections.csv").write_text(f"{HEAD}\n{rows}\n", encoding="utf8")
    with pytest.raises(ArticleError, match=said) as caught:
        read(tmp_path / "a.corrections.csv")
    assert str(caught.value).startswith(f"{tmp_path / 'a.corrections.csv'}: ")
    assert "\n" not in str(caught.value)


def test_a_place_beyond_the_text_is_said(tmp_path):
    place = line(find_quotes, "quotes", "change", "source_start", "99999", **SHE)
    with pytest.raises(ArticleError, match="source_start is 99999, and the text ends at"):
        find_quotes(corrected(tmp_path, place))


@pytest.mark.parametrize(
    "text", [STORY, "He spoke in May 2025, for three days, each Monday, in the 1990s, in 44 BC, at 4 p.m."]
)
def test_what_our_tables_hold_may_be_said(text):
    """No value of an analysis is one that a correction could not give back."""
    own = from_text(text, published="2025-05-09")
    for name in ("quotes", "times", "events", "consistency", "tones", "voices", "actors", "themes"):
        for cells in analyses.ANALYSES[name](own).to_dict("records"):
            for column in set(columns(name)) - set(sheet.KEPT):
                value = cells[column]
                if columns(name)[column][0] != "several" and not is_missing(value):
                    line = Correction("change", "x", table=name, column=column, value=str(value))
                    assert cell("a.csv", 2, line) == value


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_a_file_that_another_program_wrote_keeps_its_form(tmp_path, end, last):
    """A byte order mark, line ends, own columns, cells beyond the first line, quotation marks, mode and owner."""
    path = tmp_path / "a.corrections.csv"
    text = end.join(['mine,"text",kind', 'x,said,cue,"more","and, more"', "", 'y,"""b""",cue']) + end * last
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    if os.getuid() == 0:
        os.chown(path, 1234, 4321)
    before = path.stat()
    append(path, Correction("cue", "told", when="2025-05-09"))
    data = path.read_bytes().decode()
    assert data.startswith("\ufeffmine,")
    assert data.count(end) == data.count("\n") == 4
    rows = list(csv.reader(data.removeprefix("\ufeff").splitlines()))
    assert rows[0][:5] == ["mine", "text", "kind", "", ""]
    assert rows[1][:5] == ["x", "said", "cue", "more", "and, more"]
    assert [line.text for _, line in read(path)] == ["said", '"b"', "told"]
    once = path.read_bytes()
    append(path, Correction("cue", "claimed", when="2025-05-09"))
    assert path.read_bytes().startswith(once)  # its columns suffice: nothing is written anew
    after, backup = path.stat(), (tmp_path / "a.corrections.csv.bak").stat()
    for found in (after, backup):
        assert (found.st_mode, found.st_uid, found.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_links_lead_to_the_file_or_nowhere(tmp_path):
    (tmp_path / "shared").mkdir()
    real, link, diary = tmp_path / "shared" / "all.csv", tmp_path / "a.corrections.csv", tmp_path / "diary"
    real.write_text("kind,text\ncue,said\n", encoding="utf8")
    diary.write_text("mine", encoding="utf8")
    link.symlink_to(real)
    for planted in (".bak", f".{os.getpid()}.tmp"):
        (tmp_path / "shared" / f"all.csv{planted}").symlink_to(diary)
        (tmp_path / "shared" / f".all.csv{planted}").symlink_to(diary)
    append(link, Correction("cue", "told"))
    assert link.is_symlink()
    assert [line.text for _, line in read(real)] == ["said", "told"]
    assert diary.read_text(encoding="utf8") == "mine"
    (tmp_path / "shared" / ".all.csv.lock").unlink(missing_ok=True)
    (tmp_path / "shared" / ".all.csv.lock").symlink_to(diary)
    with pytest.raises(ArticleError, match="cannot be written"):
        append(link, Correction("cue", "claimed"))
    assert diary.read_text(encoding="utf8") == "mine"


def test_an_article_with_a_long_name_is_corrected(tmp_path):
    path = tmp_path / f"{'x' * 251}.txt"
    path.write_text(TEXT, encoding="utf8")
    append(beside(path), Correction("alias", "Iron Lady", "Anna Berg"))
    own = load(path)
    assert own.corrections == beside(path)
    assert "Anna Berg" in actors(own)["actor"].tolist()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_what_is_no_file_is_not_waited_for(tmp_path):
    path = tmp_path / "a.corrections.csv"
    os.mkfifo(path)
    with pytest.raises(ArticleError, match="is no file; move it"):
        append(path, Correction("cue", "told"))
    path.unlink()
    append(path, Correction("cue", "told"))
    (tmp_path / "a.corrections.csv.bak").mkdir()
    with pytest.raises(ArticleError, match=r"csv\.bak: cannot be written: a folder stands in its place"):
        append(path, Correction("cue", "said"))
    assert [line.text for _, line in read(path)] == ["told"]


def test_render_says_which_line_of_the_corrections_fits_nothing(tmp_path, capsys):
    article(tmp_path, "alias,Iron Lady,Anna Berg\nalias,Tin Man,Tom Clark\n")
    assert main(["render", str(tmp_path / "a.txt"), "--single", "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "line 3 (alias “Tin Man”) no longer fits" in said
    assert "Iron Lady" not in said
