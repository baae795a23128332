"""Colours as tokens: drawn as they look in print, and replaced by the page's own where there is one."""

INK, QUIET, LINE, SOFT, PAPER = "#1d1c1a", "#5f5c56", "#dedad0", "#f3f0e8", "#fbfaf6"
# Voices: found as the farthest apart for normal and for colour-blind sight; a sign says the same.
BANDS = {
    "A": "#1a74d2",
    "B": "#014e65",
    "C": "#d992d2",
    "D": "#96300c",
    "E": "#3f6b5a",
    "F": "#c08a10",
    "G": "#98948b",
}
# What is written on a band; no two are equal, so that each has a token of its own.
ON = {"A": "#fffffa", "B": "#fffffb", "C": "#2a1028", "D": "#fffffc", "E": "#fffffd", "F": "#241800", "G": "#1d1c1b"}
BLUE, RED, GREEN, ORANGE, SKY, GREY = (BANDS[letter] for letter in "ADEFCG")
TOKENS = {
    INK: "var(--f-ink)",
    QUIET: "var(--f-quiet)",
    LINE: "var(--f-line)",
    SOFT: "var(--f-soft)",
    PAPER: "var(--f-paper)",
    **{colour: f"var(--f-{letter})" for letter, colour in BANDS.items()},
    **{colour: f"var(--f-{letter}o)" for letter, colour in ON.items()},
}

FONT = "DejaVu Sans"  # comes with matplotlib, and is wider than what pages show: what fits here fits there
RC = {
    "font.family": FONT,
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": LINE,
    "axes.facecolor": "none",
    "axes.labelcolor": QUIET,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in an article is a dollar sign
    "axes.formatter.use_mathtext": False,
    "svg.hashsalt": "close-reading",
    "svg.fonttype": "none",
}
