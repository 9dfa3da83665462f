"""Fields, audiences and life events as ways into the list of services, each with an address of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core.errors import NotFoundInWords
from core.i18n import in_language, reader_language
from core.links import Link, foreign, pairs
from core.models import Audience, AudienceGroup, Field, LifeEvent, Term
from core.text import sort_key
from services.catalogue.filter_values import AUDIENCE, FIELD, LIFE_EVENT
from services.models import ServicePage

MODELS: dict[str, type[Field] | type[Audience] | type[LifeEvent]] = {
    FIELD: Field,
    AUDIENCE: Audience,
    LIFE_EVENT: LifeEvent,
}
"""The vocabularies by the name of their filter, which is the name of their addresses too."""

LABELS = {
    FIELD: gettext_lazy("Fields of administration"),
    AUDIENCE: gettext_lazy("For whom"),
    LIFE_EVENT: gettext_lazy("Life events"),
}

LEADS = {
    FIELD: gettext_lazy("The fields that the procedures of the province are grouped by, with the services of each."),
    AUDIENCE: gettext_lazy("Find the services that are meant for you."),
    LIFE_EVENT: gettext_lazy("What happens in life or in business, with the services that go with it."),
}


@dataclass(frozen=True)
class Topic:
    """A way into the list of services, with the number of services behind it."""

    link: Link
    count: int
    summary: str = ""


@dataclass(frozen=True)
class TermPage:
    """What an address stands for: the value of the filter, its name, and its slug in each language it is read in."""

    kind: str
    value: str
    name: Link
    summary: str
    slugs: dict[str, str]

    @property
    def addresses(self) -> dict[str, str]:
        """Where it is read, by language."""
        return {language: _address(self.kind, slug, language) for language, slug in self.slugs.items()}


def topics(kind: str) -> list[Topic]:
    """Return the terms of a vocabulary that public services use, as the reader reads them; in one query."""
    public = Q(services__in=ServicePage.objects.on_site(settings.LANGUAGE_CODE).values("pk"))
    read = MODELS[kind].objects.filter(locale__language_code__in={settings.LANGUAGE_CODE, reader_language()})
    terms = list(read.select_related("locale").annotate(used=Count("services", filter=public, distinct=True)))
    shown = {term.translation_key: term for term in terms if term.locale.language_code == reader_language()}
    found = [_topic(kind, shown.get(term.translation_key, term), term.used) for term in terms if term.used]
    return sorted(found, key=lambda topic: sort_key(topic.link.text)) if kind == FIELD else found


def _topic(kind: str, term: Term, count: int) -> Topic:
    return Topic(term_link(kind, term), count, _summary(term))


def group_topics(counts: dict[str, int]) -> list[Topic]:
    """Citizens and businesses with the given numbers of services; a group without services is left out."""
    return [Topic(group_link(group), counts[group.value]) for group in AudienceGroup if counts[group.value]]


def counted_groups(**others: Count) -> dict[str, int]:
    """Return how many public services there are for each group of the audience, and whatever else is to be counted."""
    groups = {group.value: Count("pk", filter=Q(audiences__group=group), distinct=True) for group in AudienceGroup}
    return ServicePage.objects.on_site(settings.LANGUAGE_CODE).aggregate(**groups, **others)


def term_link(kind: str, term: Term) -> Link:
    """Return a link to the services of a term, by the term as the reader sees it."""
    return Link(term.name, reverse(kind, args=[term.slug]), foreign(term.locale.language_code))


def group_link(group: AudienceGroup) -> Link:
    return Link(str(group.label), reverse(AUDIENCE, args=[_group_slug(group)]))


def term_links(kind: str, terms: Iterable[Term]) -> list[Link]:
    """Return links to the services of the given terms, in the reader's language where translated; one query for a
    queryset.
    """
    if isinstance(terms, QuerySet):
        return [term_link(kind, shown) for _term, shown in pairs(terms)]
    return [term_link(kind, term) for term in in_language(terms, reader_language()).values()]


def term_page_at(kind: str, slug: str) -> TermPage:
    """Return what an address with that slug, of whatever language, stands for; NotFoundInWords when nothing has it."""
    group = next((group for group in AudienceGroup if kind == AUDIENCE and slug in _group_slugs(group).values()), None)
    if group:
        return TermPage(kind, group.value, Link(str(group.label)), "", _group_slugs(group))
    terms = {term.locale.language_code: term for term in _terms_at(kind, slug)}
    original = terms.get(settings.LANGUAGE_CODE)
    if original is None:
        raise NotFoundInWords(_("There is no list of services at this address."))
    shown = terms.get(reader_language(), original)
    name = Link(shown.name, "", foreign(shown.locale.language_code))
    return TermPage(
        kind, original.slug, name, _summary(shown), {language: term.slug for language, term in terms.items()}
    )


def public_addresses() -> list[dict[str, str]]:
    """Return the addresses of all lists that have services, each by language, for sitemap.xml."""
    counts = counted_groups()
    slugs = [(AUDIENCE, _group_slugs(group)) for group in AudienceGroup if counts[group.value]]
    public = ServicePage.objects.on_site(settings.LANGUAGE_CODE).values("pk")
    for kind, model in MODELS.items():
        by_key: dict[UUID, dict[str, str]] = {}
        used = model.objects.filter(services__in=public).values("translation_key")
        terms = model.objects.filter(translation_key__in=used).order_by("locale_id", "pk")
        for key, language, slug in terms.values_list("translation_key", "locale__language_code", "slug"):
            by_key.setdefault(key, {})[language] = slug
        slugs += [(kind, own) for own in by_key.values()]
    return [{language: _address(kind, slug, language) for language, slug in own.items()} for kind, own in slugs]


def _terms_at(kind: str, slug: str) -> Iterable[Term]:
    """Return the term with that slug, in every language; one of the reader's language goes before one of another."""
    named = MODELS[kind].objects.filter(slug=slug).select_related("locale")
    ranked = sorted(named, key=lambda term: term.locale.language_code != reader_language())
    return (
        MODELS[kind].objects.filter(translation_key=ranked[0].translation_key).select_related("locale")
        if ranked
        else []
    )


def _summary(term: Term) -> str:
    return getattr(term, "summary", "")


def _address(kind: str, slug: str, language: str) -> str:
    with translation.override(language):
        return reverse(kind, args=[slug])


def _group_slug(group: AudienceGroup) -> str:
    if group == AudienceGroup.CITIZEN:
        return pgettext("part of an address", "citizens")
    return pgettext("part of an address", "businesses-and-organisations")


def _group_slugs(group: AudienceGroup) -> dict[str, str]:
    slugs = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            slugs[language] = _group_slug(group)
    return slugs
