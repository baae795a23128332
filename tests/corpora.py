"""Tiny corpora of our own in the formats of the public ones, written into a folder."""

import gzip
import json

QUAY = "Anna Berg said on Monday that the quay is broken. “We will mend it,” Berg told the town. Rain fell.\n"


def _span(text, words, after=0):
    start = text.index(words, after)
    return start, start + len(words)


def polnear(folder, copies=1):
    """Attributions in brat, with an annotator's name behind the file's."""
    parts = [
        ("Anna Berg", "said", "that the quay is broken"),
        ("Berg", "told", "“We will mend it,”"),
    ]
    lines = []
    for n, (source, cue, content) in enumerate(parts):
        after = QUAY.index("”") if n else 0
        for k, (kind, words) in enumerate(
            (("Source", source), ("Cue", cue), ("Content", content), ("Attribution", cue))
        ):
            start, end = _span(QUAY, words, 0 if kind == "Content" else after)
            lines.append(f"T{4 * n + k + 1}\t{kind} {start} {end}\t{words}")
        lines.append(f"E{n + 1}\tAttribution:T{4 * n + 4} Source:T{4 * n + 1} Cue:T{4 * n + 2} Content:T{4 * n + 3}")
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    for number in range(copies):
        (folder / "text" / f"quay{number}.txt").write_text(QUAY, encoding="utf8", newline="")
        (folder / "attributions" / f"quay{number}_ann.ann").write_text("\n".join(lines) + "\n", encoding="utf8")
    return folder


def timeml(folder):
    """Two files, one of each half, with a link between an event and its time."""
    (folder / "Own").mkdir(parents=True)
    for name in ("a", "b"):
        (folder / "Own" / f"{name}.tml").write_text(
            '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2025-05-09">May 9, 2025</TIMEX3></DCT>\n<TEXT>The ship '
            '<EVENT eid="e1" class="OCCURRENCE">sank</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2025-05-08">'
            "May 8, 2025</TIMEX3> &amp; nobody wept.</TEXT>\n"
            '<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST"/>'
            '<TLINK eventInstanceID="ei1" relatedToTime="t1" relType="IS_INCLUDED"/></TimeML>',
            encoding="utf8",
        )
    return folder


TOPICS = ("harbour", "library", "bridge", "market", "theatre", "railway")


def kpcrowd(folder):
    """Stories, each with the phrase that readers marked."""
    for name in ("docsutf8", "keys"):
        (folder / name).mkdir(parents=True)
    for topic in TOPICS:
        text = f"The new {topic} opened. People came to the {topic} in the rain. The {topic} cost the town money."
        (folder / "docsutf8" / f"{topic}.txt").write_text(text, encoding="utf8")
        (folder / "keys" / f"{topic}.key").write_text(f"{topic}\n", encoding="utf8")
    return folder


RATED = (
    (3.1, "The good new library is a triumph."),
    (-2.9, "The shameful failure hurt everybody."),
    (0.1, "It rained."),
)
STANCES = ((1, "praised"), (-1, "condemned"), (0, "met"))


def ratings(path, editorials=6):
    """Sentences with the mean of their ratings, a few of each editorial."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [f"{e}_{n}\t{rating}\t{text}" for e in range(editorials) for n, (rating, text) in enumerate(RATED)]
    path.write_text("\n".join(rows) + "\n", encoding="utf8")
    return path


def stances(path, copies=1):
    """Sentences with a marked target and a stance toward it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {"sentence": f"The paper {verb} Anna Berg.", "from": 11 + len(verb), "to": 20 + len(verb), "polarity": label}
        for label, verb in STANCES * copies
    ]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf8")
    return path


def contradictions(folder):
    """One planted contradiction, and one text without."""
    folder.mkdir(parents=True)
    rows = [
        "kind\tplanted\ttext",
        "weekday\tyes\tThe ship sailed on Monday, May 8, 2025. Nobody saw it.",
        "weekday\tno\tThe ship sailed on Thursday, May 8, 2025. Nobody saw it.",
    ]
    (folder / "own.tsv").write_text("\n".join(rows) + "\n", encoding="utf8")
    return folder


def quantities(path):
    """A sentence with its quantity, as NewsQuant has it."""
    marked = '{"value": "12.0", "unit": "boats", "normalized_unit": "boat", "change": "="}'
    path.write_text(f'[{{"text": "The port has 12 boats.", "quantities": [{marked}]}}]', encoding="utf8")
    return path


def headings(folder):
    """An article in Markdown with two headings."""
    folder.mkdir(parents=True)
    harbour = "The harbour is old. Ships wait in the harbour for the tide, and the harbour master counts the ships."
    school = "The school has new pupils. Teachers greet the pupils, and the school bell rings for every pupil."
    (folder / "town.md").write_text(
        f"# The town\n\n## Harbour\n\n{harbour}\n\n## School\n\n{school}\n", encoding="utf8"
    )
    return folder


def mentions(folder):
    """An article and who is named in it."""
    folder.mkdir(parents=True)
    (folder / "quay.txt").write_text(QUAY, encoding="utf8", newline="")
    rows = [(QUAY.index("Anna Berg"), "Anna Berg"), (QUAY.index("Berg told"), "Berg")]
    marked = [{"start": start, "end": start + len(words), "names": ["Anna Berg"]} for start, words in rows]
    (folder / "quay.json").write_text(json.dumps(marked), encoding="utf8")
    return folder / "quay.json", folder / "quay.txt"


def pages(folder):
    """A saved page with the body that belongs to it, and a file of marks."""
    (folder / "html").mkdir(parents=True)
    paragraphs = [
        f"{QUAY.strip()} It has been so for {years} years, and nobody has paid." for years in ("two", "three")
    ]
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><head><title>The quay</title></head><body><article><h1>The quay</h1>{body}</article></body></html>"
    (folder / "html" / "quay.html.gz").write_bytes(gzip.compress(page.encode("utf8")))
    truth = {"quay": {"articleBody": "\n\n".join(paragraphs), "url": "https://example.org/quay"}}
    (folder / "ground-truth.json").write_text(json.dumps(truth), encoding="utf8")
    (folder / "marks.json").write_text(json.dumps({"quay": {"title": "The quay"}}), encoding="utf8")
    return folder, folder / "marks.json"


def key_facts(folder, copies=1):
    """An article with what an editor would put first, and a line that is none of it."""
    (folder / "articles").mkdir(parents=True)
    every = []
    for number in range(copies):
        (folder / "articles" / f"quay{number}.txt").write_text(QUAY, encoding="utf8", newline="")
        said, rain = QUAY.split(" “")[0], "Rain fell."
        fact = {"fact": "The quay is broken.", "kind": "voice", "rank": 1, "evidence": [said]}
        every.append({"article": f"quay{number}.txt", "facts": [fact], "traps": [rain]})
    (folder / "facts.json").write_text(json.dumps(every), encoding="utf8")
    return folder


# word, part of speech, tag, entity
GUM = (
    ("Kim", "PROPN", "NNP", "(1-person-new-cf1-1-sgl"),
    ("Berg", "PROPN", "NNP", "1)"),
    ("left", "VERB", "VBD", ""),
    ("Oslo", "PROPN", "NNP", "(2-place-new-cf2-1-sgl)"),
    (".", "PUNCT", ".", ""),
    ("He", "PRON", "PRP", "(1-person-giv:act-cf1-1-ana)"),
    ("was", "AUX", "VBD", ""),
    ("tired", "ADJ", "JJ", ""),
    (".", "PUNCT", ".", ""),
)


def gum(folder, copies=1):
    """Texts as GUM has them."""
    lines = ["# newpar"]
    for number, (word, pos, tag, entity) in enumerate(GUM, 1):
        lines.append("\t".join([str(number), word, "_", pos, tag, "_", "0", "_", "_", f"Entity={entity}"]))
    folder.mkdir(parents=True)
    for copy in range(copies):
        (folder / f"own{copy}.conllu").write_text("\n".join(lines) + "\n", encoding="utf8")
    return folder


def themes(folder):
    """An article, and the theme that a reader gave it."""
    (folder / "articles").mkdir(parents=True)
    paragraphs = ["The ferry sank in the harbour.", "Divers looked for the ferry.", "The ferry was old, and leaked."]
    (folder / "articles" / "ferry.txt").write_text("\n\n".join(paragraphs), encoding="utf8")
    names = {"name": "the ferry", "also": ["divers", "harbour"], "paragraphs": paragraphs, "main": True}
    (folder / "themes.json").write_text(json.dumps([{"article": "ferry.txt", "themes": [names]}]), encoding="utf8")
    return folder
