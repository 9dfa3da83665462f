"""Fees of the demo: no amount made up, nothing unknown called free."""

from collections import Counter
from datetime import date

import pytest

from home.demo import content
from services.models import Fee, ServicePage
from services.rules.fees import payable
from tests.home.demo.pages import service, vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_no_amount_differs_from_the_content():
    expected = Counter(
        (record["slug"], row["amount"])
        for record in content.services()
        for row in record.get("fees", [])
        if "amount" in row
    )
    rows = Fee.objects.filter(page__locale__language_code="vi", amount__isnull=False)
    assert Counter(rows.values_list("page__slug", "amount")) == expected


def test_a_fee_the_source_does_not_name_stays_unknown_and_says_so():
    silent = [record["slug"] for record in content.services() if "fees" not in record]
    assert len(silent) == 15
    for page in vietnamese(ServicePage).filter(slug__in=silent):
        assert (page.fees.count(), page.fees_status) == (0, "not_named")


def test_only_what_the_source_calls_free_is_free():
    """A bare 0 in the national database is a remark to read, not a promise."""
    free = Fee.objects.filter(status="free")
    assert free.exists()
    assert not free.filter(note__contains="không giải thích").exists()
    assert Fee.objects.filter(status="see_note", note__startswith="Nguồn ghi 0").exists()


@pytest.mark.parametrize(
    ("slug", "case", "channel", "day", "amount"),
    [
        ("cap-chung-chi-hanh-nghe-thu-y", "", "online", date(2026, 12, 31), 25_000),
        ("cap-chung-chi-hanh-nghe-thu-y", "", "online", date(2027, 1, 1), 50_000),
        ("cap-moi-giay-phep-hoat-dong-kham-benh-chua-benh", "Bệnh viện", "post", date(2026, 7, 1), 5_250_000),
        ("cap-moi-giay-phep-hoat-dong-kham-benh-chua-benh", "Bệnh viện", "post", date(2027, 1, 1), None),
        ("dang-ky-thuong-tru", "", "online", date(2026, 7, 1), 10_000),
        ("dang-ky-thuong-tru", "", "in_person", date(2026, 7, 1), 20_000),
        ("cap-moi-chung-chi-hanh-nghe-hoat-dong-xay-dung", "", "online", date(2026, 7, 1), None),
    ],
)
def test_what_a_citizen_pays(slug, case, channel, day, amount):
    page = service(slug)
    fees, keys = list(page.fees.all()), {"": "", **{row.name: row.key for row in page.cases.all()}}
    assert payable(fees, case=keys[case], channel=channel, on=day) == amount


def test_priced_alternatives_name_their_case():
    for page in vietnamese(ServicePage):
        priced = [row for row in page.fees.all() if row.status == "amount"]
        places = Counter((row.channel, row.case_key, row.valid_from) for row in priced)
        assert set(places.values()) <= {1}, page.title
