"""By which words a sentence is known to warn, want, praise, set apart …: the kinds that go last."""

from .rare_cues import Cue

COMMON = {
    "warning": Cue(
        "2",
        "A warning",
        r"(?<!were )(?<!was )(?<!been )(?<!be )\bwarn(?:s|ed)\b",
        "Divers warned that a quay of the old harbour could fall into deep water within a year.",
        "Divers were warned that the quay could fall into the harbour within a year.",
        main=True,
    ),
    "asked for": Cue(
        "2",
        "Asked for or advised",
        r"\b(?:recommend(?:s|ed)|advise[sd]|urge[sd]|call(?:s|ed) on|demand(?:s|ed)|appealed to)\b",
        "Ferry owners urged the council to open a second quay and a ticket office before next summer.",
        "Ferry owners told the council of the quay before the summer.",
        main=True,
    ),
    "praised": Cue(
        "2",
        "Praised or supported",
        r"\b(?:praise[sd]|welcome[sd] (?:the|a|his|her|their|its|\w+[’']s)|endorse[sd]|hail(?:s|ed)|applaud(?:s"
        r"|ed)|commend(?:s|ed)"
        r"|congratulate[sd]|backed (?:the|his|her|their|a|\w+[’']s)|supports (?:the|his|her|their|a))\b",
        "Ferry owners praised the council for the speed of its repairs and for a new ticket office.",
        "Ferry owners met the council at the place of the repairs.",
        main=True,
    ),
    "reservation": Cue(
        "2",
        "What it sets against each other",
        r"^(?:Although|Though|Despite|Even though|In spite of)\b"
        r"|, (?:but|although|though|even though|despite|yet)\b",
        "Ferry owners like the new quay of Bergen, but sailors find it too far from shops and taverns.",
        "Ferry owners like the new quay and find it near to the town.",
    ),
}
