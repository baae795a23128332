"""What others read to cite and to find this: one version, one licence, one set of keywords."""

import json
import re
import tomllib

from helpers import __version__


def test_one_version_licence_and_day_everywhere(root):
    cited = (root / "CITATION.cff").read_text(encoding="utf8")
    described = json.loads((root / "codemeta.json").read_text(encoding="utf8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert {described["version"], project["version"], __version__} == {re.search(r"\nversion: (\S+)", cited)[1]}
    assert described["license"].endswith(re.search(r"\nlicense: (\S+)", cited)[1])
    assert described["datePublished"] == re.search(r"\ndate-released: (\S+)", cited)[1]
    keywords = cited.partition("keywords:\n")[2].partition("references:")[0]
    assert described["keywords"] == re.findall(r"  - (.+)", keywords)
    assert project["requires-python"] == described["programmingLanguage"]["version"]


def test_what_codemeta_names_is_there(root):
    described = json.loads((root / "codemeta.json").read_text(encoding="utf8"))
    for name in ("softwareRequirements", "continuousIntegration", "readme"):
        assert (root / described[name]).is_file()
