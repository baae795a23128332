"""From chosen attributions to rows of the quotes table."""

from bisect import bisect_left, bisect_right

from .. import tables
from ..coreference import mentions_in, who
from .cues import cue_class
from .source_roles import about_source, introductions
from .source_types import source_type
from .speakers import Speakers

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
RELATIVE = frozenset("WP WDT WP$".split())
ABOUT_SOURCE = (
    "speaker source source_start source_end source_type source_role source_title source_title_start source_title_end"
).split()


class Rows:
    """Builds the rows; knows the article, its parse and its marks."""

    def __init__(self, article, parsed, marked):
        self.article, self.parsed = article, parsed
        self.marks = marked
        self.outer = [mark for mark in marked if not mark.level]
        self.starts = [mark.start for mark in self.outer]
        self.ends = [mark.end for mark in self.outer]
        self.known = introductions(article, parsed)
        self.speakers = Speakers(article, parsed)

    def attributions(self, chosen):
        """Rows of the attributions; parts of one follow each other, each naming the one before."""
        rows, made, named_of = [], {}, {}
        self.speakers.heard.tell(chosen)
        for one in sorted(chosen, key=lambda one: (one.source or one.found.parts[0])[0]):
            named_of[id(one)] = self._named(one)
        for one in chosen:
            named = named_of[id(one)]
            previous = None
            for part in self._parts(one.found.parts):
                row = {**named, **self._content(part, one.found.cue, one)}
                row.update(one=one, rule=self._rule(one, part), continues=previous)
                rows.append(row)
                previous = row
                made.setdefault(id(one), []).append(row)
        for one in chosen:
            for row in made[id(one)]:
                if one.enclosing is not None:
                    outer = made[id(one.enclosing)]
                    cue = self.parsed.start[one.found.cue]
                    row["inside"] = next((o for o in outer if o["start"] <= cue < o["end"]), outer[0])
                    row["first_hand"] = False
                    self._first_person(row)
            if one.follows is not None:
                before = made[id(one.follows)][-1]
                row = made[id(one)][0]
                row["continues"] = before
                for later in made[id(one)]:
                    later.update({column: before[column] for column in ABOUT_SOURCE if column in before})
        return rows

    def terms(self, rows):
        """Rows of what stands in marks and belongs to no attribution: scare, and marks within marks."""
        spans = sorted((row["start"], row["end"]) for row in rows)
        starts = [start for start, _ in spans]
        furthest, reach = [], 0
        for _, end in spans:
            reach = max(reach, end)
            furthest.append(reach)
        found = []
        for mark in self.marks:
            place = bisect_right(starts, mark.start) - 1
            if not mark.level and self._covered(rows, spans, starts, furthest, place, mark):
                continue
            if mark.level and any((row["start"], row["end"]) == (mark.start, mark.end) for row in rows[-8:]):
                continue
            rule = "no cue" if not mark.level else "marks within marks"
            if mark.rule in ("unclosed", "unopened"):
                rule += ", mark repaired"
            found.append(
                {
                    "start": mark.start,
                    "end": mark.end,
                    "kind": "scare",
                    "rule": rule,
                    "marked": ((mark.start, mark.end),),
                    "level": mark.level,
                }
            )
        self._within([row for row in found if row["level"]], [*rows, *(row for row in found if not row["level"])])
        return found

    @staticmethod
    def _covered(rows, spans, starts, furthest, place, mark):
        """Whether an attribution covers more than half of a passage; looks back no further than one reaches."""
        shared, i = 0, bisect_left(starts, mark.end) - 1
        while i >= 0 and furthest[i] > mark.start and i > place - 40:
            shared = max(shared, min(spans[i][1], mark.end) - max(spans[i][0], mark.start))
            i -= 1
        return 2 * shared > mark.end - mark.start

    @staticmethod
    def _within(inner, outer):
        """Give each of the inner rows the smallest outer row that holds it."""
        outer = sorted(outer, key=lambda row: row["start"])
        starts = [row["start"] for row in outer]
        for row in inner:
            i, best = bisect_right(starts, row["start"]) - 1, None
            for candidate in outer[max(i - 40, 0) : i + 1][::-1]:
                if candidate["end"] >= row["end"]:
                    size = candidate["end"] - candidate["start"]
                    if best is None or size < best["end"] - best["start"]:
                        best = candidate
            row["inside"] = best

    def table(self, rows):
        """Rows to table: references to rows become ids."""
        for row in rows:
            place = (row["start"], row["end"], self.article.text[row["start"] : row["end"]])
            row["key"] = (row["kind"], row.get("cue_start"), row.get("cue_end"))
            row["id"] = tables.identifier("quotes", *place, row["key"])
        rows = list({row["id"]: row for row in rows}.values())  # “said they were hopeful that …” was found twice
        for row in rows:
            for column in ("inside", "continues"):
                row[column] = row[column]["id"] if row.get(column) is not None else None
        keep = set(tables.columns("quotes")) | {"key"}
        return tables.build("quotes", [{k: v for k, v in row.items() if k in keep} for row in rows], self.article.text)

    def _named(self, one):
        """Source and cue of an attribution."""
        parsed, found, row = self.parsed, one.found, {}
        if one.cue:
            first, last = one.cue
            row.update(
                cue_start=parsed.start[first], cue_end=parsed.end[last - 1], cue_class=cue_class(parsed, found.cue)
            )
            row["cue"] = self.article.text[row["cue_start"] : row["cue_end"]]
            if one.probability is not None:
                row["confidence"] = one.probability
        if one.source:
            if one.rule == "colon":
                one.source = self.speakers.headline(one.source)
            first, last = one.source
            start, end = parsed.start[first], parsed.end[last - 1]
            clause = next((i for i in range(first + 1, last) if parsed.tag[i] in RELATIVE), last)
            named = list(who(self.article, start, parsed.end[clause - 1]))  # not: Ann Lee, who works for **Tom Roe**
            names = self.speakers.names(one.source, found.parts, named, self._inside(found), one.rule, found.cue)
            kinds = {name: self.speakers.kinds.get(name) for name in names}
            kinds |= {name: m.kind for m in mentions_in(self.article, start, end) for name in m.names}
            row.update(source=self.article.text[start:end], source_start=start, source_end=end)
            self.speakers.heard.add(one.source, found.cue, names)
            row["speaker"] = "; ".join(names) or None
            row["source_type"] = source_type(parsed, one.source, [kinds.get(name) for name in names])
            row.update(self._about(one, names, row["source_type"]))
        return row

    def _inside(self, found):
        """The names that a content mentions."""
        parsed = self.parsed
        places = [(parsed.start[a], parsed.end[b - 1]) for a, b in found.parts]
        return {n for a, b in places for m in mentions_in(self.article, a, b) if m.how != "pronoun" for n in m.names}

    def _about(self, one, names, kind):
        """Role, introducing words, channel and first hand."""
        parsed, found = self.parsed, one.found
        said = about_source(self.article, parsed, self.known, one.source, names, kind, found.cue, found.parts)
        row = {"source_role": said.role, "channel": said.channel, "first_hand": said.first_hand}
        if said.title:
            start, end = parsed.start[said.title[0]], parsed.end[said.title[1] - 1]
            row.update(source_title=self.article.text[start:end], source_title_start=start, source_title_end=end)
        return row

    def _first_person(self, row):
        """ "I" and "we" in somebody's words are that somebody."""
        if row.get("source") and row["source"].lower() in FIRST_PERSON and row["inside"].get("speaker"):
            row["speaker"] = row["inside"]["speaker"]
            row["source_type"] = row["inside"].get("source_type")

    def _parts(self, parts):
        """Parts of a content, cut where a paragraph ends."""
        parsed = self.parsed
        for first, last in parts:
            begin = first
            for i in range(first, last):
                if parsed.space[i] and "\n" in self.article.text[parsed.start[i] : parsed.end[i]]:
                    if i > begin:
                        yield begin, i
                    begin = i + 1
            if last > begin:
                yield begin, last

    def _content(self, part, cue, one):
        """Span, marks and kind of one part."""
        parsed = self.parsed
        first, last = part
        alone = one.found.construction == "marks"
        here = parsed.quote[cue] if not alone else -1
        marked = [
            (parsed.quote[i] >= 0 and parsed.quote[i] != here) or (here >= 0 and parsed.inner[i])
            for i in range(first, last)
        ]
        if parsed.lower[first] == "that" and not marked[0] and len(marked) > 1 and all(marked[1:]):
            first, marked = first + 1, marked[1:]  # “that” is the reporter's word, not the speaker's
        words = [inside for i, inside in zip(range(first, last), marked, strict=True) if parsed.is_word[i]]
        start, end = self._span(first, last)
        if one.rule in ("block quotation", "turn"):
            words = [True]  # set off instead of marked
        kind = "direct" if words and all(words) else "mixed" if any(words) else "indirect"
        spans = self._marks_in(start, end) if kind != "indirect" else ()
        return {"start": start, "end": end, "kind": kind, "marked": spans}

    def _span(self, first, last):
        """Characters of tokens; a mark may be glued to a neighbour in one token."""
        start, end = self.parsed.start[first], self.parsed.end[last - 1]
        text = self.article.text
        place = bisect_left(self.starts, start)
        if place < len(self.starts) and start < self.starts[place] < self.parsed.end[first]:
            start = self.starts[place]
        place = bisect_left(self.ends, self.parsed.start[last - 1] + 1)
        if place < len(self.ends) and self.ends[place] < end:
            end = self.ends[place]
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, max(end, start + 1)

    def _marks_in(self, start, end):
        place = bisect_left(self.ends, start + 1)
        found = []
        while place < len(self.outer) and self.starts[place] < end:
            a, b = max(self.starts[place], start), min(self.ends[place], end)
            if b > a:
                found.append((a, b))
            place += 1
        if not found:  # marks within the marks of an enclosing quotation
            found = [(m.start, m.end) for m in self.marks if m.level and start <= m.start and m.end <= end]
        return tuple(found)

    def _rule(self, one, part):
        """The construction, and whether a mark had to be repaired."""
        number = self.parsed.quote[part[0]]
        repaired = number >= 0 and any(m.rule in ("unclosed", "unopened") for m in self.parsed.marks[number])
        return one.rule + (", mark repaired" if repaired else "")
