"""Units of measure and money: their names and signs from Babel's locale data (Unicode CLDR), and a few of the press.

`unit` is the singular name, as British English writes it: kilometre, mile per hour, US dollar, percentage.
"""

import re
from functools import cache

# What CLDR does not have, or has under another name.
PRESS = {
    "percentage": "% per_cent percent pc pct",
    "percentage point": "percentage_point percentage_points pp per_cent_point",
    "basis point": "basis_point basis_points bps bp",
    "year of age": "year-old years-old years_old year_old years_of_age",
    "month of age": "month-old months-old months_old month_old",
    "part per billion": "ppb",
    "part per million": "ppm",
    "cent": "cent cents ¢",
    "penny": "pence p",
    "paisa": "paise paisa",
    "milliampere-hour": "mAh",
    "megawatt-hour": "MWh megawatt-hours megawatt_hours",
    "brake horsepower": "bhp",
    "gigapascal": "GPa gigapascal gigapascals",
    "decibel": "dB decibel decibels",
    "degree Celsius": "°C C degrees_Celsius degree_Celsius",
    "degree Fahrenheit": "°F degrees_Fahrenheit degree_Fahrenheit",
    "degree": "degree degrees °",
    "hertz": "Hz hertz",
    "inch": "inch inches in. ″",
    "foot": "foot feet ft",
    "kilometre": "km kilometre kilometer kilometres kilometers kms",
    "square metre": "sq_m sqm m2 m²",
    "square foot": "sq_ft",
    "square kilometre": "sq_km",
    "cubic metre": "m3 m³ cubic_metres cubic_meters",
    "mile": "mile miles",
    "mile per hour": "mph miles_per_hour miles_an_hour",
    "mile per gallon": "mpg",
    "kilometre per hour": "km/h kph kmh kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour",
    "litre": "litre litres liter liters L",
    "micrometre": "μm µm micron microns",
    "kilogram": "kg kilo kilos kgs",
    "tonne": "tonne tonnes metric_tons metric_ton",
    "gigabyte": "GB",
    "megabit per second": "Mbps",
    "dollar": "dollar dollars",
    "pound": "pound pounds",
    "euro": "euro euros",
}
SIGNS = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "PS": "pound",
    "Y": "yen",
    "Rs": "rupee",
    "RM": "ringgit",
    "SKr": "Swedish krona",
    "NKr": "Norwegian krone",
    "DKr": "Danish krone",
    "KSh": "Kenyan shilling",
    "Sh": "shilling",
    "Rp": "rupiah",
    "DM": "mark",
}
NOT_UNITS = frozenset(
    "item items point points dot dots drop drops pinch cup cups em G therm bar bars mole moles atm grain night nights "
    "portion part parts light revolution rev mark marks crown per "
    "unit units value values gold real won soles sole som soms "
    "lats lat sum pound-force grains quart drams in au A B C J K N c l d h q s w y b a".split()
)
TIME = frozenset("second minute hour day night week fortnight month quarter year decade century".split())
# what "an" or "a" can stand for "per" before: "$5 an hour"
PER = (
    "second minute hour day night week month quarter year decade century barrel gallon ounce share kilo kilogram "
    "tonne ton head person litre liter pound mile kilometre piece unit ticket square_metre square_foot sq_m sq_ft gram "
    "capita household pupil student vote"
).split()
HUNDREDTHS = frozenset(("penny", "cent", "paisa"))
_PLURALS = {"feet": "foot", "inches": "inch", "centuries": "century"}


@cache
def _tables():
    """(words that name a unit after a number -> unit, code or name of money -> unit)."""
    from babel import Locale

    american, british = Locale("en"), Locale("en", "GB")
    units, money = {}, {}
    for locale in (american, british):
        for key, forms in locale._data["unit_patterns"].items():
            long, short = forms.get("long", {}), forms.get("short", {})
            name = _bare(british._data["unit_patterns"].get(key, {}).get("long", {}).get("one"))
            if not name or name.isdigit():
                continue
            for shape in (*long.values(), *(short.values() if hasattr(short, "values") else ())):
                word = _bare(shape)
                if word and word not in NOT_UNITS and word[0] != "/" and not word.endswith("."):
                    units.setdefault(word, name)
    for code, name in american.currencies.items():
        plurals = american._data["currency_names_plural"].get(code, {})
        if "(" in name or len(code) != 3 or code.startswith("X"):
            continue
        one = plurals.get("one", name)
        one = one[0].lower() + one[1:] if one.split(" ")[0] in ("euro", "Euro") else one
        money[code] = one
        for shape in (one, plurals.get("other", one), name):
            money[shape.lower()] = one
            last = shape.lower().rpartition(" ")[2]
            if len(last) > 3 and last not in units and last not in NOT_UNITS | {"pound", "pounds"}:
                money.setdefault(last, last.rstrip("s") if last != "pesos" else "peso")
    money |= {"pounds sterling": "pound", "sterling": "pound", "crowns": "crown", "roubles": "rouble"}
    for unit, words in PRESS.items():
        for word in words.split():
            units[word.replace("_", " ")] = unit
    return units, money


def _bare(shape):
    """The words of a CLDR pattern without the place of its number: "{0} kilometres"."""
    return re.sub(r"\{0\}", "", str(shape)).replace("\xa0", " ").strip() if shape else ""


@cache
def _after():
    """The pattern of a unit after a number; signs are case-sensitive, names are not."""
    units, money = _tables()
    names = {word for word in units if len(word) > 3 and word.isascii()} | {
        word for word in money if not word.isupper()
    }
    signs = {word for word in units if word not in names} | {word for word in money if word.isupper()}
    joined = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    short = "|".join(re.escape(word) for word in sorted(signs, key=len, reverse=True))
    adjective = r"(?P<whose>(?:[A-Z][a-z]+|U\.?S\.?) )?"
    return re.compile(  # 6 p.m. is no pence
        rf"(?:[ -]|\u00a0)?(?:{adjective}(?P<name>(?i:{joined}))(?![\w])|(?P<sign>{short})(?![A-Za-z0-9/]|\.[mM]\b))"
    )


_BEFORE = re.compile(
    r"(?:(?P<land>US|A|AU|C|CA|NZ|HK|S|NT|R|Can) ?)?(?P<sign>[$£€¥₪₹₩]|\bPS|\bY=|\bRs\.?|\bRM|"
    r"\b[SND]Kr|\bKSh|\bSh|\bRp|\bDM)"
    r"(?P<after>US|A|AU|C|CA|NZ)?[ ]?(?P<minus>[-−])?$|\b(?P<code>[A-Z]{3})[ ]?$"
)
LANDS = {
    **dict.fromkeys(("US",), "US dollar"),
    **dict.fromkeys(("A", "AU"), "Australian dollar"),
    **dict.fromkeys(("C", "CA", "Can"), "Canadian dollar"),
    "NZ": "New Zealand dollar",
    "HK": "Hong Kong dollar",
    "S": "Singapore dollar",
    "NT": "New Taiwan dollar",
    "R": "Brazilian real",
}
_LAND_AFTER = re.compile(r" ?(US|U\.S\.|CAD|USD|AUD|Canadian|American|Australian)(?![A-Za-z])(?! [a-z])")
_PER = re.compile(
    r"(?: ?/ ?| per | each | every )(?P<per>square (?:metre|meter|foot|mile)|sq\.? (?:m|ft)|"
    r"100,000(?: [a-z]+)?|1,000(?: [a-z]+)?|[a-z]+)|-?[ -]an? (?P<an>"
    + "|".join(word.replace("_", " ") for word in PER)
    + r")\b"
)


def money_before(text, start):
    """The currency whose sign stands before a number, and where it begins.

    >>> money_before("It cost US$5.", 11), money_before("EUR 5", 4), money_before("It cost 5", 8)
    (('US dollar', 8), ('euro', 0), (None, 8))
    >>> money_before("to SKr1.98bn", 6)
    ('Swedish krona', 3)
    """
    found = _BEFORE.search(text, max(start - 8, 0), start)
    if not found:
        return None, start
    if found["code"]:
        name = _tables()[1].get(found["code"])
        return (name, found.start()) if name else (None, start)
    land = found["land"] or found["after"]
    sign = found["sign"].strip(".=")
    name = LANDS.get(land, "dollar") if sign == "$" else SIGNS.get(sign, _signed(sign))
    return name, found.start()


def _signed(sign):
    return {"₪": "shekel", "₹": "rupee", "₩": "won"}.get(sign, sign)


def unit_after(text, end):
    """The unit that follows a number, whether it is money, and where it ends.

    >>> unit_after("87 kilometers an hour", 2)[0]
    'kilometre per hour'
    >>> unit_after("87 mph", 2), unit_after("7.5 million Danish crowns", 11), unit_after("5 ships", 1)
    (('mile per hour', False, 6), ('Danish crown', True, 25), (None, False, 1))
    >>> unit_after("47.6C on Sunday", 4)[0], unit_after("3 C grades", 1)[0]
    ('degree Celsius', None)
    """
    found = _after().match(text, end)
    if not found or (found["sign"] == "C" and found.end() > end + 1):
        return None, False, end
    units, money = _tables()
    word = found["name"] or found["sign"]
    if found["sign"]:
        unit = units.get(word) or money.get(word)
        return unit, word not in units or unit in HUNDREDTHS, found.end()
    low = word.lower()
    if found["whose"] and (full := f"{found['whose']}{low}".lower()) in money:
        return money[full], True, found.end()
    if low not in units and word not in units and low not in money:  # "degrees celsius"
        word = next(known for known in (*units, *money) if known.lower() == low)
        low = word if word in units else low
    if low in units or word in units:
        if found["whose"] and low not in ("dollar", "dollars", "pound", "pounds", "euros", "euro"):
            return None, False, end
        unit = units.get(word) or units[low]
        is_money = unit in ("dollar", "euro", "cent", "penny", "paisa")
        return (f"{found['whose'].strip()} {unit}" if found["whose"] else unit), is_money, found.end()
    unit = money.get(low) or money[word]
    return (f"{found['whose'].strip()} {unit}" if found["whose"] and " " not in unit else unit), True, found.end()


def land_after(text, end):
    """The end of what says whose dollars they are: "$76 **US** a barrel"."""
    found = _LAND_AFTER.match(text, end)
    return found.end() if found else end


def per_after(text, end):
    """What a rate is per, and where that ends: "$21.25 per square foot".

    >>> per_after("$21.25 per square foot", 6), per_after("$5 an hour", 2), per_after("$5 a head start", 2)[0]
    (('square foot', 22), ('hour', 10), 'head')
    """
    found = _PER.match(text, end)
    if not found or (found["per"] or "") in ("cent", "cents", "the", "other", "se"):
        return None, end
    return found["per"] or found["an"], found.end()
