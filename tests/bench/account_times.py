"""How long known and unknown addresses take, with the real hasher: `make bench-accounts`.

Prints the median of each door and ends with an error when known and unknown differ by more than 15 %. The requests
alternate, so that whatever else the machine does falls on both alike. Everything happens in an own, temporary database.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = int(os.environ.get("REQUESTS", "60"))
WARM_UP = 4
TOLERANCE = 0.15
PASSWORD = "một mật khẩu dài và khác"
"""With marks: it is tried in more than one spelling."""


def main() -> None:
    """Measure the three doors and report."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        }
        import django
        from django.test import override_settings

        django.setup()
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
            prepare()
            differences = [report(name, post) for name, post in doors().items()]
    if max(differences) > TOLERANCE:
        raise SystemExit(f"✗ Known and unknown addresses differ by more than {TOLERANCE:.0%}.")


def prepare() -> None:
    """An empty, migrated site, and as many known people as there are requests."""
    from allauth.account.models import EmailAddress
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    from accounts.models import User
    from home.setup import ensure_trunk

    call_command("migrate", verbosity=0)
    ensure_trunk()
    encoded = make_password("not-this-one")
    users = User.objects.bulk_create(
        User(email=known(number), password=encoded) for number in range(REQUESTS + WARM_UP)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )


def known(number: int) -> str:
    return f"da-co-{number}@example.vn"


def unknown(number: int) -> str:
    return f"chua-co-{number}@example.vn"


def doors() -> dict[str, Callable[[str], None]]:
    """What a stranger may post with somebody's address."""
    from django.core.cache import cache
    from django.test import Client
    from django.urls import reverse

    def post(name: str, data: dict[str, str], status: int) -> None:
        cache.clear()
        answer = Client().post(reverse(name), data)
        assert answer.status_code == status, (name, answer.status_code, answer.content.decode()[:2000])

    def sign_up(email: str) -> None:
        given = {"full_name": "Lê Thị Nhi", "email": email, "password1": PASSWORD, "consent": "on"}
        post("account_signup", given, 302)

    return {
        "log in": lambda email: post("account_login", {"login": email, "password": PASSWORD}, 303),
        "forgotten password": lambda email: post("account_reset_password", {"email": email}, 302),
        "sign up": sign_up,
    }


def report(name: str, post: Callable[[str], None]) -> float:
    """Print the medians of one door; how far apart they are, as a share of the longer one."""
    times: dict[str, list[float]] = {"known": [], "unknown": []}
    for number in range(REQUESTS + WARM_UP):
        for kind, address in (("known", known(number)), ("unknown", unknown(number))):
            began = time.perf_counter()
            post(address)
            if number >= WARM_UP:
                times[kind].append(time.perf_counter() - began)
    medians = {kind: statistics.median(values) * 1000 for kind, values in times.items()}
    difference = abs(medians["known"] - medians["unknown"]) / max(medians.values())
    told = ", ".join(f"{kind} {median:.1f} ms" for kind, median in medians.items())
    print(f"{name}: {told} (medians of {REQUESTS}), apart by {difference:.1%}")  # noqa: T201 (told to a person)
    return difference


if __name__ == "__main__":
    main()
