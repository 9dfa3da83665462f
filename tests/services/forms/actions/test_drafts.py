"""Drafts: begun once, saved step by step by their owner alone, gone without a trace."""

import pytest

from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Attachment, Event, Submission
from services.forms.rules.exceptions import Incomplete, NotADraft, NotAllowed, NotOpen, StaleRevision, TooManyDrafts
from tests.builders import make_service
from tests.builders_submissions import (
    ANSWERS,
    PAPER,
    make_citizen,
    make_draft,
    make_file,
    make_filled_draft,
    make_open_service,
    make_submission,
    make_version,
)

pytestmark = pytest.mark.django_db


def save(draft, **told):
    told = {"by": draft.owner, "step": "owner", "answers": ANSWERS, "revision": draft.revision} | told
    return actions.save_step(submission=draft, **told)


def test_a_draft_keeps_where_it_goes_and_who_may_read_it():
    draft = make_draft()
    assert (draft.service_title, draft.agency_name, draft.agency_code) == (
        "Cấp giấy phép xây dựng",
        "Sở Xây dựng",
        "H56.17",
    )
    assert draft.is_draft
    assert draft.code is None
    assert (draft.privacy_version, draft.privacy_at is None) == ("1", False)
    assert not Delivery.objects.exists()


def test_a_double_click_begins_one_draft_and_a_second_dossier_another():
    owner = make_citizen()
    first, again = make_draft(owner), make_draft(owner)
    assert first.pk == again.pk
    save(first)
    assert make_draft(owner).pk != first.pk


def test_a_person_has_so_many_drafts_at_once(settings):
    settings.MAX_DRAFTS = 2
    owner = make_citizen()
    for _ in range(2):
        save(make_draft(owner))
    with pytest.raises(TooManyDrafts):
        make_draft(owner)


def test_a_form_of_another_service_and_a_closed_account_begin_nothing():
    service, other = make_open_service(), make_service("Đăng ký khai sinh")
    told = {"service": service, "agency": service.handling_agencies.get(), "language": "vi"}
    with pytest.raises(NotAllowed):
        actions.begin(owner=make_citizen(), version=make_version(other), **told)
    closed = make_citizen()
    closed.is_active = False
    with pytest.raises(NotAllowed):
        actions.begin(owner=closed, version=make_version(service), **told)
    assert not Submission.objects.exists()


def test_an_agency_without_a_department_takes_nothing():
    service = make_service("Dịch vụ khác", level=3, handling_agencies=[{"agency_name": "Bộ Ngoại giao"}])
    with pytest.raises(NotOpen):
        actions.begin(
            owner=make_citizen(),
            service=service,
            agency=service.handling_agencies.get(),
            version=make_version(service),
            language="vi",
        )


def test_saving_a_step_replaces_its_answers_and_leaves_the_others():
    draft = save(make_draft())
    draft = save(draft, step="delivery", answers={"note": "Gọi trước"})
    draft = save(draft, answers={"full_name": "Lê Văn Nam"})
    assert draft.answers == {"full_name": "Lê Văn Nam", "note": "Gọi trước"}
    assert draft.saved_steps == ["delivery", "owner"]
    assert Submission.objects.get().answers == draft.answers


def test_what_is_kept_for_later_does_not_count_as_done():
    draft = save(save(make_draft()), answers={"full_name": "Hoa"}, complete=False)
    assert draft.answers == {"full_name": "Hoa"}
    assert draft.saved_steps == []


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("owner", {"note": "of another step"}),
        ("owner", {"state": 9}),
        ("owner", {"owner_id": 1}),
        ("papers", {PAPER: ["00000000-0000-0000-0000-000000000000"]}),
        ("no-such-step", {}),
    ],
)
def test_a_step_takes_its_own_answers_only(step, answers):
    draft = save(make_draft())
    with pytest.raises(Incomplete):
        save(draft, step=step, answers=answers)
    stored = Submission.objects.get()
    assert (stored.answers, stored.revision, stored.owner) == (ANSWERS, 2, draft.owner)


def test_a_tab_that_did_not_see_the_last_change_overwrites_nothing():
    draft = make_draft()
    save(draft)
    with pytest.raises(StaleRevision) as refused:
        save(draft, answers={"full_name": "Từ thẻ cũ"})
    assert refused.value.submission.answers == ANSWERS
    assert Submission.objects.get().answers == ANSWERS


def test_nobody_else_saves_moves_or_removes_a_draft():
    draft, stranger = make_draft(), make_citizen()
    with pytest.raises(NotAllowed):
        save(draft, by=stranger)
    with pytest.raises(NotAllowed):
        actions.remove_draft(submission=draft, by=stranger, revision=1)
    with pytest.raises(NotAllowed):
        actions.submit(submission=draft, by=stranger, revision=1, declared=True)
    assert Submission.objects.get().revision == 1


def test_what_was_sent_is_changed_by_no_draft_action():
    filed = make_submission()
    with pytest.raises(NotADraft) as refused:
        save(filed)
    assert refused.value.submission.code == filed.code
    with pytest.raises(NotADraft):
        actions.remove_draft(submission=filed, by=filed.owner, revision=filed.revision)


def test_a_removed_draft_is_gone_with_its_files():
    draft = make_filled_draft()
    make_file(draft)
    actions.remove_draft(submission=draft, by=draft.owner, revision=draft.revision)
    assert not Submission.objects.exists()
    assert not Attachment.objects.exists()
    assert not Event.objects.exists()


def test_a_draft_goes_on_with_a_newer_form(django_assert_max_num_queries):
    draft = save(make_draft())
    newer = make_version(make_open_service("Dịch vụ khác"))
    with pytest.raises(NotAllowed):
        actions.move_to_version(
            submission=draft, by=draft.owner, version=newer, answers={}, saved_steps=[], revision=draft.revision
        )
    moved = actions.move_to_version(
        submission=draft,
        by=draft.owner,
        version=draft.version,
        answers=ANSWERS | {"gone": 1},
        saved_steps=["owner", "gone"],
        revision=draft.revision,
    )
    assert (moved.answers, moved.saved_steps) == (ANSWERS, ["owner"])


def test_saving_a_step_takes_few_queries(django_assert_max_num_queries):
    draft = make_draft()
    with django_assert_max_num_queries(6):
        save(draft)
