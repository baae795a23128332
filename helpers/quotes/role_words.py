"""Words that say in which role a source speaks: data, by role, each role with an example.

Roles are those that studies of sourcing ask for (Gans 1979; Berkowitz 1987; Tiffen et al. 2014).
"""

import re

from .channels import SPEAKERS

# Role -> its nouns: heads of the words that introduce a source, or of the words that name it. Lemmas.
ROLES = {
    "police or court": "police officer detective sheriff constable inspector trooper deputy superintendent policeman "
    "policewoman investigator prosecutor attorney judge justice court magistrate coroner cop fbi warden jury juror "
    "ranger constabulary tribunal sergeant lieutenant",
    "politician": "politician senator congressman congresswoman congressperson lawmaker legislator mp minister premier "
    "president chancellor mayor governor candidate nominee democrat republican representative councillor councilman "
    "councilwoman councilmember alderman speaker party campaign senate caucus delegate frontrunner rival rep. sen. "
    "gov. opponent incumbent strategist campaigner assemblyman assemblywoman parliamentarian parliament congress "
    "conservative liberal opposition government taoiseach backbencher administration",
    "official": "official ambassador envoy diplomat secretary commissioner ministry department agency council "
    "bureau embassy commission consul regulator authority general admiral colonel commander captain army military navy "
    "administrator treasurer superintendent king queen prince princess watchdog government bureaucrat pentagon kremlin "
    "comptroller auditor firefighter fireman chief",
    "company": "company ceo chairman chairwoman executive firm manufacturer bank airline retailer owner founder "
    "co-founder cofounder entrepreneur manager businessman businesswoman employer investor operator vendor carrier "
    "producer supplier developer shareholder banker trader corporation studio publisher startup carmaker automaker",
    "expert": "expert professor researcher scientist analyst economist historian scholar doctor physician engineer "
    "epidemiologist psychologist psychiatrist sociologist biologist astronomer physicist specialist academic surgeon "
    "lecturer statistician climatologist meteorologist archaeologist strategist consultant nutritionist nurse fellow "
    "pollster ecologist geologist chemist anthropologist pathologist author co-author scientists team university "
    "institute lawyer criminologist dermatologist cardiologist oncologist neurologist forecaster dietitian dietician",
    "affected person": "victim witness survivor resident neighbor neighbour mother father parent wife husband widow "
    "widower son daughter brother sister family relative patient passenger student pupil worker employee villager "
    "refugee migrant tenant homeowner commuter driver customer shopper bystander voter veteran mum mom dad girlfriend "
    "boyfriend uncle aunt cousin grandmother grandfather teenager inmate suspect defendant taxpayer user eyewitness "
    "farmer fisherman protester protestor demonstrator local visitor tourist friend miner teacher",
    "advocate": "activist advocate campaigner charity ngo union organizer organiser group federation association "
    "coalition foundation alliance lobby lobbyist critic supporter league society environmentalist conservationist "
    "nonprofit watchdog",
    "media": "newspaper journalist reporter correspondent editor columnist anchor broadcaster paper magazine outlet "
    "network host commentator presenter blogger pundit media press tabloid journal",
    "document": "research report study survey poll document statement letter memo lawsuit complaint affidavit "
    "indictment filing email e-mail law bill constitution resolution ruling release book paper website record "
    "analysis transcript "
    "communique communiqué review notice manual article editorial ad advertisement sign message warrant",
    "other": "actor actress singer coach player musician director artist writer designer captain striker manager "
    "goalkeeper midfielder bishop pope priest pastor rabbi imam cardinal archbishop rapper comedian model athlete "
    "quarterback chef novelist poet filmmaker teammate fan coach guitarist drummer driver trainer",
}
EXAMPLES = {
    "police or court": "Detective Ann Lee said the door was open.",
    "politician": "Ann Lee, the mayor of Ashby, said the bridge is safe.",
    "official": "Officials said the bridge is safe.",
    "company": "A spokesman for the company said the bridge is safe.",
    "expert": "Ann Lee, a professor of engineering, said the bridge is safe.",
    "affected person": "A neighbor said the house shook.",
    "advocate": "Activists said the bridge is unsafe.",
    "media": "The newspaper said the bridge is unsafe.",
    "document": "The report said the bridge is unsafe.",
    "anonymous": "A source who did not want to be named said the bridge is unsafe.",
    "other": "Ann Lee, a singer, said the bridge was full.",
}
ROLE_OF = {}
for _role, _nouns in ROLES.items():
    for _noun in _nouns.split():
        ROLE_OF.setdefault(_noun, _role)

# What is no noun of `ROLES`, as the weights of `trust` ask for those, or is more than one word.
ALSO = dict.fromkeys(
    "data datum figure result finding statistic average census missive polling".split(), "document"
) | {
    "superdelegate": "politician",
    "contender": "politician",
    "opponents": "advocate",  # of a law
    "speakers": None,  # at a service
    "attorney": "expert",  # of somebody; those of the state are phrases
    "attorneys": "expert",
    "counselor": "expert",
    "dr.": "expert",
    "prof.": "expert",
    "gen.": "official",
    "adm.": "official",
    "col.": "official",
    "maj.": "official",
    "det.": "police or court",
    "sgt.": "police or court",
    "co-anchor": "media",
    "co-host": "media",
    "naturalist": "expert",
}
PHRASES = {
    "police or court": "district attorney|county attorney|state attorney|u.s. attorney|prosecuting attorney"
    "|city attorney|law enforcement",
    "official": "city manager|county manager|attorney general|press secretary|deputy secretary|inspector general"
    "|emergency operations",
    "company": "executive officer|operating officer|financial officer|chief executive|managing director"
    "|senior vice president",
    "politician": "campaign worker|campaign workers|campaign manager|campaign chairman|campaign official"
    "|campaign officials|house speaker",
    "media": "news agency|news service|news accounts|editorial board|editorial page",
}
# Those who speak from a place of somebody else: the words beside them say whose.
AIDES = SPEAKERS | frozenset(
    "aide adviser advisor director chief head leader secretary deputy boss staffer counsel member vice officer "
    "president chairman chairwoman chair manager executive founder co-founder owner team office account".split()
)
LEADERS = SPEAKERS | frozenset(
    "executive executives founder co-founder owner manager".split()
)  # of a company, if of none
SMALL = frozenset(
    "deputy fellow executive chief general senior parent official vice veteran".split()
)  # when before a noun
PARTIES = frozenset("republican republicans democratic democrat democrats gop rnc dnc campaign party".split())
BY_PARTY = frozenset((None, "other", "official", "company"))  # what a party's people are not: GOP officials
KIN = frozenset(
    "mother father parent parents wife husband widow widower son daughter brother sister family relative mum mom dad "
    "girlfriend boyfriend uncle aunt cousin grandmother grandfather friend friends".split()
)
HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss".split())
PLURAL = frozenset(("NNS", "NNPS"))
SEATS = frozenset("d r i d- r- i-".split())  # Ann Lee, **D-**Ohio: her party, no title
PARTY_SIGN = re.compile(r"[^()]{0,40}(?:\(|, )(?:R|D|I)(?:[-–][A-Z]|\))")  # Ann Lee (**D-O**hio)
UNNAMED = frozenset("source insider person people someone somebody one".split())
# Bodies whose name alone says what they are.
BODIES = {
    "politician": "campaign|senate|congress|parliament|democrats|republicans|labour|tories|committee|caucus",
    "police or court": "police|sheriff|fbi|court|scotland yard|district attorney|justice department",
    "official": "white house|ministry|department|agency|council|state department|pentagon|kremlin|nasa|county|city"
    "|federal|nato|united nations|u.n.|security council|homeland security",
    "company": "inc|inc.|corp|corp.|ltd|ltd.|plc|llc|co.|group|airlines|airways|motors|bank",
    "expert": "university|institute|college|center for|centre for|school of",
    "advocate": "union|foundation|federation|association|coalition|alliance|watch|amnesty|afl-cio|teamsters|workers"
    "|steelworkers|naacp|aclu|pac|advocacy group|nurses|peace",
}
SAID = [(f" {words} ", role) for role, every in PHRASES.items() for words in every.split("|")]
FOUND_IN = [(f" {word} ", role) for role, words in BODIES.items() for word in words.split("|")]
