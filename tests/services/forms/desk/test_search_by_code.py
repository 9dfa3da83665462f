"""The desk finds a dossier by its code however it is typed, and by a part of it."""

import pytest

from services.forms.models import Submission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("joint", ["-", " ", ".", "–", ""])
def test_a_code_is_found_with_any_dashes_or_none(office, worker, joint):
    code = office.dossier.code
    assert worker.codes(q=code.replace("-", joint).lower()) == [code]
    assert worker.codes(q=code.partition("-")[2].replace("-", joint)) == [code]


def test_signs_that_are_no_code_find_nothing(office, worker):
    assert worker.codes(q="–") == []


def test_the_code_is_looked_up_by_an_index(office):
    plan = Submission.objects.filed().with_code(office.dossier.code).explain()
    assert "submission_code_key" in plan
