"""The parts of the reading page around the text: head, strip, legend, in short, notes, what is known, foot."""

from html import escape

from .. import accuracy
from ..wording import count, day_in_full, join, short

FIRST_WORDS = 60  # characters that stand for a title
GREY = "G"


def head(article, data, snippets=False):
    """Title, or the first words and that they are; outlet, author, day; words and voices."""
    opening = article.text[: data["blocks"][0]["e"]] if data["blocks"] else ""
    first = article.name if snippets else short(opening.strip(), FIRST_WORDS)
    title = article.title or first or "(no text)"
    known = [value for value in (article.outlet, article.author) if value]
    known += [day_in_full(article.published)] if article.published else []
    names = {"outlet": article.outlet, "author": article.author, "day": article.published}
    missing = [name for name, value in names.items() if not value]
    meta = [escape(value) for value in known]
    if missing:
        meta.append(f"{escape(join(missing)).capitalize()} <em>not known</em>")
    if not article.title and article.text and not snippets:
        meta.append("first words for want of a title")
    meta += [count(data["words"], "word"), count(len(data["voices"]), "voice")]
    return (
        f'<header class="head"><h1>{escape(title)}</h1><p class="meta">{" · ".join(meta)} · '
        '<a class="link" href="#method" id="how">How do we know?</a></p></header>'
    )


def strip(data):
    """The article from beginning to end as a picture: who speaks where, headings, contradictions."""
    drawn = []
    for block in data["blocks"]:
        look = ("head", 27, 3) if block["h"] else ("ground", 5, 25)
        drawn.append(_rect(look[0], block["x"], block["e"] - block["s"], *look[1:]))
    for one in data["quotes"]:
        if one["v"] < 0 or one["in"]:
            continue
        voice = data["voices"][one["v"]]
        for start, end, marked in _runs(one):
            for block in data["blocks"]:
                first, last = max(start, block["s"]), min(end, block["e"])
                if first < last:
                    x, tall = block["x"] + first - block["s"], (5, 25) if marked else (16, 14)
                    look = f"seg v{voice['c']}"
                    drawn.append(_rect(look, x, last - first, *tall, voice=one["v"], title=voice["short"]))
    for one in data["checks"]:
        for place in (one["s"], one["s2"]):
            block = next((b for b in reversed(data["blocks"]) if b["s"] <= place), None)
            if block:
                x = block["x"] + place - block["s"]
                drawn.append(f'<line class="tick" x1="{x}" x2="{x}" y1="0" y2="5"/>')
    label = "Who speaks, from the beginning to the end of the article"
    return (
        f'<div class="strip" id="strip"><svg viewBox="0 0 {data["total"]} 30" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}">{"".join(drawn)}</svg></div>'
    )


def _runs(quote):
    """(start, end, in marks) of the pieces of a quotation."""
    at, runs = quote["s"], []
    for start, end in quote["m"]:
        start, end = max(start, at), min(end, quote["e"])
        if start > at:
            runs.append((at, start, False))
        if end > start:
            runs.append((start, end, True))
            at = end
    if at < quote["e"]:
        runs.append((at, quote["e"], False))
    return runs


def _rect(look, x, width, y, height, voice=None, title=""):
    more = "" if voice is None else f' data-v="{voice}"'
    inner = f"<title>{escape(title)}</title>" if title else ""
    return f'<rect class="{look}" x="{x}" width="{width}" y="{y}" height="{height}"{more}>{inner}</rect>'


def legend(data):
    """The voices with a colour, the grey ones together, the writer."""
    words = max(data["words"], 1)
    chips, grey = [], []
    for number, voice in enumerate(data["voices"]):
        if voice["c"] == GREY:
            grey.append(voice)
        else:
            chips.append(_chip(f"v{voice['c']}", number, voice["sign"], voice["short"], voice, words))
    if grey:
        rest = {"marked": sum(v["marked"] for v in grey), "retold": sum(v["retold"] for v in grey)}
        rest["name"] = join([voice["name"] for voice in grey])
        name = grey[0]["short"] if len(grey) == 1 else "Others" if chips else "All voices"
        chips.append(_chip("vG", "rest", grey[0]["sign"] if len(grey) == 1 else "·", name, rest, words))
    share = round(100 * data["narrator"] / words)
    chips.append(
        '<span class="chip writer" title="What nobody else is said to say"><b></b>The writer '
        f"<small>{share} %</small></span>"
    )
    label = "Voices: choose one to see only it"
    return f'<div class="legend" role="group" aria-label="{label}">{"".join(chips)}</div>'


def _chip(look, key, sign, name, voice, words):
    share = round(100 * (voice["marked"] + voice["retold"]) / words)
    return (
        f'<button type="button" class="chip {look}" data-voice="{key}" aria-pressed="false" '
        f'title="{escape(voice["name"])}"><b>{escape(sign)}</b>{escape(name)} <small>{share} %</small></button>'
    )


def in_short(data, snippets=False):
    """The article's own sentences with their roles, and below them what is stated of it."""
    parts = []
    if data["short"] and not snippets:
        roles = [one["role"] or "Also" for one in data["short"]]
        items = "".join(
            f'<li><span class="role">{escape(role * (role != before))}</span>{_way(one["t"], one, data)}</li>'
            for one, role, before in zip(data["short"], roles, ["", *roles], strict=False)
        )
        parts.append(f'<h2>In short <small>in its own words</small></h2><ol class="own">{items}</ol>')
    if data["findings"]:
        items = "".join(f"<li>{_way(one['t'], one, data)}</li>" for one in data["findings"])
        parts.append(f'<h2>Worth a look</h2><ul class="stated">{items}</ul>')
    return f'<section class="short" aria-label="In short">{"".join(parts)}</section>' if parts else ""


def _way(text, one, data):
    place = paragraph(data, one["s"])
    mark = f"&nbsp;<small>¶&nbsp;{place}</small>" if place else ""
    return f'<a href="#{one["s"]}-{one["e"]}">{escape(" ".join(text.split()))}</a>{mark}'


def paragraph(data, at):
    """Number of the paragraph that holds a character; for a heading, that of the next one."""
    later = [block for block in data["blocks"] if block["e"] > at and block["p"]]
    return later[0]["p"] if later else None


def notes(data):
    """The quotations as a numbered list, for print and where no scripts run."""
    items = []
    for one in data["quotes"]:
        voice = data["voices"][one["v"]]["name"] if one["v"] >= 0 else "In marks, nobody is said to say it"
        own = f" (“{one['cue']}”)" if one["cue"] else ""
        sure = "" if one["conf"] is None else f"; rows like this were right {round(100 * one['conf'])} times in 100"
        items.append(f"<li>{escape(voice + own)}, characters {one['s']}–{one['e']}{sure}.</li>")
    if not items:
        return ""
    return f'<section class="notes"><h2>Notes</h2><ol>{"".join(items)}</ol></section>'


def method():
    """How we know: what was measured, in a sentence each, and the keys."""
    polnear = accuracy.POLNEAR
    spans, direct, retold = (
        accuracy.hundred("quotes", polnear, f"{what}")
        for what in ("span precision", "direct recall", "indirect recall")
    )
    mentions, texts = accuracy.actors_elsewhere()
    least, most = accuracy.times_right()
    planted = accuracy.hundred("consistency", accuracy.STORIES, "planted found")
    known = [
        ("Voices", "Rules list where the words of a reporting verb can stand; weights learned from annotated news "
         f"choose among them. On other articles {spans} of 100 passages were right, and of 100 in quotation marks "
         f"{direct} were found, of 100 retold {retold}."),
        ("People & places", "Names, titles, pronouns and descriptions are joined by rules. On "
         f"{texts} other articles the score of mentions was {mentions} of 100."),
        ("Times", f"Words become dates by rules. On other news {least} to {most} of 100 were those that annotators "
         "gave. A date that the words leave open is counted from the day of publication, or from an assumed day."),
        ("Tone", "What people would say on average, from −1 to 1, learned from ratings. A single sentence can be "
         "wrong by a third of the scale: compare paragraphs, not sentences."),
        ("Checks", f"Of contradictions that others planted in made-up stories {planted} of 100 were found: most pass "
         "unseen. Read both places."),
        ("In short", "Sentences of the article, word for word. The choice is a sum of a few weighed features; "
         "nothing on this page was written by a machine that writes."),
    ]  # fmt: skip
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in known)
    keys = (
        "<kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous mark · <kbd>1</kbd>–<kbd>6</kbd> tabs · "
        "<kbd>←</kbd> <kbd>→</kbd> on the strip · <kbd>Esc</kbd> back"
    )
    rows += f'<dt class="live">Keys</dt><dd class="live">{keys}</dd>'
    return f'<h2 id="method-title">How do we know?</h2><dl>{rows}</dl>'


def foot(links, downloads, provenance):
    """The other pages, what can be taken along, and what the page was made from.

    Parameters
    ----------
    links : sequence of (str, str, str)
        Address, title and first answer of each page.
    downloads : sequence of (str, list of (str, str))
        Heading; address and name of each file.
    provenance : sequence of (str, str)
    """
    parts = []
    if links:
        items = "".join(
            f'<li><a class="link" href="{escape(address)}">{escape(title)}</a> {escape(said)}</li>'
            for address, title, said in links
        )
        parts.append(f'<h2>How do we know?</h2><ul class="pages">{items}</ul>')
    if downloads:
        groups = "".join(
            f"<h3>{escape(heading)}</h3><p>"
            + " ".join(
                f'<a class="link" href="{escape(address)}" download="{escape(name)}">{escape(name)}</a>'
                for address, name in files
            )
            + "</p>"
            for heading, files in downloads
        )
        parts.append(f"<details><summary>Take it with you</summary>{groups}</details>")
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in provenance)
    parts.append(f"<details><summary>Where this comes from</summary><dl>{rows}</dl></details>" if rows else "")
    return f'<footer class="foot">{"".join(parts)}</footer>' if any(parts) else ""
