"""A service of all communes: the citizen names one, its officers alone get the dossier."""

import pytest

from accounts.models import Profile
from departments.models import Succession
from services.forms import actions
from services.forms.form_versions.communes import at_commune
from services.forms.models import OfficerRole, Submission
from services.forms.rules.exceptions import Incomplete, NotOpen
from services.forms.rules.workflow import State
from services.forms.statistics.recount import recount_tallies
from services.forms.submissions.permissions import permissions_of
from services.models import ServicePage
from tests.builders import publish, translate
from tests.builders_communes import make_communes
from tests.builders_submissions import (
    fill,
    make_citizen,
    make_officer,
    make_open_service,
    make_submission,
    make_version,
)
from tests.markup import faults, soup
from tests.security import routes
from tests.security.asking import of_class
from tests.security.world import World, address
from tests.services.forms.desk.conftest import Worker
from tests.services.forms.views.filing import Filer

pytestmark = pytest.mark.django_db

HAC, SON = "Phường Hạc Thành", "Xã Sơn Thủy"
BIRTH = "Đăng ký khai sinh"
CANARY = "Mộc Lan Canary"


@pytest.fixture
def communes():
    owner, found = make_communes(HAC, SON)
    make_open_service(BIRTH, department=owner)
    return found


def service():
    return ServicePage.objects.get(title=BIRTH)


def begin_at(language: str) -> str:
    found = service()
    return address("submission_new", language, found.get_translations().get().slug if language == "en" else found.slug)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_citizen_chooses_the_commune_whose_officer_alone_gets_the_dossier(communes, language):
    if language == "en":
        translate(service(), {BIRTH: "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    filer, here, there = Filer(), *(Worker(make_officer(role="officer", departments=[one])) for one in communes)
    page = filer.client.get(begin_at(language))
    assert faults(page.content) == []
    line = soup(page.content).find("input", {"name": "commune"})
    names = [option["value"] for option in soup(page.content).select(f"datalist#{line['list']} option")]
    assert len(names) == 166
    assert {HAC, SON} <= set(names)
    answer = filer.client.post(begin_at(language), {"commune": "hac thanh"})
    draft = Submission.objects.get(owner=filer.user)
    assert answer["Location"].split("/")[-2] == str(draft.pk)
    assert (draft.agency_key, draft.agency_name) == (communes[0].translation_key, communes[0].title)
    fill(
        actions.move_to_version(
            submission=draft, by=filer.user, version=make_version(service()), answers={}, saved_steps=(), revision=1
        )
    )
    filer.send(draft)
    dossier = Submission.objects.get(pk=draft.pk)
    assert dossier.state == State.FILED
    assert here.codes() == [dossier.code]
    assert there.codes() == []
    assert there.open(dossier).status_code == 404
    assert there.act(dossier, "accept").status_code == 404
    assert here.act(dossier, "accept").status_code == 302
    shown = filer.client.get(address("submission", language, dossier.pk)).content.decode()
    assert communes[0].title in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Chọn phường, xã"), ("Bến Thành", "Không có"), ("x" * 101, "100"), ("xã", "Không có")],
)
def test_what_names_no_commune_is_said_beside_the_line_and_begins_nothing(communes, typed, words):
    filer = Filer()
    answer = filer.client.post(begin_at("vi"), {"commune": typed}, follow=True)
    assert words in soup(answer.content).select_one(".govuk-error-summary").get_text()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("typed", "known"),
    [("Số 5, phường Hạc Thành, tỉnh Thanh Hóa", HAC), ("Hạc Thành, Thành phố Thanh Hóa", ""), ("Số 5 Lê Lợi", "")],
)
def test_the_commune_of_a_sure_address_is_filled_in_and_can_be_changed(communes, typed, known):
    filer = Filer()
    Profile.objects.update_or_create(user=filer.user, defaults={"address": typed})
    page = soup(filer.client.get(begin_at("vi")).content)
    assert page.find("input", {"name": "commune"}).get("value", "") == known
    filer.client.post(begin_at("vi"), {"commune": SON})
    assert Submission.objects.get().agency_key == communes[1].translation_key


def test_a_draft_changes_to_another_commune_and_keeps_what_was_answered(communes):
    filer = Filer()
    filer.client.post(begin_at("vi"), {"commune": HAC})
    draft = Submission.objects.get()
    page = soup(filer.client.get(address("submission_agency", "vi", draft.pk)).content)
    assert page.find("input", {"name": "commune"})["value"] == HAC
    filer.client.post(address("submission_agency", "vi", draft.pk), {"commune": SON, "revision": draft.revision})
    draft.refresh_from_db()
    assert draft.agency_name == communes[1].title


def test_no_dossier_lies_at_all_communes_together_nor_at_one_that_ended(communes):
    row, version = service().handling_agencies.get(), make_version(service())
    common = {"owner": make_citizen(), "service": service(), "version": version, "language": "vi"}
    with pytest.raises(NotOpen):
        actions.begin(agency=row, **common)
    communes[0].is_former = True
    with pytest.raises(NotOpen):
        actions.begin(agency=at_commune(row, publish(communes[0])), **common)


def test_a_dossier_is_passed_on_to_communes_at_which_somebody_works(communes):
    head = make_officer(role="head", departments=[communes[0]])
    dossier = make_submission(service=service(), commune=communes[0], officer=head)
    worker = Worker(head)
    assert communes[1].title not in worker.ask(dossier, "transfer").content.decode()
    make_officer(role="officer", departments=[communes[1]])
    assert communes[1].title in worker.ask(dossier, "transfer").content.decode()
    group = communes[0].get_parent().translation_key
    told = {"submission": dossier, "by": head, "revision": dossier.revision, "reason": "Không đúng nơi cư trú"}
    with pytest.raises(Incomplete):
        actions.transfer(to=group, **told)
    actions.transfer(to=communes[1].translation_key, **told)
    assert Submission.objects.get().agency_name == communes[1].title


@pytest.mark.walk
@pytest.mark.parametrize("role", ["officer", "head", "one_stop"])
def test_no_route_of_the_desk_shows_an_officer_a_byte_of_another_commune(communes, role):
    make_officer(role="head", departments=[communes[0]])
    there = {"service": service(), "commune": communes[0]}
    secret = [make_submission(state, **there) for state in (State.FILED, State.IN_PROGRESS)]
    Submission.objects.update(lookup="moc lan canary", answers={"full_name": CANARY})
    own = make_submission(service=service(), commune=communes[1])
    recount_tallies()
    worker = Worker(make_officer(role=role, departments=[communes[1]]))
    world = World(service(), service(), {}, {State.FILED: secret[0]})
    telltale = [CANARY, communes[0].title, str(communes[0].translation_key)]
    telltale += [text for dossier in secret for text in (dossier.code, str(dossier.pk), dossier.owner.email)]
    seen = 0
    for route in of_class(routes.DESK, routes.REPORT, routes.CASE):
        is_case = routes.class_of(route) == routes.CASE
        path = address(route.name, route.language, *world.arguments(route.name, route.language, *secret[:1] * is_case))
        for asked in ({}, {"q": "moc lan"}, {"agency": str(communes[0].translation_key)}):
            answer = worker.client.get(path, asked)
            assert answer.status_code in ((404, 405) if is_case else (200, 302, 404, 405)), path
            text = answer.getvalue().decode(errors="replace")
            seen += own.code in text
            told = [word for word in telltale if word not in (*asked.values(), *path.split("/"))]
            assert [word for word in told if word in text] == [], path
    assert seen, "the officer sees a dossier of the own commune"
    public = (
        worker.client.get("/thong-ke/").content.decode() + worker.client.get("/thong-ke/ho-so.csv").content.decode()
    )
    assert [word for word in telltale if word in public] == []
    assert permissions_of(worker.user, secret[0]) == frozenset()


def test_public_statistics_count_all_communes_as_one_agency(client, communes):
    for commune in (*communes, communes[0]):
        make_submission(service=service(), commune=commune)
    recount_tallies()
    page = client.get("/thong-ke/")
    assert faults(page.content) == []
    row = next(row for row in soup(page.content).select("tbody tr") if "Ủy ban nhân dân cấp xã" in row.get_text())
    assert row.td.get_text(strip=True) == "3"
    assert communes[0].title not in page.content.decode()
    chosen = client.get("/thong-ke/", {"department": "uy-ban-nhan-dan-cap-xa"}).context["overview"]
    assert chosen.all.received == 3
    group = client.get(communes[0].get_parent().get_url()).content.decode()
    assert "<strong>3</strong>" in soup(group).select_one("section[aria-labelledby=statistics]").decode()
    supervisor = Worker(make_officer(role=OfficerRole.SUPERVISOR))
    assert communes[0].title in supervisor.client.get(address("desk_report", "vi")).content.decode()


def test_the_officers_of_a_successor_see_the_dossiers_of_a_commune_that_ended(communes):
    ended, successor = communes
    dossier = make_submission(service=service(), commune=ended)
    heir = Worker(make_officer(role="head", departments=[successor]))
    assert heir.codes() == []
    ended.is_former = True
    ended.successions.add(Succession(successor=successor, work="mọi việc", locale=ended.locale))
    publish(ended)
    assert heir.codes() == [dossier.code]
    assert Submission.objects.get().agency_key == ended.translation_key
    assert heir.act(dossier, "accept").status_code == 302
    assert heir.ask(dossier, "assign").status_code == 200
    ended.successions.add(Succession(successor=ended.get_parent().specific, work="một phần", locale=ended.locale))
    publish(ended)
    assert heir.codes() == [], "split work stays with nobody new"
