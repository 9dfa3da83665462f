"""Whoever searches for people or numbers at the desk leaves a line: who, when, what kind, what was shown; no words."""

import pytest

from services.forms.models import AuditEntry
from services.forms.submissions.search_keys import kind_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Nguyễn Thị Hoa", "name"), ("hoa", "name"), ("0912 345 678", "number"), ("+84912", "number"), ("345", "number"),
     ("H56.17-251120-0001", "code"), ("0001-x", "code"), ("–", "name")],
)  # fmt: skip
def test_the_kind_of_a_search_is_told_by_its_signs(words, kind):
    assert kind_of(words) == kind


def searches():
    return AuditEntry.objects.filter(action="list.search")


def test_a_search_leaves_a_line_without_its_words(office, worker):
    worker.queue(q="Nguyễn Thị")
    line = searches().get()
    assert line.actor_id == worker.user.pk
    assert line.detail == {"queue": "new", "kind": "name", "rows": 1, "page": 1, "shown": [str(office.dossier.pk)]}
    assert line.submission_id is None


def test_a_search_that_finds_nothing_leaves_one_too(worker):
    worker.queue(q="0999 999 999")
    assert searches().get().detail == {"queue": "new", "kind": "number", "rows": 0, "page": 1, "shown": []}


def test_looking_at_a_queue_without_words_leaves_none(worker):
    worker.queue()
    worker.queue(sort="newest")
    worker.queue(q="x", since="nonsense")
    assert not searches().exists()


def test_an_export_says_by_what_it_was_narrowed(worker):
    for q, kind in (("Hoa", "name"), ("", None)):
        assert worker.client.get("/can-bo/danh-sach.csv", {"queue": "new", "q": q}).getvalue()
        assert AuditEntry.objects.filter(action="list.export").last().detail["search"] == kind
