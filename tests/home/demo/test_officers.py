"""Officers and dossiers of the demo: something to do at the desk from the first minute."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from home.demo.officers import OFFICERS
from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_every_officer_of_the_demo_logs_in_and_gets_to_the_desk():
    for email in OFFICERS:
        client = Client()
        client.post(reverse("account_login"), {"login": email, "password": "thanh-hoa-demo"})
        answer = client.get(reverse("desk"), follow=True)
        assert answer.status_code == 200, email


def test_a_dozen_dossiers_in_several_states_lie_at_two_departments():
    filed = Submission.objects.filed()
    assert filed.count() >= 12
    assert len({row.agency_name for row in filed}) == 2
    assert {State(row.state) for row in filed} >= {State.FILED, State.IN_PROGRESS, State.SUPPLEMENT, State.HANDED_OVER}
    assert not Submission.objects.drafts().exists()
    assert not Attachment.objects.filter(claimed_at=None).exists()


def test_each_department_of_the_demo_has_its_own():
    building = User.objects.get(email="canbo1.xaydung@example.vn")
    health = User.objects.get(email="lanhdao.yte@example.vn")
    both = Submission.objects.handled_by(User.objects.get(email="motcua@example.vn"))
    one, two = Submission.objects.handled_by(building), Submission.objects.handled_by(health)
    assert one.count() + two.count() == both.count()
    assert not (set(one) & set(two))
    assert not Submission.objects.handled_by(User.objects.get(email="giamsat@example.vn")).exists()
