"""The marks in the text of the reading page: its spans of quotations, actors, times and checks."""

from bisect import bisect_right
from html import escape

from .page_text import Span


def spans(article, data):
    """The spans of the text that are marks: quotations with their names, cues, actors, times, contradictions."""
    found = _quote_spans(article, data)
    actors = {}
    for number, one in enumerate(data["people"]):
        for start, end in one["m"]:
            actors.setdefault((start, end), []).append(number)
    for (start, end), numbers in actors.items():
        found.append(Span(start, end, "actor", "span", f'class="a" data-a="{" ".join(map(str, numbers))}"'))
    for one in data["times"]:
        same = one["tag"].casefold() == article.text[one["s"] : one["e"]].casefold()
        tag = f'data-tag="{escape(one["tag"])}"' if one["tag"] and not same else ""
        found.append(Span(one["s"], one["e"], "time", "span", f'class="t" data-t="{one["id"]}"', "", _tag(tag)))
    for number, one in enumerate(data["checks"], 1):
        for letter, start, end in (("a", one["s"], one["e"]), ("b", one["s2"], one["e2"])):
            last = _tag(f'data-tag="{number}{letter}"')
            found.append(Span(start, end, "check", "span", f'class="x" data-x="{one["id"]}"', "", last))
    return found


def _tag(attribute):
    return f"<i {attribute}></i>" if attribute else ""


def _quote_spans(article, data):
    found, said = [], (None, None)  # block and name in the margin before
    starts = article.blocks["start"].astype(int).tolist()
    for number, one in enumerate(data["quotes"], 1):
        voice = data["voices"][one["v"]] if one["v"] >= 0 else None
        colour = f"v{voice['c']}" if voice else "vG"
        once = f'id="q{number}"'
        if voice and not one["in"]:
            here = (bisect_right(starts, one["s"]), one["who"])
            if one["who"] and here != said:
                once += f' data-who="{escape(one["who"])}" data-sign="{escape(voice["sign"])}"'
            said = here
        look = f'class="q {colour} {one["k"]}" data-q="{one["id"]}"'
        found.append(Span(one["s"], one["e"], "quote", "mark", look, once, f'<sup data-n="{number}"></sup>'))
        if one["cs"] is not None:
            found.append(Span(one["cs"], one["ce"], "cue", "em", f'class="cue {colour}"'))
        if voice:
            found += [Span(start, end, "said", "span", 'class="said"') for start, end in one["m"]]
    return found
