"""Links to drafts: made for a page, signed, read again."""

from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from core.addresses import absolute
from core.admin_visibility import Person
from home.models import FactCheck

SIGNER = Signer(salt="home.fact_check", sep=".")
DAYS = (3, 7, 14, 30)
"""How long a link may be open."""


def make_link(page: Page, *, reader: str, days: int, by: Person) -> FactCheck:
    """Return a link to the page as its latest draft stands now; later drafts are not shown by it."""
    draft = page.get_latest_revision_as_object()
    expires_at = timezone.now() + timedelta(days=days)
    return FactCheck.objects.create(
        page=page, content=draft.serializable_data(), reader=reader, made_by_id=by.pk, expires_at=expires_at
    )


def address_of(link: FactCheck) -> str:
    """Return the full address of a link, in the language of its page."""
    with translation.override(link.page.locale.language_code):
        return absolute(reverse("fact_check", args=[SIGNER.sign(str(link.pk))]))


def link_of(token: str) -> FactCheck | None:
    """Return the link of a token, open or closed; None for a token that this portal did not sign."""
    try:
        key = int(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
    return FactCheck.objects.select_related("page__locale", "made_by").filter(pk=key).first()
