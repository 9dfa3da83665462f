"""The longest official name of a paper, on every page that names papers: its beginning, and all of it one press on."""

from dataclasses import replace

import pytest
from django.urls import reverse

from core.long_names import LONGEST, before_colon, is_long, opening
from services.forms.definition.questions import Form
from services.forms.rules.workflow import State
from services.models import RequiredDocument
from tests.builders_submissions import FORM, PAPER, make_file, make_filled_draft, make_officer, make_submission
from tests.markup import soup, words

NAME = "Một trong những giấy tờ hợp pháp về đất đai chứng minh sự phù hợp mục đích sử dụng đất; " * 54 + "hết"


def long_form() -> Form:
    owner, papers, delivery = FORM.steps
    first = replace(papers.questions[0], label=NAME)
    return Form((owner, replace(papers, questions=(first, *papers.questions[1:])), delivery))


def pages_of_citizen(client):
    draft = make_filled_draft(form=long_form())
    asked = make_submission(State.SUPPLEMENT, owner=draft.owner, form=long_form())
    make_file(asked)
    client.force_login(draft.owner)
    names = {"submission_check": draft, "submission_supplement": asked, "submission": asked}
    upload = reverse("submission_step", args=[draft.pk, "papers"])
    return [upload, *(reverse(name, args=[row.pk]) for name, row in names.items())]


def pages_of_officer(client):
    dossier = make_submission(State.ACCEPTED, form=long_form())
    client.force_login(make_officer())
    return [reverse("desk_dossier", args=[dossier.pk])]


@pytest.mark.django_db
@pytest.mark.parametrize("pages", [pages_of_citizen, pages_of_officer])
def test_a_page_names_the_paper_by_its_beginning_and_opens_the_rest(client, pages):
    for address in pages(client):
        main = soup(client.get(address).content).main
        assert NAME in words(str(main)), address
        for details in main.select("details"):
            details.extract()
        assert opening(NAME) in words(str(main)), address
        longest = max(main.stripped_strings, key=len)
        assert len(longest) <= 2 * LONGEST, f"{address}: {longest[:80]}"


@pytest.mark.django_db
def test_the_officer_asks_for_the_paper_by_its_beginning(client):
    dossier = make_submission(State.ACCEPTED, form=long_form())
    client.force_login(make_officer())
    main = soup(client.get(reverse("desk_act", args=[dossier.pk, "ask_for_papers"])).content).main
    label = main.select_one(f"label[for$='{PAPER}']")
    assert opening(NAME) in words(str(label))
    assert len(words(str(label))) <= LONGEST


def test_the_longest_real_name_fits_the_page_of_the_service_and_a_cell_of_a_spreadsheet():
    assert 4_710 <= len(NAME) <= RequiredDocument._meta.get_field("name").max_length <= 32_767


@pytest.mark.parametrize("name", ["Đơn", "x" * LONGEST])
def test_a_short_name_stands_whole(name):
    assert not is_long(name)
    assert opening(name) == name


def test_a_long_name_is_cut_at_a_word_and_marked():
    assert opening(NAME).endswith(" …")
    assert NAME.startswith(opening(NAME).removesuffix(" …"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Đơn đề nghị, nộp trực tuyến.", "Đơn đề nghị, nộp trực tuyến"),
        ("Đơn đề nghị", "Đơn đề nghị"),
        ("Giấy tờ khác: hợp đồng, biên bản, v.v.", "Giấy tờ khác: hợp đồng, biên bản, v.v."),
        ("Giấy tờ khác...", "Giấy tờ khác..."),
        (NAME, opening(NAME)),
    ],
)
def test_before_a_colon_a_name_ends_without_a_stop(name, shown):
    assert before_colon(name) == shown


@pytest.mark.django_db
def test_no_page_writes_a_stop_before_a_colon(client):
    owner, papers, delivery = FORM.steps
    first = replace(papers.questions[0], label="Tờ khai, nộp trực tuyến.")
    form = Form((owner, replace(papers, questions=(first, *papers.questions[1:])), delivery))
    dossier = make_submission(State.SUPPLEMENT, form=form)
    officer, accepted = make_officer(), make_submission(State.ACCEPTED, form=form)
    pages = [
        (dossier.owner, reverse("submission", args=[dossier.pk])),
        (officer, reverse("desk_dossier", args=[dossier.pk])),
        (officer, reverse("desk_act", args=[accepted.pk, "ask_for_papers"])),
    ]
    for person, address in pages:
        client.force_login(person)
        main = words(client.get(address).content)
        assert "nộp trực tuyến:" in main, address
        assert ".:" not in main, address
