"""What editors type is stored clean, wherever they type it; what nobody sees is not kept."""

import unicodedata

import pytest
from django.urls import reverse
from wagtail.models import Locale, get_page_models

from accounts.models import User
from core.models import Field, LegalDocument, PortalSettings
from core.models.typed_text import TypedText, clean_texts, is_typed
from core.text import clean_html, clean_lines
from home.models import GuidancePage, NoticePage
from services.models import Fee, ServicePage
from services.models.row_kinds import KINDS
from tests.builders import make_complete_service, make_department, make_guide, make_notice, make_template, trunk
from tests.forms import posted
from tests.markup import soup

CLEAN = "Đăng ký khai sinh"
DIRTY = "\ufeff" + unicodedata.normalize("NFD", " Đăng\u00a0 ký\u200b khai  sinh\u00ad ")


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        (f"<p>{DIRTY}</p>", f"<p>{CLEAN}</p>"),
        ("<p>nộp&nbsp;tại <b>Trung tâm </b>\u00a0hành chính</p>", "<p>nộp tại <b>Trung tâm </b> hành chính</p>"),
        ("<p>a &lt; b &amp; c</p>", "<p>a &lt; b &amp; c</p>"),
        (
            '<p><a linktype="page" id="3">xem</a></p>\n<ul>\n<li> một</li></ul>',
            '<p><a linktype="page" id="3">xem</a></p><ul><li>một</li></ul>',
        ),
        ("<p>a&shy;b&#8203;c</p>", "<p>abc</p>"),
        ('<p><a href="https://x.vn/?a=1&amp;b=2">x</a></p>', '<p><a href="https://x.vn/?a=1&amp;b=2">x</a></p>'),
        ("", ""),
    ],
)
def test_rich_text_keeps_its_tags_and_loses_what_nobody_sees(html, stored):
    assert clean_html(html) == stored
    assert clean_html(stored) == stored


def test_lines_stay_lines():
    assert clean_lines("\n  sổ đỏ \r\n\u200bsổ  hồng\n\nbìa\u00a0đỏ\n") == "sổ đỏ\nsổ hồng\n\nbìa đỏ"


def test_every_page_and_row_that_editors_write_is_cleaned():
    pages = [page for page in get_page_models() if page._meta.app_label != "wagtailcore"]
    own = [*pages, *KINDS.values(), Field, LegalDocument, PortalSettings]
    typed = [model for model in own if any(map(is_typed, model._meta.concrete_fields))]
    assert len(typed) > 15
    assert [model for model in typed if not issubclass(model, TypedText)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_department, make_guide, make_notice, make_complete_service])
def test_the_title_is_stored_clean_by_the_form_of_every_page(editor, make):
    page = make()
    editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted(page, title=DIRTY))
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.draft_title) == (CLEAN, CLEAN)


@pytest.mark.django_db
def test_fields_rows_and_rich_text_of_a_service_are_stored_clean(editor):
    service = make_complete_service()
    words = {"summary": DIRTY, "alt_names": f"{DIRTY}\n{DIRTY}", "steps-0-text": DIRTY, "fees-0-name": DIRTY}
    words |= {"procedure_code": "１.００００９９", "action-publish": "1"}
    answer = editor.post(reverse("wagtailadmin_pages:edit", args=[service.pk]), posted(service, **words))
    assert answer.status_code == 302, answer.context["form"].errors
    service = ServicePage.objects.get(pk=service.pk)
    assert (service.summary, service.alt_names) == (CLEAN, f"{CLEAN}\n{CLEAN}")
    assert (service.steps.first().text, service.fees.first().name) == (CLEAN, CLEAN)
    assert service.procedure_code == "1.000099"


@pytest.mark.django_db
def test_a_stream_is_stored_clean(editor):
    body = [
        ("heading", DIRTY),
        ("text", f"<p>{DIRTY}</p>"),
        ("steps", [f"<p>{DIRTY}</p>"]),
        ("callout", {"kind": "note", "text": f"<p>{DIRTY}</p>"}),
    ]
    notice = make_notice(body=body, summary=DIRTY)
    stored = NoticePage.objects.get(pk=notice.pk)
    assert stored.summary == CLEAN
    heading, rich, steps, callout = (part["value"] for part in stored.body.raw_data)
    assert (heading, rich, steps[0]["value"]) == (CLEAN, f"<p>{CLEAN}</p>", f"<p>{CLEAN}</p>")
    assert callout == {"kind": "note", "text": f"<p>{CLEAN}</p>"}
    ids = [part["id"] for part in stored.body.raw_data]
    stored.save()
    assert [part["id"] for part in NoticePage.objects.get(pk=notice.pk).body.raw_data] == ids


@pytest.mark.django_db
def test_a_draft_that_code_saves_is_clean_with_its_rows():
    page = ServicePage(title=DIRTY, official_name=DIRTY, live=False)
    page.fees.add(Fee(name=DIRTY, kind="le_phi", status="free", locale=Locale.get_default()))
    make_department().add_child(instance=page)
    stored = ServicePage.objects.get(pk=page.pk)
    assert (stored.title, stored.official_name, stored.fees.get().name) == (CLEAN, CLEAN, CLEAN)


@pytest.mark.django_db
def test_terms_and_settings_are_stored_clean(editor):
    trunk()
    address = reverse(Field.snippet_viewset.get_url_name("add"))
    answer = editor.post(address, {"name": DIRTY, "slug": "x", "locale": Locale.get_default().pk})
    assert answer.status_code == 302, answer.context["form"].errors
    assert Field.objects.get(slug="x").name == CLEAN
    settings = PortalSettings.load()
    settings.organisation = DIRTY
    settings.full_clean()
    assert settings.organisation == CLEAN


@pytest.mark.django_db
def test_what_the_preview_shows_is_what_is_stored(editor):
    guide = make_guide("Nộp hồ sơ")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[guide.pk])
    assert editor.post(address, posted(guide, title=DIRTY)).json()["is_valid"]
    assert CLEAN in editor.get(address).content.decode()


@pytest.mark.django_db
def test_cleaning_a_clean_thing_changes_nothing():
    page = GuidancePage(title=CLEAN, slug="dang-ky", body=[("text", "<p>a <b>b</b></p>")])
    before = page.body.get_prep_value()
    clean_texts(page)
    assert page.body.get_prep_value() == before


SEARCHES = {
    "pages": lambda: reverse("wagtailadmin_explore_root"),
    "search": lambda: reverse("wagtailadmin_pages:search"),
    "page chooser": lambda: reverse("wagtailadmin_choose_page_search"),
    "fields": lambda: reverse(Field.snippet_viewset.get_url_name("list")),
    "documents": lambda: reverse("wagtaildocs:index"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("place", SEARCHES)
def test_an_editor_finds_what_is_stored_in_whatever_form_she_types(editor, place):
    make_complete_service(CLEAN)
    make_template(CLEAN)
    Field.objects.create(name=CLEAN, slug="khai-sinh", locale=Locale.get_default())
    answer = editor.get(SEARCHES[place](), {"q": DIRTY, "search_all": "1"})
    assert answer.status_code == 200
    found = soup(answer.content)
    for box in found.select("input, script, title, header"):
        box.decompose()
    assert CLEAN in found.get_text()
