"""Fact check: a link opens one draft to somebody without an account, for a while; what is said reaches the editors."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from home.fact_check.links import SIGNER, address_of, make_link
from home.fact_check.mails import send as send_mail
from home.fact_check.parts import parts_of
from home.fact_check.views import SENT
from home.models import FactCheck, FactCheckComment
from outbox.models import Delivery
from tests.builders import make_complete_service, make_guide, make_service, publish, translate
from tests.builders_accounts import make_editor
from tests.builders_ownership import browser, make_office
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

OWN = {"origin": "http://testserver"}
READER = "Phòng Tư pháp"


@pytest.fixture(autouse=True)
def _nobody_has_sent_anything():
    cache.clear()


@pytest.fixture
def service():
    """A public service with a draft in which the fee is another one."""
    page = make_complete_service()
    page.summary = "Câu đang sửa trong bản nháp."
    page.save_revision()
    return page


def link_to(page, **fields):
    return make_link(page, **{"reader": READER, "days": 7, "by": make_editor(), **fields})


def path_of(link):
    return "/" + address_of(link).split("/", 3)[3]


def say(client, link, headers=OWN, **fields):
    return client.post(path_of(link), {"name": "Luật sư Hoa", **fields}, headers=headers)


def told(answer):
    return " ".join(soup(answer.content).main.get_text().split())


def test_a_reader_without_an_account_sees_the_draft_part_by_part(client, service):
    answer = client.get(path_of(link_to(service)))
    assert answer.status_code == 200
    page = soup(answer.content)
    parts = {
        part.h3.get_text(): part.p.get_text() if part.p else ""
        for part in page.select("section[aria-labelledby^=heading-]")
    }
    assert "Câu đang sửa trong bản nháp." in parts.values()
    assert any(label.startswith("Phí, lệ phí 1") or "8.000" in text for label, text in parts.items())
    assert len(page.select("textarea")) == len(parts)


def test_the_draft_is_shown_as_citizens_will_see_it_and_as_it_was(client, service):
    link = link_to(service)
    service.summary = "Sửa sau khi gửi đường dẫn."
    service.save_revision()
    shown = client.get(soup(client.get(path_of(link)).content).find("a", target="_blank")["href"])
    assert shown.status_code == 200
    assert "Câu đang sửa trong bản nháp." in shown.content.decode()
    assert "Sửa sau khi gửi" not in shown.content.decode()
    assert "Câu đang sửa" not in client.get(service.url).content.decode()


def test_nothing_of_it_is_kept_listed_or_marked_with_a_cookie(client, service):
    link = link_to(service)
    for address in (path_of(link), path_of(link) + "trang/"):
        answer = client.get(address)
        assert "no-store" in answer.headers["Cache-Control"]
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert not answer.cookies
    assert not say(client, link, **{"part-title": "Sai tên"}).cookies


def test_comments_reach_the_editors_and_who_asked(client, service):
    editor = make_editor()
    link = link_to(service, by=editor)
    answer = say(client, link, **{"part-title": "Tên không đúng <b>Điều 5</b>", "part-fees-1": "Mức phí đã đổi"})
    assert answer.status_code == 303
    assert "đã nhận" in told(client.get(answer["Location"])).lower()
    client.force_login(editor)
    listed = client.get(reverse("fact_checks", args=[service.pk])).content.decode()
    for text in ("Luật sư Hoa", "Mức phí đã đổi", "&lt;b&gt;Điều 5&lt;/b&gt;", READER):
        assert text in listed
    assert (
        "Có 2 ý kiến kiểm tra nội dung chưa xử lý"
        in client.get(reverse("wagtailadmin_pages:edit", args=[service.pk])).content.decode()
    )
    [delivery] = Delivery.objects.filter(kind="fact_check.comments")
    send_mail(delivery.payload)
    [sent] = mail.outbox
    assert sent.to == [editor.email]
    assert reverse("fact_checks", args=[service.pk]) in sent.body
    assert "Mức phí đã đổi" not in sent.body


def test_a_comment_is_ticked_off(client, service):
    link = link_to(service)
    say(client, link, **{"part-title": "Sai tên"})
    comment = FactCheckComment.objects.get()
    client.force_login(make_editor())
    for is_done in (True, False):
        client.post(reverse("fact_checks", args=[service.pk]), {"done": comment.pk})
        comment.refresh_from_db()
        assert comment.is_done is is_done


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"part-title": "x", "name": ""}, "Hãy ghi tên"),
        ({}, "Hãy viết ý kiến"),
        ({"part-title": "x" * 2001}, "2000"),
    ],
)
def test_what_cannot_be_kept_is_shown_again_with_the_reason(client, service, fields, words):
    answer = say(client, link_to(service), **{"part-summary": "", **fields})
    assert words in told(answer)
    assert not FactCheckComment.objects.exists()
    if typed := fields.get("part-title"):
        assert typed in soup(answer.content).find("textarea", {"name": "part-title"}).get_text()


def test_links_in_comments_are_no_links(client, service):
    link = link_to(service)
    say(client, link, **{"part-title": "Xem https://lua-dao.example"})
    assert not soup(client.get(path_of(link)).content).find("a", href="https://lua-dao.example")


def test_machines_and_other_sites_leave_nothing(client, service):
    link = link_to(service)
    assert say(client, link, website="x", **{"part-title": "mua ngay"}).status_code == 303
    assert say(client, link, headers={"origin": "https://elsewhere.example"}, **{"part-title": "x"}).status_code == 403
    assert say(client, link, headers={}, **{"part-title": "x"}).status_code == 403
    assert not FactCheckComment.objects.exists()


def test_one_sender_may_write_so_often_only(client, service):
    link = link_to(service)
    for _time in range(SENT.times):
        assert say(client, link, **{"part-title": "x"}).status_code == 303
    refused = say(client, link, **{"part-title": "x"})
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


def test_a_link_that_is_over_taken_back_or_wrong_says_so(client, service, monkeypatch):
    link, other = link_to(service), link_to(service)
    other.revoke(timezone.now())
    wrong = path_of(link).replace(SIGNER.sign(str(link.pk)), f"{link.pk}.x")
    later = timezone.now() + timedelta(days=8)
    assert (client.get(wrong).status_code, client.get(path_of(other)).status_code) == (404, 410)
    assert "thu hồi" in told(client.get(path_of(other)))
    monkeypatch.setattr(timezone, "now", lambda: later)
    for address in (path_of(link), path_of(link) + "trang/"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "Câu đang sửa" not in answer.content.decode()
    assert say(client, link, **{"part-title": "x"}).status_code == 410
    assert not FactCheckComment.objects.exists()


def test_the_signature_of_one_link_opens_no_other(client, service):
    link = link_to(service)
    hidden = link_to(make_service("Bản nháp khác", live=False))
    forged = SIGNER.sign(str(link.pk)).replace(f"{link.pk}.", f"{hidden.pk}.", 1)
    assert client.get(reverse("fact_check", args=[forged])).status_code == 404


def test_an_editor_makes_a_link_and_takes_it_back(client):
    office = make_office("Sở Y tế", "Cấp giấy phép hành nghề")
    editor, address = browser(office.editor), reverse("fact_checks", args=[office.service.pk])
    assert soup(editor.post(address, {"make": "1", "reader": "", "days": "7"}).content).select(".error-message")
    assert not FactCheck.objects.exists()
    editor.post(address, {"make": "1", "reader": READER, "days": "14"})
    link = FactCheck.objects.get()
    assert link.made_by == office.editor
    assert timedelta(days=13) < link.expires_at - timezone.now() <= timedelta(days=14)
    assert address_of(link) in editor.get(address).content.decode()
    editor.post(address, {"revoke": link.pk})
    assert client.get(path_of(link)).status_code == 410


def test_people_of_another_department_neither_make_nor_read_nor_end_links():
    here, there = make_office("Sở Y tế", "Cấp giấy phép"), make_office("Sở Xây dựng", "Cấp phép xây dựng")
    link = link_to(here.service, by=here.editor)
    stranger, address = browser(there.editor), reverse("fact_checks", args=[here.service.pk])
    assert stranger.get(address).status_code == 302
    stranger.post(address, {"make": "1", "reader": "x", "days": "7"})
    stranger.post(reverse("fact_checks", args=[there.service.pk]), {"revoke": link.pk})
    assert FactCheck.objects.get().is_open


def test_an_english_draft_has_an_english_link(client):
    guide = make_guide()
    english = translate(guide, {guide.title: "How to file"})
    link = link_to(english)
    assert path_of(link).startswith("/en/fact-check/")
    assert "How to file" in client.get(path_of(link)).content.decode()


def test_every_row_and_block_of_a_page_is_a_part():
    keys = {part.key for part in parts_of(make_complete_service())}
    assert {"title", "official_name", "fees-1", "fees-2", "documents-3", "steps-1", "page"} <= keys
    assert not {"unique_slug", "path", "slug"} & keys
    guide = publish(make_guide(body=[("text", "<p>Đến <b>Bộ phận Một cửa</b></p>")]))
    assert any(part.key == "body-1" and "Đến Bộ phận Một cửa" in part.text for part in parts_of(guide))
