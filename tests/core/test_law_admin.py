"""The editors' list of acts: key, state, certainty, and which acts want a look."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import User
from core.law_rows import ensure_laws
from core.law_states import LawState
from core.law_uses import keys_in_code
from core.models import LegalDocument
from tests.builders import make_guide, make_service
from tests.markup import soup

pytestmark = pytest.mark.django_db

NEW = "1/2026/NĐ-CP"


@pytest.fixture
def listed(client, travel):
    """What the list says of each number, narrowed by what is chosen."""
    travel("2026-11-30T09:00")
    client.force_login(User.objects.create_superuser("quan-tri@example.vn", "x"))

    def rows(**chosen):
        answer = client.get(reverse(LegalDocument.snippet_viewset.get_url_name("list")), chosen)
        assert answer.status_code == 200
        found = [row for row in soup(answer.content).select("tbody tr") if row.select_one(".title-wrapper")]
        return {row.select_one(".title-wrapper").get_text(strip=True): row.get_text(" ", strip=True) for row in found}

    return rows


def make_decree(**dates) -> LegalDocument:
    return LegalDocument.objects.create(number=NEW, title="Nghị định thử", kind="decree", issuer="Chính phủ", **dates)


def test_key_state_and_certainty_stand_in_the_list(listed):
    ensure_laws()
    row = listed(q="118/2025")["118/2025/NĐ-CP"]
    assert "nd-118-2025" in row
    assert "còn hiệu lực" in row
    assert "đã đọc toàn văn ở bản chép" in row


@pytest.mark.parametrize(
    ("state", "number"),
    [
        ("in_force", "118/2025/NĐ-CP"),
        ("not_yet", "03/2026/QH16"),
        ("ended", "61/2018/NĐ-CP"),
        ("unknown", "03/2025/TT-VPCP"),
    ],
)
def test_the_list_is_narrowed_to_a_state(listed, state, number):
    ensure_laws()
    assert [one for one in LawState if number in listed(state=one.value, q=number)] == [state]


def test_the_list_is_narrowed_to_a_certainty(listed):
    ensure_laws()
    assert "26/2009/TT-BTTTT" in listed(certainty="codification")
    assert listed(certainty="official") == {}


@pytest.mark.parametrize(
    ("ends", "wants"),
    [(date(2026, 11, 30), True), (date(2027, 1, 29), True), (date(2027, 1, 30), False), (date(2026, 11, 29), False)],
)
def test_an_act_that_ends_within_sixty_days_is_seen(listed, ends, wants):
    make_decree(in_force_to=ends)
    assert (NEW in listed(attention="soon")) is wants
    assert ("Hết hiệu lực trong 60 ngày tới" in listed()[NEW]) is wants


def test_an_act_that_ended_while_templates_name_it_is_seen(listed):
    ensure_laws()
    found = listed(attention="cited")
    assert "42/2022/NĐ-CP" in found
    assert "61/2018/NĐ-CP" not in found
    assert "Đã hết hiệu lực, còn được dẫn" in found["42/2022/NĐ-CP"]


@pytest.mark.references
def test_an_act_that_ended_while_an_article_cites_it_is_seen(listed):
    law = make_decree(in_force_to=date(2026, 6, 30))
    assert NEW not in listed(attention="cited")
    text = f'<p>Theo <a linktype="law" id="{law.pk}"></a>.</p>'
    make_guide(body=[{"type": "text", "value": text}])
    assert NEW in listed(attention="cited", q="thử")


@pytest.mark.references
def test_an_act_that_ended_while_a_service_rests_on_it_is_seen(listed):
    law = make_decree(in_force_to=date(2026, 6, 30))
    make_service(legal_bases=[{"legal_document": law, "note": ""}])
    assert NEW in listed(attention="cited")


@pytest.mark.references
def test_an_act_that_another_one_amends_is_not_cited_by_that(listed):
    law = make_decree(in_force_to=date(2026, 6, 30))
    LegalDocument.objects.create(number="2/2026/NĐ-CP", title="Sửa đổi", kind="decree").amends.add(law)
    assert NEW not in listed(attention="cited")


def test_keys_are_found_where_code_and_slips_name_them():
    assert {"tt-26-2009", "nd-42-2022", "luat-91-2025", "tt-03-2025-vpcp"} <= keys_in_code()
    assert "nd-61-2018" not in keys_in_code()
