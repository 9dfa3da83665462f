"""A corpus of deployments: which risks each runs, which it is warned of, which it has accepted."""

from dataclasses import replace

import pytest

from core.checks import risks_are_accepted
from core.deployment_risks import CONSEQUENCES, Deployment, Risk, not_accepted, out_of_date, risks_of

SAFE = Deployment(
    trusted_proxies=["127.0.0.1"],
    scanner="unix:/run/clamav/clamd.ctl",
    database_engine="django.db.backends.postgresql",
    cache_backend="django.core.cache.backends.db.DatabaseCache",
    mail_backend="django.core.mail.backends.smtp.EmailBackend",
)
CORPUS = [
    (SAFE, []),
    (replace(SAFE, trusted_proxies=[]), [Risk.NO_TRUSTED_PROXIES]),
    (replace(SAFE, scanner=""), [Risk.NO_VIRUS_SCANNER]),
    (replace(SAFE, scanner="tcp://scanner:3310"), []),
    (replace(SAFE, database_engine="django.db.backends.sqlite3"), [Risk.SQLITE]),
    (replace(SAFE, cache_backend="django.core.cache.backends.locmem.LocMemCache"), [Risk.LOCAL_CACHE]),
    (replace(SAFE, cache_backend="django.core.cache.backends.dummy.DummyCache"), [Risk.LOCAL_CACHE]),
    (replace(SAFE, cache_backend="django.core.cache.backends.redis.RedisCache"), []),
    (replace(SAFE, mail_backend="django.core.mail.backends.console.EmailBackend"), [Risk.NO_MAIL]),
    (replace(SAFE, mail_backend="django.core.mail.backends.filebased.EmailBackend"), [Risk.NO_MAIL]),
    (
        replace(SAFE, trusted_proxies=(), scanner="", database_engine="django.db.backends.sqlite3"),
        [Risk.NO_TRUSTED_PROXIES, Risk.NO_VIRUS_SCANNER, Risk.SQLITE],
    ),
]


@pytest.mark.parametrize(("deployment", "risks"), CORPUS)
def test_each_deployment_runs_its_risks_and_is_warned_until_they_are_accepted(deployment, risks):
    assert risks_of(deployment) == risks
    assert not_accepted(deployment, []) == risks
    assert not_accepted(deployment, risks) == []
    for accepted in risks:
        assert not_accepted(deployment, [accepted]) == [risk for risk in risks if risk != accepted]


def test_accepting_one_risk_accepts_no_other():
    assert not_accepted(replace(SAFE, scanner=""), ["sqlite", "no-trusted-proxies"]) == [Risk.NO_VIRUS_SCANNER]


def test_what_was_accepted_and_is_gone_is_told():
    assert out_of_date(SAFE, ["sqlite", "no-mail"]) == [Risk.SQLITE, Risk.NO_MAIL]
    assert out_of_date(replace(SAFE, scanner=""), ["no-virus-scanner"]) == []


def test_every_risk_says_what_follows_from_it():
    assert set(CONSEQUENCES) == set(Risk)


def test_the_check_warns_of_what_the_settings_lack(settings):
    settings.TRUSTED_PROXIES, settings.CLAMD_ADDR, settings.ACCEPTED_RISKS = (
        [],
        "",
        ["local-cache", "no-mail", "sqlite"],
    )
    found = {message.id for message in risks_are_accepted() if message.is_serious(30)}
    assert found == {"core.W001", "core.W002"}
    settings.ACCEPTED_RISKS = [*Risk]
    assert not [message for message in risks_are_accepted() if message.is_serious(30)]
