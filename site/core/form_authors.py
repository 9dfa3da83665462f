"""For whom a page with a form was written: a signed field of the form says it, whoever is logged in when it is sent.

A page may stand open while somebody logs out and another person logs in. What was typed on it belongs to the first.
"""

import secrets
from hashlib import sha256
from typing import cast

from django.core import signing
from django.http import HttpRequest

FIELD = "posted_by"
SALT = "core.form_authors"
OLDEST_PAGE = 7 * 24 * 60 * 60
"""Seconds a page may have stood open for its author still to be believed."""
BROWSER = "kept_posts"
"""What a session without log-in is known by; it goes with the session."""


def signed_author(request: HttpRequest) -> str:
    """Return the value of the field; "" where nobody is logged in."""
    return signing.dumps(person(request), salt=SALT) if person(request) else ""


def author(request: HttpRequest) -> str:
    """Return the person the form that was sent had been written for; "" when it does not say, or not believably."""
    try:
        return str(signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=OLDEST_PAGE))
    except signing.BadSignature:
        return ""


def person(request: HttpRequest) -> str:
    """Return whoever is logged in, as an owner; "" for nobody."""
    user = getattr(request, "user", None)
    return person_of(user.pk) if user is not None and user.is_authenticated else ""


def person_of(key: object) -> str:
    return f"person:{key}"


def owner(request: HttpRequest) -> str:
    """Return the person, or the browser that has kept something before; "" when neither is known."""
    if found := person(request):
        return found
    secret = request.session.get(BROWSER, "")
    return _browser(secret) if secret else ""


def owner_to_keep_for(request: HttpRequest) -> str:
    """Return the same; a browser that is not known yet gets a secret into its session."""
    if not owner(request):
        request.session[BROWSER] = secrets.token_urlsafe(32)
    return owner(request)


def _browser(secret: object) -> str:
    return "browser:" + sha256(cast(str, secret).encode()).hexdigest()
