"""Pages that editors want first: shown first with their line, whatever is typed; nothing that is not public."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.groups import Role, ensure_groups
from accounts.models import User
from search.models import BestBet
from tests.builders import make_department, make_guide, make_service, translate, trunk
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db
SEARCH, API = "/tim-kiem/", "/api/v2/services/"


def bet(phrases, *pages, language="vi", line="", **columns):
    made = BestBet.objects.create(phrases=phrases, language=language, **columns)
    for place, page in enumerate(pages):
        made.places.create(page=page, line=line, sort_order=place)
    made.save()
    return made


def hits(client, words, address=SEARCH):
    answer = client.get(address, {"q": words})
    assert answer.status_code == 200
    return [hit.title for hit in answer.context["answer"].hits]


def test_pages_wanted_first_are_first_with_their_line_however_it_is_typed(client):
    service, guide = make_service("Đăng ký khai sinh"), make_guide("Sinh con: những việc cần làm")
    make_service("Đăng ký khai sinh có yếu tố nước ngoài")
    bet("khai sinh\nđẻ con", guide, service, line="Làm được tại nhà.")
    for words in ("khai sinh", "KHAI SINH", "khai  sính", "đẻ con"):
        assert hits(client, words)[:2] == ["Sinh con: những việc cần làm", "Đăng ký khai sinh"], words
    page = client.get(SEARCH, {"q": "khai sinh"})
    assert faults(page.content) == []
    lines = [hit.strong.get_text() for hit in soup(page.content).select(".portal-results > li") if hit.strong]
    assert lines[:2] == ["Làm được tại nhà."] * 2
    assert hits(client, "khai sinh ở đâu")[0] == "Đăng ký khai sinh", "any word more is another question"
    assert page.context["answer"].total == 3, "none is counted twice"
    assert [item["title"] for item in client.get(API, {"search": "de con"}).json()["items"]] == ["Đăng ký khai sinh"]


def test_what_is_not_public_is_never_shown(client):
    shown, closed = make_service("Cấp phép một"), make_service("Cấp phép kín", department=make_department("Sở Kín"))
    draft, expired = make_service("Cấp phép nháp", live=False), make_service("Cấp phép cũ")
    english = translate(shown, {"Cấp phép một": "Licence one", "cap-phep-mot": "licence-one"})
    expired.expire_at = timezone.now() - timedelta(days=1)
    expired.live = False
    expired.save()
    PageViewRestriction.objects.create(page=closed.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    bet("zzz", draft, closed, english)
    bet("yyy", expired, shown)
    assert hits(client, "zzz") == []
    assert hits(client, "yyy") == ["Cấp phép một"]
    assert hits(client, "zzz", "/en/search/") == [], "an entry holds for its own language"
    shown.unpublish()
    assert hits(client, "yyy") == []


def test_an_entry_that_is_switched_off_or_of_another_language_does_nothing(client):
    service = make_service("Cấp phép một")
    bet("zzz", service, is_live=False)
    bet("yyy", service, language="en")
    assert hits(client, "zzz") == hits(client, "yyy") == []


def test_they_cost_no_question_more_where_there_are_some(client, settings):
    service = make_service("Cấp phép một")
    client.get(SEARCH, {"q": "cấp phép"})
    settings.SEARCH_FRESH_SECONDS = 60  # what is searched is read by now
    without = cold_cost(client, f"{SEARCH}?q=cap+phep")
    bet("cấp phép", service, line="Nhanh nhất.")
    assert cold_cost(client, f"{SEARCH}?q=cap+phep") == without


@pytest.fixture
def communications(client):
    trunk()
    user = User.objects.create_user("truyen-thong@example.vn", "x")
    user.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(user)
    return client


def url(name: str, *arguments) -> str:
    return reverse(BestBet.snippet_viewset.get_url_name(name), args=arguments)


def send(client, *pages, **fields):
    rows = {f"places-{place}-page": page.pk for place, page in enumerate(pages)}
    rows |= {f"places-{place}-{name}": value for place in range(len(pages)) for name, value in
             {"line": "Vì sao", "ORDER": str(place + 1), "id": "", "DELETE": ""}.items()}  # fmt: skip
    counts = {"TOTAL_FORMS": len(pages), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 1, "MAX_NUM_FORMS": 3}
    counted = {f"places-{name}": value for name, value in counts.items()}
    typed = {"language": "vi", "phrases": "khai sinh", "note": "", "is_live": "on", **counted, **rows, **fields}
    return client.post(url("add"), typed, follow=True)


def test_an_editor_chooses_pages_and_hears_of_those_that_nobody_sees(communications):
    service, draft = make_service("Đăng ký khai sinh"), make_service("Bản nháp", live=False)
    assert url("list") in communications.get(reverse("wagtailadmin_home")).content.decode()
    assert not communications.get(url("add"), {"phrases": "khai sinh"}).context["autosave_enabled"]
    told = send(communications, draft, service).content.decode()
    assert "Không hiện, vì chưa công khai hoặc thuộc ngôn ngữ khác: Bản nháp." in told
    [made] = BestBet.objects.all()
    assert [place.page.pk for place in made.places.all()] == [draft.pk, service.pk]
    assert made.revisions.count() == 1
    assert "Đăng ký khai sinh" in communications.get(url("list"), {"q": "KHAI SINH"}).content.decode()
    assert communications.get(url("edit", made.pk)).status_code == 200
    assert hits(communications, "khai sinh") == ["Đăng ký khai sinh"]


@pytest.mark.parametrize(
    ("pages", "fields", "told"),
    [
        (1, {"phrases": "Khai Sính"}, "đã có trong mục khác"),
        (1, {"phrases": " "}, "bắt buộc"),
        (4, {"phrases": "khác"}, "3"),
        (0, {"phrases": "khác"}, "1"),
    ],
)
def test_what_cannot_be_is_refused(communications, pages, fields, told):
    service = make_service("Đăng ký khai sinh")
    bet("khai sinh", service)
    answer = send(communications, *[service] * pages, **fields)
    assert BestBet.objects.count() == 1
    assert told in soup(answer.content).get_text()


def test_others_may_not(client):
    trunk()
    user = User.objects.create_user("bien-dich@example.vn", "x")
    user.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(user)
    assert client.get(url("list")).status_code in (302, 403)
    assert client.post(url("add"), {"phrases": "x"}).status_code in (302, 403)
    assert not BestBet.objects.exists()
