"""Error pages for every status, and the files with which nginx answers while the application cannot."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.management import call_command
from django.db import connection
from django.utils import translation

from core import errors
from home.models import PopularService
from tests.builders import make_service, trunk
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("status", sorted(errors.WORDS))
def test_every_error_is_told_in_both_languages(rf, status, language):
    trunk()
    with translation.override(language):
        answer = errors.answer(rf.get("/"), status)
    page = soup(answer.content)
    assert answer.status_code == status
    assert faults(answer.content) == []
    assert page.html["lang"] == language
    assert str(status) in page.main.get_text()
    assert bool(page.main.form) == errors.WORDS[status].finds_on


def test_a_missing_page_names_popular_services(client):
    home, service = trunk().home, make_service("Đăng ký khai sinh")
    home.popular_services.add(PopularService(service=service, sort_order=0))
    home.save()
    page = soup(client.get("/khong-co/").content)
    assert [link["href"] for link in page.select("section[aria-labelledby=popular] a")] == [service.get_url()]


def test_a_body_too_large_is_told_as_that(rf):
    trunk()
    assert errors.bad_request(rf.get("/"), RequestDataTooBig()).status_code == 413


@pytest.mark.parametrize("status", [413, 429, 503])
def test_a_partner_gets_a_problem_document(rf, status):
    answer = errors.answer(rf.get("/api/v2/services/"), status)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_pages_for_nginx_are_written_without_the_database(tmp_path, capsys):
    def refuse(*_arguments):
        raise AssertionError("the database was asked")

    with connection.execute_wrapper(refuse):
        call_command("error_pages", tmp_path)
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.html")}
    assert names == {f"{language}/{status}.html" for language in ("vi", "en") for status in (413, 429, 500, 503)}
    for path in tmp_path.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert faults(text) == []
        assert soup(text).html["lang"] == path.parent.name
    assert "8" in capsys.readouterr().out
