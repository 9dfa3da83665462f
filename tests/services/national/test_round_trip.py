"""Every fact of real national records stands on the pages made from them; NATIONAL_RECORDS names the file."""

import os
import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from django.core.management import call_command

from core.text import clean, fold
from services.models import NationalRecord, ServicePage
from services.national.mapping.offices import common_name
from services.national.page_facts import draft_of, facts_of_page
from services.national.reading import read_records
from services.rules.choices import DurationUnit
from tests.services.national.made_up import FILE, written

FULL = os.environ.get("NATIONAL_RECORDS")
SAMPLE = int(os.environ.get("NATIONAL_SAMPLE", "500"))
CHANNELS = {"DIRECT": "in_person", "ONLINE": "online", "POSTAL": "post"}
UNITS = {"WORKING_DAY": "working_day", "DAY": "calendar_day", "MONTH": "month"}

pytestmark = [pytest.mark.django_db, pytest.mark.walk]


@pytest.fixture(params=[FILE, FULL], ids=["made up", "national"])
def records(request, tmp_path):
    """Records of which pages were made: those of this folder, and so many of the real ones, drawn by lot."""
    if request.param is None:
        pytest.skip("NATIONAL_RECORDS names no file of national records")
    found = [one.record for one in read_records(Path(request.param)) if one.record and one.record.get("name")]
    ours = [one for one in found if one["isProvince"] or one["isWard"]]
    chosen = random.Random(20261130).sample(ours, min(SAMPLE, len(ours)))  # noqa: S311 (no secret depends on it)
    call_command("import_procedures", str(written(tmp_path, *chosen)), verbosity=0)
    return chosen


def test_facts_of_a_page_are_those_of_its_record(records):
    wrong: list[str] = []
    for record in records:
        kept = NationalRecord.objects.get(national_id=record["id"])
        if kept.made_page is None:  # a second record of one code
            continue
        page = facts_of_page(draft_of(ServicePage.objects.get(pk=kept.made_page_id)))
        wrong += [f"{record['code']}: {what}" for what, said in compared(record, page.rows, page.fields) if not said]
    assert not wrong


def compared(record, rows, fields):
    """What is compared, and whether page and record agree; read from the record in the plainest way."""
    methods = [(CHANNELS[one["submissionMethod"]], one) for one in record["executionMethods"]
               if one["submissionMethod"] in CHANNELS]  # fmt: skip
    yield (
        "time limits",
        limits(methods)
        == {
            (row.text("channel"), row.values["value"], row.text("unit"))
            for row in rows["durations"]
            if row.values["unit"] not in (DurationUnit.WORDS, DurationUnit.WORKING_HOUR)
        },
    )
    amounts = {(row.text("channel"), row.values["amount"]) for row in rows["fees"] if row.values["amount"]}
    yield "amounts", amounts == set(prices(methods))
    yield "fees in words", all(row.text("note") for row in rows["fees"] if row.values["status"] == "see_note")
    yield "channels", {row.text("kind") for row in rows["channels"]} == {channel for channel, _one in methods}
    papers = [one for case in record["executionCases"] for one in case["profileComponents"]]
    named = [one for one in papers if fold(one["name"] or "") or one["attachments"]]
    own = rows["documents"]
    yield "number of papers", len(own) == len(named)
    yield (
        "copies",
        counts(named, "originalQty", "copyQty")
        == Counter((row.values["originals"] or 0, row.values["copies"] or 0) for row in own),
    )
    yield (
        "templates",
        sorted(clean(file["fileName"]) for one in named for file in one["attachments"])
        == sorted(name for row in own for name in row.text("template_files").splitlines()),
    )
    yield (
        "results",
        [fold(one["name"]) for one in islice(record["resultsDetails"], 99) if one["name"]]
        == [fold(row.text("name")) for row in rows["results"]],
    )
    laws = {fold(one["code"]) for one in record["legalBasisesDetails"]}
    yield "laws", all(any(fold(row.text("number") or row.text("title")) in law for law in laws)
                      or not row.text("number") for row in rows["legal_bases"])  # fmt: skip
    agencies = {
        common_name(one["name"])
        for name in ("departmentsExecuting", "unitGroupsExecuting")
        for one in record[name] or ()
        if one
    }
    yield "agencies", agencies <= {common_name(row.text("name")) for row in rows["handling_agencies"]}
    yield "name", fields["official_name"] == clean(record["name"])


def limits(methods):
    found = set()
    for channel, one in methods:
        value = one["processingTime"]
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        if isinstance(value, int) and value and one["processingTimeUnit"] in UNITS:
            found.add((channel, value, UNITS[one["processingTimeUnit"]]))
    return found


def prices(methods):
    for channel, one in methods:
        for fee in one["fees"] or ():
            is_foreign = fee.get("currencyName") not in (None, "", "Việt Nam Đồng")
            if fee["value"] and fee["value"] >= 1_000 and not is_foreign:
                yield channel, fee["value"]


def counts(papers, originals, copies):
    return Counter((one[originals], one[copies]) for one in papers)
