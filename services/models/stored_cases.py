"""Versions from before cases were rows: there every paper, fee and time limit told its case in words.

When such a version is opened its words become cases: those the page has, or new ones. Nothing of it is lost.
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from wagtail.models import Locale

from services.models.cases import ServiceCase
from services.models.handling import Duration
from services.models.service_rows import Fee, RequiredDocument
from services.rules.cases import case_translation_key, keys_of_names, names_in_order

Data = dict[str, Any]

TOLD_IN_WORDS: dict[str, type[RequiredDocument] | type[Fee] | type[Duration]] = {
    "documents": RequiredDocument,
    "fees": Fee,
    "durations": Duration,
}
"""The rows that did, in the order in which cases were first named."""


def with_cases(data: Data) -> Data:
    """Return the data of a page with cases as rows, which its other rows name by their keys."""
    parts = {kind: data.get(kind) or [] for kind in TOLD_IN_WORDS}
    if "cases" in data or not any("case" in row for rows in parts.values() for row in rows):
        return data
    stored = {case.key: case for case in ServiceCase.objects.filter(page_id=data["pk"])} if data.get("pk") else {}
    keys = _keys_of_originals(parts) if _is_translation(data) else {case.name: key for key, case in stored.items()}
    names = names_in_order(*([row.get("case", "") for row in rows] for rows in parts.values()))
    named = keys_of_names(names, known=keys)
    rows = {kind: [_with_key(row, named) for row in rows] for kind, rows in parts.items() if kind in data}
    return data | rows | {"cases": [_case(data, stored, *told) for told in enumerate(named.items())]}


def _is_translation(data: Data) -> bool:
    return Locale.objects.filter(pk=data.get("locale")).exclude(language_code=settings.LANGUAGE_CODE).exists()


def _keys_of_originals(parts: dict[str, list[Data]]) -> dict[str, str]:
    """Return the keys that the Vietnamese rows have, by the words of the translated ones."""
    found: dict[str, str] = {}
    for kind, rows in parts.items():
        words = {str(row["translation_key"]): row["case"] for row in rows if row.get("case")}
        originals = TOLD_IN_WORDS[kind]._default_manager.filter(
            translation_key__in=words, locale__language_code=settings.LANGUAGE_CODE
        )
        for row, key in originals.exclude(case_key="").values_list("translation_key", "case_key"):
            found.setdefault(words[str(row)], key)
    return found


def _with_key(row: Data, named: dict[str, str]) -> Data:
    others = {name: value for name, value in row.items() if name != "case"}
    return {**others, "case_key": named.get(row.get("case", ""), "")}


def _case(data: Data, stored: dict[str, ServiceCase], order: int, told: tuple[str, str]) -> Data:
    name, key = told
    known = stored.get(key)
    made = case_translation_key(UUID(str(data["translation_key"])), key)
    return {
        "pk": known and known.pk,
        "page": data.get("pk"),
        "locale": data.get("locale"),
        "sort_order": order,
        "translation_key": str(known.translation_key if known else made),
        "key": key,
        "name": name,
    }
