"""Saved pages and texts that nobody means well with, or that went through bad hands."""

PROSE = (
    "The ferry stayed in the harbour on Friday, and nobody knew when it would sail again. “It is over,” said the "
    "harbour master, who had waited on the quay since the morning with the people of the island."
)
HALF = "\ud83d"
BROKEN = ["\x00", "\x01", "\x08", "\x1b", "\x1f", "\x7f", "\ufffe", "\uffff", "\U0001ffff", "\ufdd0", HALF, "\udc80"]


def page(*inside, head=""):
    body = "".join(f"<p>{PROSE}</p>" for _ in range(3))
    return f"<!doctype html><html><head>{head}</head><body><article>{body}{''.join(inside)}</article></body></html>"


# name -> what stands in a page that is read, or refused, at once.
SLOW = {
    "one tag with 100,000 attributes": "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
    "quoted ones with signs of ends": "<div " + " ".join(f'a{n}=">"' for n in range(100_000)) + ">",
    "names of one letter, no values": "<div " + "\n".join(f"a{n}" for n in range(100_000)) + ">",
    "a quotation mark that never closes": "<div a='" + "x " * 400_000,
    "10,000 tags with 10 each": "".join(
        "<i " + " ".join(f"a{n}=1" for n in range(10)) + ">x</i>" for _ in range(9_000)
    ),
    "breaks": "a<br>" * 100_000,
    "spans in one paragraph": "<p>" + "<span>word </span>" * 100_000,
    "tables": "<table><tr><td>x</td></tr></table>" * 20_000,
    "depth": "<div>" * 25_000,
    "comments that never close": "<!--" * 100_000,
    "style sheets": "<style>" + ".a{display:none}/*" * 100_000 + "</style>" + "<p class='a b c'>x</p>" * 9_000,
    "a style sheet that never closes": "<style>" + "{a," * 300_000 + "</style>",
    "nothing but signs": "<" * 300_000,
}
