"""By which words a sentence is known to warn, want, praise, set apart …: the kinds that go last."""

from .rare_cues import Cue

COMMON = {
    "warning": Cue(
        "2",
        "A warning",
        r"(?<!were )(?<!was )(?<!been )(?<!be )\bwarn(?:s|ed)\b",
        "Divers warned that the quay could fall into the harbour within a year.",
        "Divers were warned that the quay could fall into the harbour within a year.",
        main=True,
    ),
    "asked for": Cue(
        "2",
        "Asked for or advised",
        r"\b(?:recommend(?:s|ed)|advise[sd]|urge[sd]|call(?:s|ed) on|demand(?:s|ed)|appealed to)\b",
        "Ferry owners urged the council to open the quay before the summer.",
        "Ferry owners told the council of the quay before the summer.",
        main=True,
    ),
    "planned or hoped": Cue(
        "2",
        "Expected, planned or wanted",
        r"\b(?:will (?!have\b)\w+|(?:is|are) (?:set|expected|due|scheduled|supposed|likely|poised) to|expects?"
        r"|plans? to|plan(?:ned|ning) to|hopes? (?:to|that)|aims? to|intends? to|wants? (?:to|the|\w+ to)|is weighing"
        r"|(?:is|are) in talks|(?:is|are) considering|proposes? (?:to|that|a)|proposed (?:to|that|by)|vow(?:s|ed) to"
        r"|promis(?:es|ed) to|pledg(?:es|ed) to)\b",
        "Holm Ferries hopes to run a third ferry from the summer on.",
        "Holm Ferries runs a third ferry from the summer on.",
        main=True,
    ),
    "praised": Cue(
        "2",
        "Praised or supported",
        r"\b(?:praise[sd]|welcome[sd] (?:the|a|his|her|their|its|\w+[’']s)|endorse[sd]|hail(?:s|ed)|applaud(?:s"
        r"|ed)|commend(?:s|ed)"
        r"|congratulate[sd]|backed (?:the|his|her|their|a|\w+[’']s)|supports (?:the|his|her|their|a))\b",
        "Ferry owners praised the council for the speed of the repairs.",
        "Ferry owners met the council at the place of the repairs.",
        main=True,
    ),
    "reservation": Cue(
        "2",
        "What it sets against each other",
        r"^(?:Although|Though|Despite|Even though|In spite of)\b"
        r"|, (?:but|although|though|even though|despite|yet)\b",
        "Ferry owners like the new quay, but sailors find it too far from the town.",
        "Ferry owners like the new quay and find it near to the town.",
    ),
    "effect": Cue(
        "2",
        "What had an effect",
        r"\b(?:forced|led to|leads to|caused|causes|triggers?|triggered|prompted|prevents?|prevented|resulted in|helped"
        r" (?:\w+ ){0,2}(?:to )?\w+|helps? (?:to )?\w+|enabled?|enables)\b",
        "The storm forced Holm Ferries to keep its boats in the harbour.",
        "Holm Ferries kept its boats in the harbour until the storm.",
        main=True,
    ),
}
