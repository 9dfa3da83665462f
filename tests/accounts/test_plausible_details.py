"""One's own details: names that are names, numbers that may be right, signs that can be printed."""

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.models import Profile
from tests.builders import trunk
from tests.builders_accounts import log_in, make_citizen

pytestmark = pytest.mark.django_db

CONFIRMED = "identification_number_confirmed"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def citizen(client):
    user = make_citizen()
    log_in(client, user)
    return user


def details(**changes):
    return {"full_name": "Lê Thị Nhi", "applicant_type": "citizen", **changes}


def profile(user):
    return Profile.objects.get(user=user)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"full_name": "<b>Nhi</b>"}, "Vui lòng ghi họ tên bằng chữ"),
        ({"full_name": "123"}, "Vui lòng ghi họ tên bằng chữ"),
        ({"full_name": "Lê 𠮷"}, "Chữ “𠮷” không in được"),
        ({"address": "Ngõ 🏠"}, "Chữ “🏠” không in được"),
        ({"organisation_name": "Công ty 𠮷"}, "Chữ “𠮷” không in được"),
    ],
)
def test_what_cannot_stand_on_papers_is_refused(client, citizen, typed, told):
    answer = client.post(reverse("account_profile"), details(**typed), follow=True)
    assert told in answer.content.decode()


@pytest.mark.parametrize(("language", "told"), [("vi", "Ba chữ số đầu “999”"), ("en", "“999” at the beginning")])
def test_number_in_doubt_is_kept_once_it_is_confirmed(client, citizen, language, told):
    with translation.override(language):
        path = reverse("account_profile")
    given = details(identification_number="999190001234")
    page = client.post(path, given, follow=True).content.decode()
    assert told in page
    assert f'name="{CONFIRMED}"' in page
    assert told in client.post(path, given | {CONFIRMED: "999190001235"}, follow=True).content.decode()
    assert client.post(path, given | {CONFIRMED: "999190001234"}).status_code == 302
    assert profile(citizen).identification_number == "999190001234"


def test_number_kept_before_is_not_asked_about_again(client, citizen):
    Profile.objects.update_or_create(user=citizen, defaults={"identification_number": "999190001234"})
    client.post(reverse("account_profile"), details(identification_number="999190001234", phone="0912345678"))
    assert profile(citizen).phone == "0912345678"


@pytest.mark.parametrize("name", ["Nguyễn 2", "<i>An</i>", "Lê 𠮷"])
def test_nobody_signs_up_under_what_is_no_name(client, name):
    given = {"full_name": name, "email": "an@example.vn", "password1": "mot-mat-khau-dai-va-la", "consent": "on"}
    client.post(reverse("account_signup"), given)
    assert not Profile.objects.filter(full_name__contains=name).exists()
