"""Pages of the communes, made by rule from the official list: the name, and nothing that nobody has given.

All at once: a page at a time, with a revision each, would take a hundred times as long. The index of search does not
follow by itself: the command sees to it, the demo builds the whole of it at its end.
"""

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core.text import slug
from departments.communes.official_list import Commune, official_communes
from departments.kinds import DepartmentKind
from departments.models import DepartmentPage

NAMESPACE = UUID("0d5f4a52-7c4c-5d0e-8a56-1f6f2d1a0166")
"""A commune's translation key comes from it and the code, so its page is known again after it was renamed."""


def owner_of_communes() -> DepartmentPage | None:
    """Return the department of the list that stands for the people's committees of all communes."""
    kept = DepartmentPage.objects.listed().filter(kind=DepartmentKind.UBND_XA, is_former=False)
    found: DepartmentPage | None = (
        kept.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale").order_by("path").first()
    )
    return found


def commune_key(code: str) -> UUID:
    """Return the translation key of the page of the commune with that code."""
    return uuid5(NAMESPACE, code)


@transaction.atomic
def plant_communes(owner: DepartmentPage) -> list[DepartmentPage]:
    """Make the missing pages, and what stands in for each in other languages; return those of the new communes.

    Pages that are there stay as their editors left them; one that was deleted comes back.
    """
    known = set(DepartmentPage.objects.communes().values_list("translation_key", flat=True))
    communes = [one for one in official_communes() if commune_key(one.code) not in known]
    originals = [_page(commune, owner) for commune in communes]
    _store(originals, owner)
    for branch in DepartmentPage.objects.filter(translation_key=owner.translation_key).exclude(pk=owner.pk):
        _store([_stand_in(page, branch) for page in originals], branch)
    return originals


def _page(commune: Commune, owner: DepartmentPage) -> DepartmentPage:
    return DepartmentPage(
        title=commune.committee,
        short_name=commune.short_committee,
        slug=slug(commune.name),
        kind=owner.kind,
        area_name=commune.name,
        area_code=commune.code,
        valid_from=commune.since,
        translation_key=commune_key(commune.code),
        locale_id=owner.locale_id,
    )


def _stand_in(page: DepartmentPage, branch: DepartmentPage) -> DepartmentPage:
    copied = ("title", "short_name", "slug", "kind", "area_name", "area_code", "valid_from", "translation_key")
    values = {name: getattr(page, name) for name in copied}
    return DepartmentPage(**values, alias_of_id=page.pk, locale_id=branch.locale_id)


def _store(pages: Sequence[DepartmentPage], parent: DepartmentPage) -> None:
    """Store new pages below one: first what every page has, all in one question, then what makes them departments."""
    if not pages:
        return
    _give_places(pages, parent)
    columns = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    stored = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in columns}) for page in pages])
    for page, base in zip(pages, stored, strict=True):
        page.pk = page.page_ptr_id = base.pk
        page.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=Page.objects.child_of(parent).count())


def _give_places(pages: Sequence[DepartmentPage], parent: DepartmentPage) -> None:
    """Give the pages the places after the last one below `parent`, and what Wagtail fills in as it stores a page."""
    numbers = parent.numconv_obj()
    last, now = Page.objects.child_of(parent).order_by("path").last(), timezone.now()
    first = numbers.str2int(last.path[-parent.steplen :]) + 1 if last else 1
    for place, page in enumerate(pages, start=first):
        page.path = parent.path + numbers.int2str(place).rjust(parent.steplen, parent.alphabet[0])
        page.depth = parent.depth + 1
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        page.first_published_at = page.last_published_at = now
