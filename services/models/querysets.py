"""Questions asked of many services at once."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Left, Length, NullIf
from wagtail.models import Page, PageQuerySet

from core.procedure_codes import ProcedureCode
from core.visibility import visible


class ServiceQuerySet(PageQuerySet):
    """Services are under their department in the tree; its path is the stem of theirs."""

    def on_site(self, language: str):
        """What an anonymous visitor may see in one language, aliases of untranslated pages included."""
        return visible(self).filter(locale__language_code=language)

    def answering(self, language: str):
        """What has an address in one language: the pages on the site, and translations nobody has published, whose
        addresses lead to the Vietnamese page.
        """
        sources = self.model.objects.on_site(settings.LANGUAGE_CODE).translated().values("translation_key")
        is_draft = Q(live=False, translation_key__in=sources)
        return self.filter(Q(pk__in=self.on_site(language).values("pk")) | is_draft, locale__language_code=language)

    def picked(self, ids: Iterable[int]) -> list[Any]:
        """Return those of the given pages that an anonymous visitor may see, in the given order."""
        ids = list(ids)
        found = visible(self).select_related("locale").in_bulk(ids) if ids else {}
        return [found[pk] for pk in ids if pk in found]

    def translated(self):
        """Without pages that only stand in for another language."""
        return self.filter(alias_of__isnull=True)

    def with_code(self, codes: Iterable[ProcedureCode]):
        """Services of these procedures: by today's code, or by the older one that the page keeps, whole or its stem.

        Annotates `has_code_today`: a service that has the code goes before one that had it.
        """
        codes = list(codes)
        today, older = [code for code, _older in codes], [form for pair in codes for form in pair if form]
        named = Q(procedure_code__in=today) | Q(legacy_code__in=older)
        for code in today:
            named |= Q(legacy_code__startswith=f"{code}.")
        return self.filter(named).annotate(has_code_today=Q(procedure_code__in=today))

    def owned_by(self, departments: Iterable[Any]):
        """Services living under any of the given department pages."""
        stems = Q(pk__in=[])
        for department in departments:
            stems |= Q(path__startswith=department.path)
        return self.filter(stems)

    def with_owner_path(self):
        """Annotates `owner_path`, the tree path of the department page above."""
        return self.annotate(owner_path=Left("path", Length("path") - Value(self.model.steplen)))

    def with_shown_title(self, language: str):
        """Annotates `shown_title`: of the published page in that language, else the title in English, else its own."""
        if language == settings.LANGUAGE_CODE:
            return self.annotate(shown_title=F("title"))
        translated = Page.objects.live().filter(alias_of__isnull=True, locale__language_code=language)
        title = translated.filter(translation_key=OuterRef("translation_key")).values("title")[:1]
        return self.annotate(shown_title=Coalesce(Subquery(title), NullIf("english_title", Value("")), "title"))

    def with_facts(self):
        """Reads what each service points at once, in the same query."""
        return self.select_related("locale", "field__locale", "former_department__locale", "replaced_by__locale")
