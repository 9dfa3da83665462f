"""The content files themselves: nothing empty, nothing left in the wrong language, every address its own."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from core.text import slug
from home.demo import content
from home.demo.content import CONTENT, FILES, read

FILE_NAMES = sorted(str(path.relative_to(CONTENT)) for path in CONTENT.rglob("*.json"))
ENGLISH_WORD = re.compile(r"(?<![\w-])(the|and|with|for|of|null|none|undefined|lorem)(?![\w-])", re.IGNORECASE)


def texts(value: Any) -> Iterator[str]:
    """All texts of a record that Vietnamese readers see."""
    if isinstance(value, dict):
        for name, inner in value.items():
            known = {"english", "unit", "kind", "status", "role", "apply_mode", "conditions_status"}
            if name not in known and not name.endswith("_en"):
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", FILE_NAMES)
def test_files_are_written_in_one_way(name):
    text = (CONTENT / name).read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", [name for name in FILE_NAMES if not name.startswith("english")])
def test_no_text_is_left_in_english_or_empty_of_meaning(name):
    words = [text for text in texts(read(name.removesuffix(".json"))) if not text.startswith("http")]
    known = {"work permit", "telemedicine", "passport", "làm passport", "IRC", "GPP", "none"}  # none: a value of lists
    left = [text for text in words if text not in known and ENGLISH_WORD.search(text)]
    assert not left


def test_summaries_and_titles_say_something():
    for record in content.services():
        assert 10 <= len(record["title"]) <= 120 or record["title"] == "Hiệp thương giá"
        assert 20 <= len(record["summary"]) <= 300
        assert record["summary"] != record["title"]


@pytest.mark.parametrize("name", ["fields", "audiences", "life_events"])
def test_terms_have_addresses_of_their_own(name):
    records = read("terms")[name]
    for language in (records, [record["english"] for record in records]):
        found = [record["slug"] for record in language]
        assert len(found) == len(set(found))
        assert all(address == slug(address) for address in found)


def test_pages_have_addresses_of_their_own():
    for records in (list(content.services()), read("departments"), read("guidance"), read("notices")):
        found = [record["slug"] for record in records]
        assert len(found) == len(set(found))
        assert all(address == slug(address) and len(address) <= 90 for address in found)


def test_procedure_codes_are_unique():
    codes = [record["procedure_code"] for record in content.services() if "procedure_code" in record]
    assert len(codes) == len(set(codes)) == 104


def test_every_reference_leads_somewhere():
    departments = {record["slug"] for record in read("departments")}
    legal = {record["key"] for record in read("legal_documents")}
    forms = {record["file"] for record in read("templates")}
    for record in content.services():
        agencies = {row["department"] for row in record["handling_agencies"] if "department" in row}
        assert {record["owner"], *agencies} <= departments
        assert set(record.get("legal_bases", [])) <= legal
        assert {row["template"] for row in record.get("documents", []) if "template" in row} <= forms


def test_committed_files_are_those_the_content_names():
    named = {record["file"] for name in ("templates",) for record in read(name)}
    named |= {record["file"] for record in read("front")["banners"]}
    assert {path.name for path in FILES.iterdir()} == named


def test_see_note_and_not_prescribed_say_where_to_look():
    for record in content.services():
        for row in record.get("fees", []):
            assert row["status"] in {"amount", "free"} or row["note"]
