"""No text of ours carries the number of an act: it names the act by key, and a row says the rest.

Left out: docstrings, where the source of a rule belongs, comments, migrations and tests; what is quoted as a fact (the
records of services, sources, names of forms); the rows themselves (laws.json, legal_documents.json).
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from core.checks import LAW_TAG
from core.law_records import MENTION, records
from home.demo import content
from home.demo.law_links import NAMED

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("departments", "home", "search", "services", "site")
KINDS = "N[ĐD]|TTLT|TT|QĐ|QH|NQ|CT|VBHN|UBTVQH"
WORDS = (
    "[Dd]ecree|[Cc]ircular|[Rr]esolution|[Dd]ecision|\\b[Ll]aw"
    "|[Nn]ghị định|[Tt]hông tư|[Nn]ghị quyết|[Qq]uyết định|\\bLuật"
)
NUMBER = re.compile(rf"\d+/(?:\d{{4}}/)?(?:{KINDS})(?:-|\d|\b)|(?:{WORDS})(?: số| No\.)? \d+/\d{{4}}")
OWN_CONTENT = ("departments", "forms", "front", "guidance", "notices", "standing", "terms")
QUOTED = {"sources", "source"}
"""Fields of the content that say where a fact is from."""


def python_files() -> list[Path]:
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in files if "migrations" not in path.parts)


def literals(source: str) -> Iterator[str]:
    """Yield every string that is no docstring, of a module, class, function or name."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def template_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            text = path.read_text(encoding="utf-8")
            yield (
                str(path.relative_to(ROOT)),
                re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", text, flags=re.S),
            )


def strings(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of some JSON with the name of its field; what is quoted is left out."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, name)
    elif isinstance(value, dict):
        for field, part in value.items():
            if field not in QUOTED:
                yield from strings(part, field)


def numbers(text: str) -> list[str]:
    return [found[0] for found in NUMBER.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "61/2018/NĐ-CP",
        "theo Thông tư số 26/2009/TT-BTTTT",
        "91/2025/QH15",
        "766/QĐ-TTg",
        "Circular 26/2009 and",
        "Luật 91/2025",
    ],
)
def test_numbers_are_known_when_they_are_seen(text):
    assert numbers(text)


@pytest.mark.parametrize(
    "text",
    ["II.06a/VPCP/KSTT", "20/11/2026", "1.004222", "H56.17-261120-0002/01", "{law nd-118-2025 Điều 14.2}", "3/4"],
)
def test_other_numbers_are_left_alone(text):
    assert not numbers(text)


def test_docstrings_are_told_from_other_texts():
    source = '"""Decree 1/2020/NĐ-CP."""\nA = 1\n"""Law 2/2020/QH14."""\nB = f"{A} 3/2020/TT-BTC"\n'
    assert [number for text in literals(source) for number in numbers(text)] == ["3/2020/TT-"]


def test_no_literal_of_the_code_names_an_act_by_number():
    found = {
        str(path.relative_to(ROOT)): named
        for path in python_files()
        if (named := [text for text in literals(path.read_text(encoding="utf-8")) if numbers(text)])
    }
    assert len(python_files()) > 300
    assert found == {}


def test_no_template_names_an_act_by_number():
    texts = dict(template_texts())
    assert len(texts) > 100
    assert {path: numbers(text) for path, text in texts.items() if numbers(text)} == {}


def test_no_message_names_an_act_by_number():
    found = [
        text
        for path in sorted((ROOT / "site").glob("*/*/LC_MESSAGES/*.po"))
        for entry in polib.pofile(str(path))
        for text in (entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values())
        if numbers(text)
    ]
    assert found == []


def test_no_word_of_slips_names_an_act_by_number():
    words = json.loads((ROOT / "services/forms/slips/words.json").read_text(encoding="utf-8"))
    assert [text for _field, text in strings(words) if numbers(text)] == []


@pytest.mark.parametrize("name", OWN_CONTENT)
def test_no_sentence_of_the_demo_names_an_act_by_number(name):
    assert [text for _field, text in strings(content.read(name)) if numbers(text)] == []


def test_no_summary_of_the_demo_names_an_act_by_number():
    assert [record["title"] for record in content.services() if numbers(record["summary"])] == []


def test_english_names_an_act_by_number_only_where_a_record_does():
    quoted = {text for record in content.services() for _field, text in strings(record)}
    words = content.read("english")["words"]
    own = [text for text in words if numbers(text) or numbers(words[text])]
    assert [text for text in own if not any(text in whole for whole in quoted)] == []


LOOKS_LIKE_KEY = re.compile(r"(?:nd|tt|qd|nq|luat|vbhn|cv)-\d+-\d{4}(?:-[a-z0-9-]+)?")


def named_keys() -> Iterator[tuple[str, str]]:
    """Yield every key of an act with the place that names it."""
    for path, text in template_texts():
        yield from ((key, path) for key in LAW_TAG.findall(text))
    for path in python_files():
        texts = literals(path.read_text(encoding="utf-8"))
        yield from ((text, str(path.relative_to(ROOT))) for text in texts if LOOKS_LIKE_KEY.fullmatch(text))
    words = json.loads((ROOT / "services/forms/slips/words.json").read_text(encoding="utf-8"))
    yield from ((key, "words.json") for key in words["legal_basis"])
    for name in OWN_CONTENT:
        for _field, text in strings(content.read(name)):
            yield from ((key, name) for _tag, key in NAMED.findall(text))
            yield from ((found[1], name) for found in MENTION.finditer(text))


def test_every_key_named_anywhere_has_a_row():
    named = list(named_keys())
    assert {place for _key, place in named} >= {
        "words.json",
        "guidance",
        "front",
        "standing",
        "templates/services/levels.html",
    }
    assert [(key, place) for key, place in named if key not in records()] == []
