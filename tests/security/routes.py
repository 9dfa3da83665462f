"""Every address pattern of the portal, read from the URL map itself, and the class each belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import URLPattern, get_resolver
from django.utils import translation


@dataclass(frozen=True)
class Route:
    """One pattern of the URL map in one language; `path` is written as the map writes it."""

    name: str
    path: str
    language: str
    view: str

    def __str__(self) -> str:
        return f"{self.language} {self.name or self.path}"


PUBLIC, GUEST, ACCOUNT, OWN, DESK, REPORT, CASE, ADMIN, PARTNER, FILE, PASSWORD, CLOSED = (
    *("public", "guest", "account", "own", "desk", "report", "case", "admin", "partner", "file", "password", "closed"),
)
"""The same for everybody · of a session, but open to whoever is not logged in · of one's own account · of one's own
dossiers · officers' · heads' and supervisors' · officers', of one dossier · the editors' · the API's · files editors
published · asks for the password of a page · not in this setup."""

BY_NAME = {
    **dict.fromkeys(
        (
            *("brand", "sitemap", "robots", "security_contact", "livez", "readyz", "healthz", "sitemap_page", "levels"),
            *("forms", "services_feed", "notices_feed", "feedback", "feedback_thanks", "service_by_code", "field_list"),
            *("fact_check", "fact_check_page"),
            *("field", "audience_list", "audience", "life_event_list", "life_event", "apply", "search"),
            *("due_date", "due_date_json", "slip_check", "statistics", "statistics_csv", "legal_document"),
            *("search_useful", "search_suggestions"),
            *("wagtail_serve",),
        ),
        PUBLIC,
    ),
    **dict.fromkeys(
        (
            *("tracking", "account_login", "account_logout", "account_signup", "account_email_verification_sent"),
            *("account_inactive", "account_reset_password", "account_confirm_password_reset_code", "account_closed"),
            *("account_complete_password_reset", "account_password_reset_completed", "account_terms"),
            *("mfa_authenticate",),
        ),
        GUEST,
    ),
    **dict.fromkeys(
        (
            *("account_overview", "account_reauthenticate", "account_profile", "account_change_password"),
            *("account_email", "usersessions_list", "account_export", "account_close", "mfa_index"),
            *("mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes"),
            *("mfa_generate_recovery_codes", "mfa_download_recovery_codes", "submissions", "submission_new"),
            *("submissions_seen", "account_notifications", "mfa_enrolment", "mfa_enrolment_link"),
        ),
        ACCOUNT,
    ),
    **dict.fromkeys(
        (
            *("submission", "submission_update", "submission_step", "submission_check", "submission_receipt"),
            *("submission_receipt_pdf", "submission_file", "submission_supplement", "submission_withdraw"),
            *("submission_delete", "submission_slip", "submission_rating", "submission_agency"),
        ),
        OWN,
    ),
    **dict.fromkeys(
        (
            *("desk", "desk_new", "desk_mine", "desk_in_progress", "desk_waiting", "desk_results", "desk_done"),
            *("desk_unseen", "desk_soon", "desk_overdue", "desk_to_close"),
            *("desk_all", "desk_together", "desk_export", "desk_register"),
        ),
        DESK,
    ),
    **dict.fromkeys(("desk_report", "desk_report_06a", "desk_report_06a_list", "desk_ratings"), REPORT),
    **dict.fromkeys(("desk_report_07a", "desk_report_07a_list"), REPORT),
    **dict.fromkeys(("desk_dossier", "desk_file", "desk_act", "desk_slip", "desk_control_slip"), CASE),
    **dict.fromkeys(("mailbox", "mail"), CLOSED),
    "wagtaildocs_serve": FILE,
    "wagtaildocs_authenticate_with_password": PASSWORD,
    "wagtailcore_authenticate_with_password": PASSWORD,
    "wagtailcore_login": ADMIN,
}
"""Who adds a route of a name adds it here; test_routes.py fails until then."""

BY_PREFIX = {
    **dict.fromkeys(("quan-tri/failwhale/", "quan-tri/test404/"), CLOSED),
    "quan-tri/": ADMIN,
    "api/v2/": PARTNER,
    "media/": FILE,
    **dict.fromkeys(("_util/login/", "en/_util/login/", "(?:en/)?_util/login/"), ADMIN),
}
"""Where others bring the routes, the place they are put at says what holds for them."""


def class_of(route: Route) -> str | None:
    """The class of a route; None when nobody has thought about it yet."""
    for prefix, found in BY_PREFIX.items():
        if route.path.startswith(prefix):
            return found
    return BY_NAME.get(route.name)


@cache
def every_route() -> tuple[Route, ...]:
    """All routes; those whose address has no language are listed once for each language all the same."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found += [
                Route(pattern.name or "", path, language, pattern.lookup_str) for path, pattern in _walk(get_resolver())
            ]
    return tuple(found)


def _walk(resolver, above: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        path = above + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLPattern):
            yield path, pattern
        else:
            yield from _walk(pattern, path)


_CONVERTER = re.compile(r"<(?:(\w+):)?\w+>")
_GROUP = re.compile(r"\((?:\?P<\w+>)?(?:[^()]|\([^()]*\))*\)[?*+]?")
_VALUES = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000001", "slug": "x", "str": "x", "path": "x", None: "x"}


def example(route: Route) -> str:
    """An address that fits the pattern, with 1 or x in its gaps."""
    path = _CONVERTER.sub(lambda match: _VALUES[match[1]], route.path.replace("(?:en/)?", ""))
    for pattern, value in ((r"(\d+)", "1"), (r"(.*)", "x"), (r"((?:[\w\-]+/)*)", "")):
        path = path.replace(pattern, value)
    path = re.sub(r"\(\?P<\w+>\\d\+\)", "1", path)
    return "/" + _GROUP.sub("x", path).removesuffix("$").replace("\\", "")
