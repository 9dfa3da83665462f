"""Who is touched when a page is published or taken down, or a term, an act or a file goes: pages and rows that name it,
dossiers, translations.

What stands above the core says its part through `settings.PAGE_DEPENDENTS`: functions of a page that return lines.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex, TranslatableMixin

from core.admin_visibility import Person, choosable

SHOWN = 20
"""How many pages are named; the others are counted."""
OWN = ("core", "departments", "home", "services")
"""Packages with the portal's own models."""


@dataclass(frozen=True)
class Dependent:
    """Something that depends on a page, with the way to it in the editors' area; "" where there is none."""

    text: str
    url: str = ""
    counts_people: bool = False
    """Whether it is a number of citizens and their dossiers; otherwise a page or another thing editors made."""
    language: str = ""
    """The language of the title in the text."""


def dependents_of(page: Page, user: Person) -> list[Dependent]:
    """Return what a person may know of everything that depends on a page; the number of queries does not grow with it.

    People are counted and never named. Pages of other departments are named as the public knows them.
    """
    ask = [import_string(path) for path in settings.PAGE_DEPENDENTS]
    told = [line for function in ask for line in function(page)]
    return [*told, *_family(page), *naming(page, user)]


def _family(page: Page) -> Iterator[Dependent]:
    """Yield what goes along: published pages below, published translations."""
    if below := page.get_descendants().live().count():
        words = ngettext("%(count)d published page below this one", "%(count)d published pages below this one", below)
        yield Dependent(words % {"count": below}, reverse("wagtailadmin_explore", args=[page.pk]))
    others = page.get_translations().live().filter(alias_of=None).select_related("locale")
    for other in others:
        words = _("The translation “%(title)s” (%(language)s)")
        language = get_language_info(other.locale.language_code)["name_translated"]
        told = words % {"title": other.title, "language": language}
        yield Dependent(told, _edit_url(other), language=other.locale.language_code)


def naming(target: Model, user: Person) -> Iterator[Dependent]:
    """Yield the pages and rows that name a page, a term, an act or a file, in whatever language."""
    found = _references(target)
    numbers = found.pop(Page, set())
    named = choosable(user, Page.objects.filter(pk__in=numbers)).select_related("content_type", "locale")
    pages = list(named.order_by("title", "pk")[:SHOWN])
    for one in pages:
        words = _("%(kind)s: “%(title)s”") if one.live else _("%(kind)s: “%(title)s” (draft)")
        told = words % {"kind": _kind(one.specific_class), "title": one.title}
        yield Dependent(told, _edit_url(one), language=one.locale.language_code)
    if left := len(numbers) - len(pages):
        words = ngettext("%(count)d further page that names it", "%(count)d further pages that name it", left)
        yield Dependent(words % {"count": left})
    finder = AdminURLFinder(user)
    for model, keys in found.items():
        for row in model._default_manager.filter(pk__in=keys)[:SHOWN]:
            told = _("%(kind)s: “%(title)s”") % {"kind": _kind(model), "title": row}
            yield Dependent(told, finder.get_edit_url(row) or "")


def _references(target: Model) -> dict[type[Model], set[str]]:
    """Return what names the target or one of its translations: keys by model, of our own models alone."""
    model = Page if isinstance(target, Page) else type(target)
    family = [str(pk) for pk in _family_keys(model, target)]
    rows = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id__in=family
    )
    own, found = _own_models(), defaultdict(set)
    for content_type, key in rows.values_list("base_content_type_id", "object_id").distinct():
        source = ContentType.objects.get_for_id(content_type).model_class()
        if (source is Page or source in own) and not (source is model and key in family):
            found[source].add(key)
    return dict(found)


def _family_keys(model: type[Model], target: Model) -> QuerySet | list[Any]:
    """Return the keys of the target and its translations."""
    if not isinstance(target, TranslatableMixin):
        return [target.pk]
    return model._default_manager.filter(translation_key=target.translation_key).values_list("pk", flat=True)


def _own_models() -> set[type[Model]]:
    """Return the models of the portal; libraries keep references of their own, of which editors know nothing."""
    own = (config for config in apps.get_app_configs() if config.name.partition(".")[0] in OWN)
    return {model for config in own for model in config.get_models()}


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _kind(model: type[Model] | None) -> str:
    name = str(model._meta.verbose_name) if model else ""
    return name[:1].upper() + name[1:]
