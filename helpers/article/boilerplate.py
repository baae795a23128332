"""Lines that are not the article's: promotion, buttons, agency and copyright lines.

Each rule is a row of data: the reason that goes into the log, a pattern that must match the
whole line, an example, and whether it holds anywhere or only in the article's last lines.
Lines over `LONGEST` characters are prose and are not looked at.
"""

import re
from dataclasses import dataclass

LONGEST = 300
_I = re.IGNORECASE


@dataclass(frozen=True)
class Rule:
    reason: str
    pattern: re.Pattern
    example: str
    only_at_end: bool = False


def _rule(reason, pattern, example, only_at_end=False, flags=_I):
    return Rule(reason, re.compile(pattern, flags), example, only_at_end)


_NETWORKS = r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Reddit|Telegram|Instagram|Pinterest|Flipboard)"
_BUTTON = rf"(?:{_NETWORKS}|Share|Tweet|E-?mail|Print|Save|Copy link|Comments?|Bookmark|Pocket)"
_LETTER = r"(?:newsletters?|e-?mails?|inbox|alerts?|updates?|briefings?|podcasts?|channel|notifications?)"

# what a style sheet sets, with or without a maker's name before it
_STYLE = (
    r"-?(?:[a-z]+-)*(?:align|animation|background|border|bottom|clear|color|content|cursor|display|fill|float|"
    r"font|height|left|margin|opacity|overflow|padding|position|radius|right|shadow|size|style|top|transform|"
    r"transition|visibility|weight|width|family)(?:-[a-z]+)*"
)

RULES = [
    _rule("line of code", rf"{_STYLE} ?: ?[^;{{}}]{{1,100}};", "padding-top: 20px;", flags=0),
    _rule(
        "line of code",
        r"(?:@media\b|[.#@][\w-]|[a-z][\w-]{0,20}[ ,.:#>{])[^{}“”?!]{0,150}\{(?:[^{}]{0,150}\}?)?[.;,]?",
        ".image-wrap img {",
        flags=0,
    ),
    _rule("line of code", r"[{})(;]{1,6}[.,;]?", "}."),
    _rule(
        "line of code",
        r"(?:(?:var|let|const) [\w$]+ ?= ?|(?:window|document|googletag|jQuery)[.(]|\$\(|[(!]?function ?[\w$]*\()"
        r".{0,250}[;{})]",
        "var player = document.getElementById(1);",
        flags=0,
    ),
    _rule(
        "embedded post",
        r"<(?:tweet|iframe|embed)\b[^<>]{0,300}>(?:</?[a-z][^<>]{0,300}>){0,4}[.]?",
        '<tweet tweet-id="771316789665992704"><tweet/>.',
        flags=0,
    ),
    _rule("line of code", r"(?:</?[a-z][^<>]{0,200}>){1,5}[.]?", '<div class="player"></div>', flags=0),
    _rule(
        "agency line",
        r"(?:Getty|AP|AFP|Reuters|Shutterstock|Alamy|iStock|Corbis|EPA|WireImage)(?: (?:Images|Photos?|News))?\.?",
        "Getty.",
        flags=0,
    ),
    _rule("label of a database", r"(?:ABSTRACT|Abstract|FULL TEXT|Full [Tt]ext)[.:]?", "FULL TEXT.", flags=0),
    _rule(
        "promotional line",
        r"(?:READ|SEE|WATCH|LISTEN|MORE|ALSO|RELATED|RECOMMENDED|TRENDING|DON['’]T MISS|EXPLAINER)"
        r"(?: (?:MORE|ALSO|NEXT|NOW|ON|THIS|READ|THE|STORY|STORIES|ARTICLES?|COVERAGE|NEWS)){0,4} ?[:|»>] ?.+",
        "READ MORE: Floods close the harbour for a second day",
    ),
    _rule(
        "promotional line",
        r"(?:Click|Tap|Read|Continue|Keep|See|View)(?: (?:on|more|reading|here|the|full|whole|rest|original|"
        r"story|article|post|report|to|read|for|of|this|all|at|in))*(?: here)? ?[.…»>→]*",
        "Read the full story here.",
    ),
    _rule(
        "promotional line",
        r"Click here (?:to|for) .{1,120}",
        "Click here to download our app",
    ),
    _rule(
        "newsletter line",
        rf"(?:For more,? )?(?:Sign up|Subscribe|Register)\b.{{0,120}}\b{_LETTER}\b.{{0,120}}",
        "Sign up for our morning newsletter",
    ),
    _rule(
        "newsletter line",
        r"(?:Sign up|Subscribe|Register)(?: (?:now|here|today|free|for free|to continue|to read more))?[.!]?",
        "Subscribe now",
    ),
    _rule(
        "newsletter line",
        r"(?:Want to |Would you like to )?(?:Get|Receive) (?:the|our|all|this|these)\b.{0,120}\b(?:in|to) your "
        r"(?:inbox|phone)\b.{0,120}",
        "Get the latest headlines in your inbox every morning.",
    ),
    _rule(
        "newsletter line",
        r"Thanks? (?:you )?for (?:signing up|subscribing)\b.{0,60}|There was an error processing your .{1,40}|"
        r"(?:Please )?(?:Check|Keep an eye on) your (?:inbox|e-?mail)\b.{0,60}",
        "Thanks for signing up!",
    ),
    _rule(
        "contact line",
        r"(?:Have|Got) (?:a|any) (?:(?:news|story) )?(?:tips?|stor(?:y|ies))\b[^?]{0,60}\?.{0,200}",
        "Have a tip? Jo Field may be reached at jo@port.example.",
    ),
    _rule(
        "contact line",
        r"(?:Write to|Contact|E-?mail|Reach|Follow) [^.!?@]{2,80}(?: at|:)? \S{1,60}@\S{1,60}(?: .{0,100})?",
        "Write to Jo Field at jo.field@port.example",
    ),
    _rule(
        "promotional line",
        r"(?:Like|Enjoyed?|Love) (?:this|the|our) (?:story|article|report)\? .{1,120}",
        "Like this story? Share it with a friend!",
    ),
    _rule(
        "update line",
        r"(?:Last )?Updated (?:at|on)\b.{1,40}(?<![!?])",
        "Updated at 1:23 p.m.",
        only_at_end=True,
    ),
    _rule(
        "agency line",
        r"(?:With|From) (?:[A-Z][\w.]* ){0,5}(?:wires?|wire (?:services|reports)|agenc(?:y|ies)(?: reports)?)\.?|"
        r"SOURCES?: .{2,80}",
        "With Port Times wires",
        only_at_end=True,
        flags=0,
    ),
    _rule(
        "copyright line",
        r"This copy is for your personal, non-?commercial use only.{0,150}",
        "This copy is for your personal, non-commercial use only.",
    ),
    _rule(
        "advertisement",
        r"[-–— ]*(?:Advertisement|Advertising|Sponsored(?: content)?|Promoted(?: content)?|Paid content)"
        r"(?: ?[-–—:.] ?(?:continue reading below|scroll to continue))?[-–— .]*",
        "ADVERTISEMENT - CONTINUE READING BELOW",
    ),
    _rule(
        "advertisement",
        r"(?:The )?(?:Story|Article|Report) continues (?:below|after).{0,60}|Scroll down (?:for|to) .{1,60}",
        "Story continues below advertisement",
    ),
    _rule(
        "share line",
        rf"{_BUTTON}(?:(?: ?[|/•·,] ?| ){_BUTTON}){{1,12}}|Share|Tweet|Print",
        "Facebook Twitter WhatsApp Email",
    ),
    _rule(
        "share line",
        rf"(?:Share|Post|Send)(?: (?:this|the|it))?(?: (?:article|story|page|post))?(?: (?:on|via|to|by|with)"
        rf" (?:{_NETWORKS}|e-?mail|friends|your friends|social media))?[:.]?",
        "Share this article on Facebook",
    ),
    _rule(
        "share line",
        rf"(?:Follow|Like|Join|Find) (?:us|me|\w+ \w+) on {_NETWORKS}\b.{{0,100}}",
        "Follow us on Twitter @dailyharbour",
    ),
    _rule(
        "comment line",
        r"(?:Leave|Post|Add|View|Show|Load)(?: (?:a|your|all|more|\d{1,5}))* comments?|\d{1,6} comments?|Comments",
        "Leave a comment",
    ),
    _rule(
        "copyright line",
        r"(?:©|\(c\) ?\d|Copyright (?:©|\(c\)|by\b|\d{4})).{0,200}|.{0,150}\bAll rights reserved\b.{0,150}",
        "© 2023 The Daily Harbour. All rights reserved.",
        only_at_end=True,
    ),
    _rule(
        "agency line",
        r"[(\[–— -]*(?:with )?(?:Reuters|AP|AFP|The Associated Press|Associated Press|Agence France-Presse|Xinhua|PTI|"
        r"dpa|UPI|Bloomberg|ANI|IANS|TASS|PA Media|Press Association|agencies)"
        r"(?:(?: ?[/,&] ?| and )(?:Reuters|AP|AFP|PTI|dpa|UPI|agencies))*[)\] .]*",
        "(Reuters)",
        only_at_end=True,
        flags=0,
    ),
    _rule(
        "agency line",
        r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Edited) by [A-Z].{1,200}",
        "Reporting by Ann Lee in Oslo; Editing by Tom Roe",
        only_at_end=True,
        flags=0,
    ),
    _rule(
        "agency line",
        r".{2,120} contributed (?:reporting )?to this (?:report|story|article)\.?",
        "The Associated Press contributed to this report.",
        only_at_end=True,
    ),
]


def boilerplate(line, at_end=False):
    """Why a line is not the article's, or None if it may be.

    Examples
    --------
    >>> boilerplate("READ MORE: Floods close the harbour for a second day")
    'promotional line'
    >>> boilerplate("Read more slowly, he told the pupils, and you will see it.")
    """
    if len(line) > LONGEST:
        return None
    for rule in RULES:
        if (at_end or not rule.only_at_end) and rule.pattern.fullmatch(line):
            return rule.reason
    return None
