"""Lists of words that decide what of a phrase can stand as a label."""

LINKS = frozenset("of in on against for to by over with between at about from among".split())
ARTICLES = frozenset("a an the".split())
NOT = frozenset("no not n't n’t never without neither nor".split())
BARELY = frozenset("only just merely simply".split())  # "not only the ferry" is the ferry
NOT_THEMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
WHO = PLACES | {"NORP"}
WORN = frozenset(  # nouns that carry no theme in news prose
    (
        "mr mrs ms dr thing way lot number part kind sort bit end beginning rest couple half quarter side point case "
        "reason example fact idea question year month week weekend day hour minute second time moment today yesterday "
        "tomorrow morning afternoon evening night decade century monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december percent "
        "thousand hundred million billion dozen one other person people man woman guy something nothing everything "
        "anything everyone someone statement interview comment source official spokesman spokeswoman spokesperson "
        "place photo image p pm am a.m. p.m. euro dollar pound mile kilometre kilometer metre meter ton tonne acre "
        "member head area level amount series set row step sense matter issue term name word story article news "
        "notebook preview installment instalment recap roundup byline abstract"
    ).split()
)
# adjectives that pick one out and say nothing of it: a label does without them
PICKING = frozenset(
    (
        "several many such other same last next former upcoming recent new first second third early earlier own few "
        "more most further certain various big good great late later whole full entire previous current latest only "
        "main major key different similar possible likely better best little able due much less least past future "
        "additional potential already then- "
        # what only judges it, or says how much
        "aggressive ambitious bitter blistering bold brief broad careful close complete considerable constant "
        "contentious controversial convincing critical crucial difficult dramatic easy enormous essential "
        "exciting extensive extraordinary familiar famous favorite favourite fierce frequent genuine growing "
        "harsh heated historic huge immediate immense important impressive incredible inevitable intense "
        "interesting large long lovely massive memorable mere modest notable obvious odd ongoing ordinary "
        "particular pivotal positive powerful principal prominent proper remarkable respective serious severe "
        "sharp significant simple slight so-called sober sobering specific spectacular steep strong stunning "
        "substantial successful sudden terrible tough tragic true typical unexpected unprecedented unusual "
        "useful usual vague vast very weak wide widespread wonderful"
    ).split()
)
# people that are named by no more than their number, age or part in the story
FOLK = frozenset(
    (
        "child kid student pupil parent father mother wife husband friend girl boy resident supporter voter fan user "
        "reader victim patient customer expert critic leader candidate son daughter brother sister adult youth guest "
        "witness ally"
    ).split()
)
GROUPS = frozenset(
    "family crowd group team crew couple government company office agency party side staff public".split()
)
# "group of farmers", "in the wake of the vote", "in the service of the union": what follows is the theme
HOLDERS = GROUPS | frozenset(
    "list possibility chance wake average majority network respect range host string handful array variety bunch pair "
    "flurry spate slew portion bulk like likes service aftermath midst course eve verge brink".split()
)
# "in support of the plan": no noun of the sentence has it
BETWEEN = frozenset(
    "support response favor favour line light terms addition need search charge spite view case".split()
)
# "deal with the union" is one phrase; "he sat at a table with the union", "face to face with it" has none
TOGETHER = frozenset(
    (
        "accord agreement alliance altercation argument association battle bond border brawl breach chat clash "
        "coalition collaboration collision comparison competition compromise conflict confrontation connection "
        "contact contract conversation cooperation coordination dance deal debate dialogue discussion disagreement "
        "dispute duel encounter engagement exchange experience feud fight flirtation friendship interview involvement "
        "link marriage match meeting merger negotiation pact partnership peace problem quarrel race reconciliation "
        "relation relations relationship rift rivalry row run-in session showdown skirmish solidarity spat split "
        "standoff struggle summit talk tension tie trade treaty truce union victory visit war"
    ).split()
)
# with no more than an adjective they say nothing: "political conversation", but "conversation about guns"
VAGUE = frozenset(
    (
        "approach aspect atmosphere attempt attitude audience behavior behaviour claim context conversation "
        "dream effort element factor feeling figure force goal impact influence manner message mood notion "
        "observer opinion outcome perspective position positive prediction presence principle process "
        "prospect purpose reaction relationship remark scenario situation stance standard style technology "
        "tendency theory thinking thought tone trend view voice"
    ).split()
)
