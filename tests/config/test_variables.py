"""Every variable of .env.example, with what people, shells and editors leave around and inside its value.

Each is understood as it was meant, or refused in a sentence that names it and never tells what it was.
"""

import os
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.base import database, sqlite_url
from config.value_rules import url_fault

ROOT = Path(__file__).resolve().parents[2]
SECRET = "0123456789-abcdefghij-KLMNOPQRST-uvwxyz-made-up-for-tests"
REQUIRED = {
    "SECRET_KEY": SECRET,
    "DATABASE_URL": "postgres://portal:mat-khau@db.example:5432/portal",
    "ALLOWED_HOSTS": "portal.example",
    "BASE_URL": "https://portal.example",
    "EMAIL_URL": "smtp+tls://portal:mat-khau@mail.example:587",
}
GOOD = REQUIRED | {
    "SECRET_KEY_FALLBACKS": "the-one-before,the-one-before-that",
    "DEFAULT_FROM_EMAIL": "khong-tra-loi@portal.example",
    "CACHE_URL": "redis://:mat-khau@cache.example:6379/1",
    "TRUSTED_PROXIES": "127.0.0.1,10.0.0.0/8",
    "SECURITY_CONTACT": "mailto:an-toan@portal.example,tel:+84-237-000000",
    "MEDIA_ROOT": "/srv/portal/media",
    "MAIL_FOLDER": "/srv/demo/mail",
    "MESSAGE_CHANNELS": "sms=a.b.Sms,zalo=a.Zalo",
    "MESSAGE_FOLDER": "/srv/portal/messages",
    "PRIVATE_ROOT": "/srv/portal/private",
    "CLAMD_ADDR": "unix:/run/clamav/clamd.ctl",
    "SUBMISSION_PREFIX": "H56",
    "RETENTION_YEARS": "7",
    "IDLE_MINUTES": "120",
    "IDLE_MINUTES_OF_STAFF": "30",
    "ERASURE_OF_ENDED": "remove",
    "AUDIT_HEAD_FOLDER": "/srv/portal/audit",
    "STATEMENT_SECONDS": "20",
    "ACCEPTED_RISKS": "no-virus-scanner,sqlite",
}
READ_AS = {
    "DATABASE_URL": "DATABASES",
    "BASE_URL": ("WAGTAILADMIN_BASE_URL", "CSRF_TRUSTED_ORIGINS"),
    "EMAIL_URL": ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD"),
    "CACHE_URL": "CACHES",
    "MAIL_FOLDER": "MAILBOX_FOLDER",
}
AS_IT_IS = {"SECRET_KEY"}
"""A secret that changes by a sign is another one."""

AROUND = {
    "a blank before": " {}",
    "a blank after": "{} ",
    "a tab after": "{}\t",
    "double quotes": '"{}"',
    "single quotes": "'{}'",
    "a carriage return": "{}\r",
    "quotes and a carriage return": '"{}"\r',
}
SIGNS = ["#", "$", "/", "%", "?", "@", "[", " ", "\\"]


def settings_of(environment: str, **variables: str):
    """The settings module of an environment, read anew with these variables alone."""
    before, modules = dict(os.environ), {name: sys.modules.pop(name) for name in _modules()}
    try:
        os.environ.clear()
        os.environ.update(variables)
        return import_module(f"config.settings.{environment}")
    finally:
        os.environ.clear()
        os.environ.update(before)
        for name in _modules():
            del sys.modules[name]
        sys.modules.update(modules)


def _modules() -> list[str]:
    return [name for name in sys.modules if name == "config.env" or name.startswith("config.settings")]


def read(name: str, value: str):
    """What the settings make of a variable."""
    environment = "demo" if name == "MAIL_FOLDER" else "production"
    found = settings_of(environment, **{**REQUIRED, name: value})
    wanted = READ_AS.get(name, name)
    return [getattr(found, each) for each in ((wanted,) if isinstance(wanted, str) else wanted)]


def refusal(name: str, value: str) -> str:
    """The sentence a variable is refused with."""
    with pytest.raises(ImproperlyConfigured) as refused:
        read(name, value)
    words = str(refused.value)
    assert words.startswith(f"{name} ")
    assert ".env.example" in words
    assert value not in words.replace("/srv/portal/media", "")
    assert "mat-khau" not in words
    assert refused.value.__suppress_context__ or refused.value.__context__ is None, "a traceback would tell the value"
    return words


def test_the_table_has_every_variable():
    told = set(re.findall(r"^#?\s?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(GOOD) == told


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("name", sorted(set(GOOD) - AS_IT_IS))
def test_what_stands_around_a_value_is_no_part_of_it(name, around):
    if name == "SECRET_KEY_FALLBACKS" and "quotes" in around:
        return  # as with SECRET_KEY, whose quotes are part of it
    assert read(name, AROUND[around].format(GOOD[name])) == read(name, GOOD[name])


@pytest.mark.parametrize(
    "name",
    [
        "ALLOWED_HOSTS",
        "TRUSTED_PROXIES",
        "ACCEPTED_RISKS",
        "SECURITY_CONTACT",
        "SECRET_KEY_FALLBACKS",
        "MESSAGE_CHANNELS",
    ],
)
def test_blanks_between_the_parts_of_a_list_do_not_count(name):
    value = {"ALLOWED_HOSTS": "portal.example,www.portal.example"}.get(name, GOOD[name])
    assert read(name, value.replace(",", " , ") + ",") == read(name, value)


@pytest.mark.parametrize("secret", [f"${SECRET}", f"$${SECRET}", f" {SECRET}#/%$ ", f"'{SECRET}'"])
def test_secret_is_taken_sign_by_sign(secret):
    assert read("SECRET_KEY", secret) == [secret]


def test_earlier_secrets_are_taken_sign_by_sign():
    assert read("SECRET_KEY_FALLBACKS", "$one,#two, three/%") == [["$one", "#two", "three/%"]]


PASSWORDS = ["DATABASE_URL", "EMAIL_URL", "CACHE_URL"]


def password(name: str, value: str) -> str:
    (found, *_) = settings_read = read(name, value)
    if name == "EMAIL_URL":
        return settings_read[4]
    return (
        found["default"]["PASSWORD"] if name == "DATABASE_URL" else found["default"]["LOCATION"].rpartition("@")[0][9:]
    )


@pytest.mark.parametrize(
    "typed",
    [
        form.format(sign)
        for sign in ("#", "/", "?", "[", " ", "%")
        for form in ("mat-khau{}x", "{}mat-khau", "mat-khau{}")
    ]
    + ["12#34", "12/34", "12?34", "12[34", "12%3"],
)
@pytest.mark.parametrize("name", PASSWORDS)
def test_password_with_a_sign_that_must_be_encoded_is_refused_in_words(name, typed):
    words = refusal(name, GOOD[name].replace("mat-khau", typed))
    assert "percent-encoded" in words
    assert "# is %23" in words


@pytest.mark.parametrize("sign", ["$", "@", ":", "\\", "+", "=", "&", "!", "é"])
@pytest.mark.parametrize("name", PASSWORDS)
def test_password_with_another_sign_is_understood(name, sign):
    assert password(name, GOOD[name].replace("mat-khau", f"mat{sign}khau")).endswith(f"mat{sign}khau"[-5:])
    if name != "CACHE_URL":
        assert password(name, GOOD[name].replace("mat-khau", f"mat{sign}khau")) == f"mat{sign}khau"


@pytest.mark.parametrize("name", ["DATABASE_URL", "EMAIL_URL"])
def test_password_that_is_encoded_is_understood(name):
    assert password(name, GOOD[name].replace("mat-khau", "%23%2F%3F%40%3A%25%20%24")) == "#/?@:% $"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "$DATABASE"),
        ("DATABASE_URL", "db.example/portal"),
        ("DATABASE_URL", "mysql://portal:mat-khau@db.example/portal"),
        ("DATABASE_URL", "postgres://portal:mat-khau@db.example:cong/portal"),
        ("EMAIL_URL", "mail.example:25"),
        ("EMAIL_URL", "https://mail.example"),
        ("CACHE_URL", "cache.example"),
        ("BASE_URL", "portal.example"),
        ("BASE_URL", "http://portal.example"),
        ("BASE_URL", "https://portal.example/cong"),
        ("BASE_URL", "https://portal.example#x"),
        ("BASE_URL", "https://ai@portal.example"),
        ("BASE_URL", "$BASE"),
        ("ALLOWED_HOSTS", "https://portal.example"),
        ("ALLOWED_HOSTS", "portal.example:443"),
        ("ALLOWED_HOSTS", "portal.example/"),
        ("ALLOWED_HOSTS", "a.example b.example"),
        ("ALLOWED_HOSTS", "$HOSTS"),
        ("ALLOWED_HOSTS", "a.example # ours"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "portal.example,*"),
        ("ACCEPTED_RISKS", "all"),
        ("ACCEPTED_RISKS", "sqlite,*"),
        ("ACCEPTED_RISKS", "SQLITE"),
        ("ACCEPTED_RISKS", "core.W001"),
        ("ACCEPTED_RISKS", "sqlite no-virus-scanner"),
        ("STATEMENT_SECONDS", "0"),
        ("TRUSTED_PROXIES", "0.0.0.0/0"),
        ("TRUSTED_PROXIES", "127.0.0.1,::/0"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("TRUSTED_PROXIES", "nginx"),
        ("TRUSTED_PROXIES", "$PROXY"),
        ("MEDIA_ROOT", "media"),
        ("MEDIA_ROOT", "$HOME/media"),
        ("PRIVATE_ROOT", "~/private"),
        ("MESSAGE_FOLDER", "%h/messages"),
        ("MAIL_FOLDER", "mail"),
        ("MESSAGE_CHANNELS", "sms"),
        ("MESSAGE_CHANNELS", "sms="),
        ("SUBMISSION_PREFIX", "H/56"),
        ("SUBMISSION_PREFIX", "$H56"),
        ("SUBMISSION_PREFIX", "Thanh Hóa"),
        ("RETENTION_YEARS", "năm"),
        ("RETENTION_YEARS", "0"),
        ("RETENTION_YEARS", "-1"),
        ("RETENTION_YEARS", "5.5"),
        ("RETENTION_YEARS", "$YEARS"),
        ("RETENTION_YEARS", "٥"),
        ("ERASURE_OF_ENDED", "forget"),
        ("ERASURE_OF_ENDED", "Remove#"),
        ("SECURITY_CONTACT", "an-toan@portal.example"),
        ("DEFAULT_FROM_EMAIL", "Cổng dịch vụ công"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(name, value):
    refusal(name, value)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("name", ["MEDIA_ROOT", "PRIVATE_ROOT", "MESSAGE_FOLDER", "MAIL_FOLDER", "CLAMD_ADDR"])
def test_path_is_taken_sign_by_sign(name, sign):
    value = f"{GOOD[name]}{sign}a"
    assert read(name, value) == [value]


@pytest.mark.parametrize("sign", ["#", "$", "/", "%"])
def test_addresses_of_people_are_taken_sign_by_sign(sign):
    assert read("SECURITY_CONTACT", f"mailto:a{sign}b@portal.example") == [[f"mailto:a{sign}b@portal.example"]]
    assert read("DEFAULT_FROM_EMAIL", f"a{sign}b@portal.example") == [f"a{sign}b@portal.example"]


@pytest.mark.parametrize("name", sorted(set(GOOD) - set(REQUIRED)))
@pytest.mark.parametrize("nothing", ["", " ", "\r", '""'])
def test_empty_value_is_none(name, nothing):
    if name == "SECRET_KEY_FALLBACKS" and nothing == '""':
        return
    with_nothing = read(name, nothing)
    environment = "demo" if name == "MAIL_FOLDER" else "production"
    wanted = READ_AS.get(name, name)
    plain = settings_of(environment, **REQUIRED)
    assert with_nothing == [getattr(plain, each) for each in ((wanted,) if isinstance(wanted, str) else wanted)]


@pytest.mark.parametrize(
    ("url", "host", "name"),
    [
        ("postgres://portal@/portal?host=/var/run/postgresql", "", "portal"),
        ("postgres://portal:x@10.0.0.1:5432,10.0.0.2:5433/portal", "10.0.0.1,10.0.0.2", "portal"),
        ("postgres://portal:x@[::1]:5432/portal", "::1", "portal"),
        ("sqlite:////srv/portal/db@home.sqlite3", "", "/srv/portal/db@home.sqlite3"),
    ],
)
def test_common_databases_are_understood(url, host, name):
    (found,) = read("DATABASE_URL", url)
    assert (found["default"]["HOST"], found["default"]["NAME"]) == (host, name)


@pytest.mark.parametrize("folder", ["/srv/portal", "/home/lan/Tài liệu/cổng #1+2 100%", "/srv/a?b@c"])
def test_database_of_the_demo_stands_beside_the_code_whatever_its_folder_is_called(folder):
    url = sqlite_url(Path(folder) / "db.sqlite3")
    assert not url_fault(url, ["sqlite"])
    assert database(url)["NAME"] == f"{folder}/db.sqlite3"
