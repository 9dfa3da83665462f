"""Guidance and notices as a citizen reads them."""

import pytest
from wagtail.images.tests.utils import get_test_image_file

from core.models import PortalImage
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_notice,
    make_service,
    make_template,
    translate,
    trunk,
)
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db


def body(service) -> list:
    image = PortalImage.objects.create(title="Ảnh", file=get_test_image_file())
    return [
        ("heading", "Chuẩn bị"),
        ("text", "<p>Đọc kỹ <b>danh mục</b>.</p>"),
        ("steps", ["<p>Bước đầu</p>", "<p>Bước sau</p>"]),
        ("callout", {"kind": "warning", "text": "<p>Không nộp tiền mặt.</p>"}),
        ("image", {"image": image, "alt": "Quầy số 1", "caption": "Tại trung tâm"}),
        ("file", {"document": make_template()}),
        ("service", {"service": service}),
    ]


def test_every_kind_of_block_is_shown(client):
    service = make_complete_service()
    guide = make_guide(
        body=body(service), services=[service], sources="Luật Hộ tịch https://vanban.example/luat\nSố liệu của sở"
    )
    answer = client.get(guide.get_url())
    assert faults(answer.content) == []
    page = soup(answer.content)
    assert page.article.find("h2").get_text() == "Chuẩn bị"
    assert [step.get_text(strip=True) for step in page.select("ol.portal-steps li")] == ["Bước đầu", "Bước sau"]
    assert page.img["alt"] == "Quầy số 1"
    assert page.select_one(".portal-service-link a")["href"] == service.get_url()
    assert "DOCX" in page.select_one(".portal-file").get_text()
    assert page.select_one("section[aria-labelledby=sources] a")["href"] == "https://vanban.example/luat"
    assert "Luật Hộ tịch vanban.example" in page.select_one("section[aria-labelledby=sources]").get_text()
    assert "Số liệu của sở" in page.select_one("section[aria-labelledby=sources]").get_text()
    assert page.select_one("section[aria-labelledby=services] a")["href"] == service.get_url()


def test_parts_are_read_one_after_the_other(client):
    first = make_guide("Nộp hồ sơ")
    second = make_guide("Chuẩn bị giấy tờ", parent=first)
    third = make_guide("Theo dõi", parent=first)
    make_guide("Nháp", parent=first, live=False)
    page = soup(client.get(second.get_url()).content)
    assert [link["href"] for link in page.select(".portal-neighbours a")] == [first.get_url(), third.get_url()]
    assert [item.get_text() for item in page.select(".portal-contents li")] == [
        "Nộp hồ sơ",
        "Chuẩn bị giấy tờ",
        "Theo dõi",
    ]
    assert first.get_url() in [link["href"] for link in page.select(".portal-breadcrumbs a")]
    assert len(soup(client.get(first.get_url()).content).select(".portal-neighbours a")) == 1


def test_an_article_of_one_part_has_no_contents(client):
    page = soup(client.get(make_guide().get_url()).content)
    assert page.select_one(".portal-contents") is None
    assert page.select_one(".portal-neighbours") is None


def test_the_list_names_articles_and_counts_their_parts(client):
    first = make_guide("Nộp hồ sơ", summary="Từng bước")
    make_guide("Theo dõi", parent=first)
    make_guide("Tra cứu")
    answer = client.get("/huong-dan/")
    assert faults(answer.content) == []
    assert [heading.get_text() for heading in soup(answer.content).select(".portal-articles h2")] == [
        "Nộp hồ sơ",
        "Tra cứu",
    ]
    assert "1 phần" in words(answer.content)


def test_a_reader_of_english_finds_untranslated_guidance_and_services_marked(client):
    translate(trunk().home, {})
    translate(trunk().guidance, {"Hướng dẫn": "Guidance", "huong-dan": "guidance"})
    service = make_service()
    guide = make_guide("Nộp hồ sơ", services=[service], body=[("service", {"service": service})])
    make_guide("Tra cứu")
    english = translate(guide, {"Nộp hồ sơ": "How to file", "nop-ho-so": "how-to-file"})
    listed = soup(client.get("/en/guidance/").content).select(".portal-articles a")
    assert [(link.get_text(), link.get("lang")) for link in listed] == [("How to file", None), ("Tra cứu", "vi")]
    page = soup(client.get(english.get_url()).content)
    assert page.select_one("section[aria-labelledby=services] a")["lang"] == "vi"
    assert page.select_one(".portal-service-link a")["lang"] == "vi"


def test_notices_stand_newest_first_and_name_their_department(client):
    notice = make_notice(
        "Nghỉ Tết", department=make_department("Sở Y tế"), dated="2026-02-10", body=[("text", "<p>Từ 14/2.</p>")]
    )
    make_notice("Mới hơn", dated="2026-03-01")
    answer = client.get("/thong-bao/")
    assert faults(answer.content) == []
    assert [link.get_text() for link in soup(answer.content).select(".portal-news a")] == ["Mới hơn", "Nghỉ Tết"]
    page = client.get(notice.get_url())
    assert faults(page.content) == []
    assert "Sở Y tế" in words(page.content)
    assert "10/2/2026" in words(page.content)


def test_notices_fill_pages_of_twenty(client):
    for number in range(21):
        make_notice(f"Tin {number}")
    page = soup(client.get("/thong-bao/").content)
    assert len(page.select(".portal-news li")) == 20
    assert page.select_one("a[rel=next]")["href"] == "?page=2"
    assert client.get("/thong-bao/?page=3").status_code == 404


@pytest.mark.once  # counts statements, which are the same anywhere
def test_any_number_of_services_named_in_the_text_costs_the_same_queries(client):
    def naming(count: int) -> str:
        services = [make_service(f"Dịch vụ {count} {number}") for number in range(count)]
        body = [("service", {"service": service}) for service in services]
        return make_guide(f"Bài {count}", body=body).get_url()

    assert cold_cost(client, naming(1)) == cold_cost(client, naming(5))
