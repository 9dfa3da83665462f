"""The page of a legal document: what it is, whether it is in force, how sure that is, which services rest on it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.law import named
from core.law_states import Standing
from core.links import Link, foreign, link_to, only_page, pairs
from core.models import LegalDocument
from services.models import ServiceIndexPage, ServicePage

LONGEST = 50
"""Services that are named; the list of services has them all."""


@dataclass(frozen=True)
class LawPage:
    """What the page shows of one document, and the services that cite it: some by name, all as a number."""

    document: LegalDocument
    name: str
    standing: Standing
    relations: list[tuple[str, list[Link]]]
    services: list[Link]
    total: int
    all_services: Link | None

    @property
    def sources(self) -> list[str]:
        return [line for line in self.document.sources.splitlines() if line.strip()]


def law_page(key: str, request: HttpRequest) -> LawPage:
    """Return the page of the document with that key or number of its row; NotFoundInWords when there is none."""
    document = find_document(key)
    citing = _citing(document)
    total = citing.count()
    return LawPage(
        document=document,
        name=name_of(document),
        standing=document.standing(timezone.localdate()),
        relations=_relations(document),
        services=[link_to(shown, request) for _service, shown in pairs(citing.order_by("title", "pk")[:LONGEST])],
        total=total,
        all_services=only_page(ServiceIndexPage, request) if total > LONGEST else None,
    )


def find_document(key: str) -> LegalDocument:
    """Return the document with that key, else the one whose row has that number."""
    wanted = Q(pk=int(key)) if key.isdecimal() and len(key) < 10 else Q(key=key)
    document = LegalDocument.objects.filter(wanted).first()
    if document is None:
        raise NotFoundInWords(_("There is no legal document at this address."))
    return document


def name_of(document: LegalDocument) -> str:
    """Return kind and number, or the title of what has no number."""
    return named(document.kind, document.number) if document.number else document.title


def addresses_of(document: LegalDocument) -> dict[str, str]:
    """Return where the document is read, by language."""
    return _addresses(document.key or str(document.pk))


def public_addresses() -> list[dict[str, str]]:
    """Return the addresses of all documents, each by language, for sitemap.xml."""
    rows = LegalDocument.objects.order_by("pk").values_list("key", "pk")
    return [_addresses(key or str(pk)) for key, pk in rows]


def _addresses(key: str) -> dict[str, str]:
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = reverse("legal_document", args=[key])
    return found


def _citing(document: LegalDocument) -> QuerySet[ServicePage]:
    public = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    return public.filter(legal_bases__legal_document=document).distinct()


def _relations(document: LegalDocument) -> list[tuple[str, list[Link]]]:
    """Return the documents around this one, by what they have to do with it; a relation without any is left out."""
    around = (
        (_("Replaced by"), document.replaced_by),
        (_("Amended by"), document.amended_by),
        (_("Replaces"), document.replaces),
        (_("Amends"), document.amends),
    )
    found = [(label, [_link(other) for other in others.order_by("issued_on", "number")]) for label, others in around]
    return [(label, links) for label, links in found if links]


def _link(document: LegalDocument) -> Link:
    return Link(f"{name_of(document)} – {document.title}", document.get_absolute_url(), foreign("vi"))
