"""ProQuest: "Name: value" lines, the text after "Full text:"; as text, web page or mail."""

import re

from ...article.days import day_of
from .lines import author_of, paragraphs

RULE = re.compile(r"[_*=]{20,200}$|-{40,200}$")
NUMBERED = re.compile(r"Document \d{1,6} of \d{1,6}")
_FIELD = re.compile(r"([A-Z][A-Za-z][A-Za-z /-]{0,38}?)[ \t]?:[ \t\xa0]{0,4}(.*)")
_AFTER = frozenset(
    "Subject|Title|Alternate title|Publication title|Publication date|Publication year|Publication info|Publisher|"
    "Document URL|ProQuest document ID|Copyright|Database|Last updated|Location|People|Person|Company|"
    "Company / organization|Source type|Place of publication|Country of publication|Publication subject|ISSN|"
    "Language of publication|Document type|Section|Credit|Pages|First page|Number of pages|Volume|Issue|Links|"
    "Identifier / keyword|Classification|Business indexing term|Illustration|Caption|Word count|DOI|Ethnicity".split(
        "|"
    )
)


def proquest(lines):
    """One article in ProQuest's lines; None where none is."""
    lines = [line.strip() for line in lines]
    fields, name, first = {}, None, None
    for number, line in enumerate(lines):
        match = _FIELD.match(line)
        found = match[1].capitalize() if match and match[1].lower() == "full text" else match and match[1]
        # Within the text only the fields that stand after it end it: "Note: …" may be a paragraph.
        if found and (name != "Full text" or (found in _AFTER and _more_follow(lines, number))):
            name = found
            fields.setdefault(name, []).append(match[2])
        elif line == "ProQuest document link":
            name = line
            fields.setdefault(name, [])
        elif name:
            fields[name].append(line)
        elif line and first is None and not NUMBERED.fullmatch(line):
            first = line
    if "Full text" not in fields:
        return {"text": "", "title": first} if "Publication title" in fields else None
    one = {name: " ".join(filter(None, value)).strip() for name, value in fields.items()}
    info = one.get("Publication info", "")
    return {
        "text": paragraphs(fields["Full text"]),
        "title": one.get("Title") or first,
        "author": author_of(one.get("Author", "")),
        "outlet": one.get("Publication title") or re.split(r" ?\[|\d", info, maxsplit=1)[0].strip(" ;,:"),
        "published": day_of(one.get("Publication date", "")) or day_of(info),
        "url": one.get("Document URL"),
        "id": one.get("ProQuest document ID"),
    }


def _more_follow(lines, number):
    """Whether fields go on after a line: of the next three that are not empty one is a field, or there is none."""
    ahead = [line for line in lines[number + 1 : number + 12] if line][:3]
    return not ahead or any((match := _FIELD.match(line)) and match[1] in _AFTER for line in ahead)
