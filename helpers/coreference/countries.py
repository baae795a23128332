"""Countries: their common English names, demonyms, capitals, and the seats of their governments."""

from pathlib import Path

# As news writes them -> the common English name.
ALIASES = {
    "U.S.": "United States",
    "US": "United States",
    "U.S": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "the United States": "United States",
    "United States of America": "United States",
    "U.K.": "United Kingdom",
    "UK": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "Russian Federation": "Russia",
    "People's Republic of China": "China",
    "People’s Republic of China": "China",
    "PRC": "China",
    "Republic of Korea": "South Korea",
    "DPRK": "North Korea",
    "UAE": "United Arab Emirates",
    "Türkiye": "Turkey",
    "Czechia": "Czech Republic",
    "Burma": "Myanmar",
    "Holland": "Netherlands",
}

# States as American papers shorten them (The Associated Press Stylebook).
STATES = {
    **dict(zip("Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn.".split(),
               "Alabama Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Illinois Indiana "
               "Kansas Kentucky Louisiana Maryland Massachusetts Michigan Minnesota".split(), strict=True)),
    **dict(zip("Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wis. Wyo.".split(),
               "Mississippi Missouri Montana Nebraska Nevada Oklahoma Oregon Pennsylvania Tennessee Texas Vermont "
               "Virginia Wisconsin Wyoming".split(), strict=True)),
    "N.H.": "New Hampshire", "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "N.C.": "North Carolina",
    "N.D.": "North Dakota", "R.I.": "Rhode Island", "S.C.": "South Carolina", "S.D.": "South Dakota",
    "W.Va.": "West Virginia",
}  # fmt: skip
STATE_NAMES = frozenset(STATES.values()) | frozenset(("Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Utah"))

# Capital or seat of government -> country. A place until it acts; then its government.
SEATS = {
    "Abu Dhabi": "United Arab Emirates",
    "Abuja": "Nigeria",
    "Accra": "Ghana",
    "Addis Ababa": "Ethiopia",
    "Algiers": "Algeria",
    "Amman": "Jordan",
    "Ankara": "Turkey",
    "Astana": "Kazakhstan",
    "Athens": "Greece",
    "Baghdad": "Iraq",
    "Baku": "Azerbaijan",
    "Bangkok": "Thailand",
    "Beijing": "China",
    "Beirut": "Lebanon",
    "Belgrade": "Serbia",
    "Berlin": "Germany",
    "Bogota": "Colombia",
    "Bogotá": "Colombia",
    "Brasilia": "Brazil",
    "Brasília": "Brazil",
    "Bratislava": "Slovakia",
    "Bucharest": "Romania",
    "Budapest": "Hungary",
    "Buenos Aires": "Argentina",
    "Cairo": "Egypt",
    "Canberra": "Australia",
    "Caracas": "Venezuela",
    "Copenhagen": "Denmark",
    "Damascus": "Syria",
    "Delhi": "India",
    "Dhaka": "Bangladesh",
    "Doha": "Qatar",
    "Dublin": "Ireland",
    "Hanoi": "Vietnam",
    "Havana": "Cuba",
    "Helsinki": "Finland",
    "Islamabad": "Pakistan",
    "Jakarta": "Indonesia",
    "Kabul": "Afghanistan",
    "Kathmandu": "Nepal",
    "Khartoum": "Sudan",
    "Kiev": "Ukraine",
    "Kremlin": "Russia",
    "Kuala Lumpur": "Malaysia",
    "Kyiv": "Ukraine",
    "Lima": "Peru",
    "Lisbon": "Portugal",
    "London": "United Kingdom",
    "Madrid": "Spain",
    "Manila": "Philippines",
    "Minsk": "Belarus",
    "Moscow": "Russia",
    "Nairobi": "Kenya",
    "New Delhi": "India",
    "Nicosia": "Cyprus",
    "Oslo": "Norway",
    "Ottawa": "Canada",
    "Paris": "France",
    "Prague": "Czech Republic",
    "Pretoria": "South Africa",
    "Pyongyang": "North Korea",
    "Quito": "Ecuador",
    "Reykjavik": "Iceland",
    "Riga": "Latvia",
    "Riyadh": "Saudi Arabia",
    "Rome": "Italy",
    "Santiago": "Chile",
    "Sarajevo": "Bosnia and Herzegovina",
    "Seoul": "South Korea",
    "Sofia": "Bulgaria",
    "Stockholm": "Sweden",
    "Taipei": "Taiwan",
    "Tallinn": "Estonia",
    "Tashkent": "Uzbekistan",
    "Tbilisi": "Georgia",
    "Tehran": "Iran",
    "Tel Aviv": "Israel",
    "Jerusalem": "Israel",
    "Tokyo": "Japan",
    "Tripoli": "Libya",
    "Tunis": "Tunisia",
    "Vienna": "Austria",
    "Vilnius": "Lithuania",
    "Warsaw": "Poland",
    "Washington": "United States",
    "Washington, D.C.": "United States",
    "Wellington": "New Zealand",
    "Yerevan": "Armenia",
    "Zagreb": "Croatia",
}
COUNTRIES = frozenset(SEATS.values()) | frozenset(ALIASES.values())


def _demonyms():
    """Demonym -> country, and combining form -> country ("Sino-" of China)."""
    words, forms = {}, {}
    for line in (Path(__file__).parents[1] / "data" / "demonyms.tsv").read_text("utf8").splitlines():
        if not line.startswith("#"):
            country, own, form = line.split("\t")
            words |= {word.replace("-", " "): country for word in own.split()}
            if form:
                forms[form] = country
    return words, forms


DEMONYMS, FORMS = _demonyms()
NATIONS = COUNTRIES | frozenset(DEMONYMS.values())  # what "the country" may be
