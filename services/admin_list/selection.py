"""The services of the list: which ones a person sees, what a line tells of each, and the order of a dictionary."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import TranslationSource

from core.editing_states import with_editing_state
from core.i18n import IN_SOURCE_LANGUAGE
from core.text import sort_key
from core.translation_states import with_translation_state
from core.visibility import restricted
from departments.models import DepartmentPage
from services.models import ServicePage
from services.models.querysets import ServiceQuerySet


def listed_services(user: AbstractBaseUser) -> ServiceQuerySet:
    """Return the Vietnamese services this person may see: the own ones, and of others what is public.

    `is_own` says which of them may be changed; `owner_title`, where each lives; `english` and `source`, where its
    translation is; `percent`, `is_kept`, `earned_level` and `missing`, what was counted of it.
    """
    own = _below_own_pages(user)
    services = ServicePage.objects.filter(alias_of=None, **IN_SOURCE_LANGUAGE)
    services = services.filter(own | Q(~restricted(), live=True, draft_title=F("title")))
    owners = DepartmentPage.objects.filter(path=OuterRef("owner_path")).values("title")
    key = OuterRef("translation_key")
    english = Page.objects.filter(translation_key=key, alias_of=None)
    english = english.exclude(locale__language_code=settings.LANGUAGE_CODE).values("pk")
    sources = TranslationSource.objects.filter(object_id=key, locale_id=OuterRef("locale_id")).values("pk")
    services = with_translation_state(with_editing_state(services.with_owner_path()))
    services = services.annotate(
        is_own=Case(When(own, then=True), default=False),
        owner_title=Subquery(owners[:1]),
        english=Subquery(english[:1]),
        source=Subquery(sources[:1]),
        percent=F("completeness__percent"),
        is_kept=F("completeness__is_kept"),
        earned_level=F("completeness__earned_level"),
        missing=F("completeness__gaps"),
    )
    return services.select_related("locale", "field")


def _below_own_pages(user: AbstractBaseUser) -> Q:
    """Condition on pages: one of those that somebody gave this person rights on stands above, or is, the page."""
    own = Q(pk__in=[])
    for page in page_permission_policy.instances_with_direct_explore_permission(user):
        own |= Q(path__startswith=page.path)
    return own


def by_name(services: ServiceQuerySet, *, own_first: bool = False, descending: bool = False) -> list[int]:
    """Return their numbers in the order of a Vietnamese dictionary."""
    rows = services.order_by().values_list("pk", "draft_title", "is_own")
    found = sorted(rows, key=lambda row: sort_key(row[1]), reverse=descending)
    if own_first:
        found.sort(key=lambda row: not row[2])
    return [pk for pk, _title, _is_own in found]


def by_department(services: ServiceQuerySet, *, descending: bool = False) -> list[int]:
    """Return their numbers by department, within each by name."""
    rows = services.order_by().values_list("pk", "draft_title", "owner_title")
    found = sorted(rows, key=lambda row: (sort_key(row[2] or ""), sort_key(row[1])), reverse=descending)
    return [pk for pk, _title, _owner in found]
