"""What waits for translators: in blocks of their first page and on a screen, begun with one press."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from accounts.groups import SUBMIT_TRANSLATION
from accounts.models import User
from services.models import ServicePage
from tests.bench.catalogue import DEPARTMENTS, make_catalogue
from tests.budgets import TRANSLATION_QUEUE
from tests.builders import make_department, make_notice, make_service, translate
from tests.builders_ownership import (
    Office,
    branch_groups,
    browser,
    make_communications,
    make_member,
    make_office,
    make_translator,
    submit,
)

pytestmark = pytest.mark.django_db
once = pytest.mark.once  # the pages and the questions are the same on every database


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


def shown(user: User, **query: str) -> str:
    return unescape(browser(user).get(reverse("translation_queue"), query).content.decode())


def listed(user: User, **query: str) -> list[str]:
    """The names in the queue, from above."""
    body = shown(user, **query).partition("<tbody>")[2]
    return re.findall(r'<td class="title">.*?>([^<>]+)</(?:a|button)>', body)


def begin(user: User, page: Page) -> Page:
    """Press the name of a page in the queue; the page whose editor opens."""
    answer = browser(user).post(reverse("continue_translation", args=[page.pk]))
    number = re.fullmatch(r"/quan-tri/pages/(\d+)/edit/", answer["Location"])
    assert number, answer["Location"]
    return Page.objects.get(pk=number[1])


def test_a_page_is_begun_translated_published_and_comes_back_when_its_source_changes(health):
    translator, service = make_translator(), health.service
    assert service.title in listed(translator, state="missing")
    english = begin(translator, service)
    assert (english.alias_of_id, english.live, english.locale.language_code) == (None, False, "en")
    assert "Gửi duyệt bản dịch" in browser(translator).get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    assert f'<a href="/quan-tri/pages/{english.pk}/edit/">{service.title}</a>' in shown(translator), "nothing to begin"

    english = translate(service, {service.title: "Clinic licence"})
    assert service.title not in listed(translator)
    service.refresh_from_db()
    service.summary = "Nói rõ hơn."
    service.save_revision().publish()
    assert listed(translator, state="behind") == [service.title]
    assert begin(translator, service).pk == english.pk
    texts = Translation.objects.get(target_locale=english.locale, source__object_id=service.translation_key).source
    assert texts.stringsegment_set.filter(string__data="Nói rõ hơn.").exists(), "the newer words were handed over"
    assert Page.objects.get(pk=english.pk).title == "Clinic licence", "nothing public changed"
    assert listed(translator, state="behind") == [service.title], "until somebody publishes it"
    StringTranslation.objects.all().update(has_error=False)
    submit(translator, english)
    assert "chờ duyệt" in shown(translator, state="behind")
    english.save_revision().publish()
    assert service.title not in listed(translator)


@once
def test_the_queue_is_narrowed_by_state_department_kind_and_words_without_tone_marks(health):
    translator = make_translator()
    notice, other = make_notice("Lịch nghỉ lễ"), make_service("Khai sinh", department=make_department("Sở Tư pháp"))
    coded = make_service("Cấp thẻ", department=health.department, procedure_code="2.001116")
    make_service("Còn nháp", department=health.department, live=False)
    everything = listed(translator)
    assert {notice.title, other.title, coded.title, health.service.title} <= set(everything)
    assert "Còn nháp" not in everything
    for query, found in (
        ({"q": "lich nghi"}, [notice.title]),
        ({"q": "2.001116"}, [coded.title]),
        ({"kind": "noticepage"}, [notice.title]),
        ({"department": str(health.department.pk), "q": "cap the"}, [coded.title]),
        ({"department": str(other.get_parent().pk), "kind": "servicepage"}, [other.title]),
        ({"state": "behind"}, []),
        ({"q": "không có trang nào"}, []),
    ):
        assert listed(translator, **query) == found, query
    assert "Không trang nào khớp bộ lọc" in shown(translator, state="behind")
    assert "Sở Y tế" in shown(translator, q="cap the").partition("<tbody>")[2]
    assert shown(translator, state="x", department="y", kind="z"), "what is not understood narrows nothing"


@once
def test_only_those_who_translate_see_it_and_only_their_part(health):
    other = make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")
    address = reverse("continue_translation", args=[health.service.pk])
    assert browser(health.editor).get(reverse("translation_queue")).status_code == 302
    assert browser(health.editor).post(address).status_code == 404
    assert browser(make_translator()).get(address).status_code == 405, "looking begins nothing"
    assert health.service.title in listed(make_communications())
    english = translate(health.department, {}, live=False)
    editors, _approvers = branch_groups(english)
    person = make_member(editors)
    assert not person.has_perm(SUBMIT_TRANSLATION)
    for group in make_translator().groups.all():
        editors.permissions.set(group.permissions.all())
    person = User.objects.get(pk=person.pk)
    assert health.service.title in listed(person)
    assert other.service.title not in listed(person)
    assert browser(person).post(reverse("continue_translation", args=[other.service.pk])).status_code == 404


@once
def test_the_queue_costs_the_same_with_every_service_of_a_province():
    departments = [make_department(title) for title in DEPARTMENTS]
    make_catalogue(60, departments=departments)
    client = browser(make_translator())
    address = reverse("translation_queue")
    seen = []
    for more in (0, 300):
        if more:
            make_catalogue(more, first=60, departments=departments)
            ServicePage.objects.filter(live=True).update(last_published_at=timezone.now())
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        seen.append(len(queries))
        assert len(answer.content) <= TRANSLATION_QUEUE.size
    assert seen[0] == seen[1] <= TRANSLATION_QUEUE.queries, seen
