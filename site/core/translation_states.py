"""How far the translation of a Vietnamese page is: none is public, it is behind its source, or it is abreast."""

from django.conf import settings
from django.db.models import Case, CharField, Exists, OuterRef, Q, Subquery, TextChoices, Value, When
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, PageQuerySet
from wagtail_localize.models import TranslationSource


class TranslationState(TextChoices):
    MISSING = "missing", pgettext_lazy("page", "not translated")
    BEHIND = "behind", pgettext_lazy("page", "source changed")
    DONE = "done", pgettext_lazy("page", "translated")


def with_translation_state(pages: PageQuerySet) -> PageQuerySet:
    """Annotates `translation_state` of Vietnamese pages: a translation is there once it is public. It is behind when
    the source was published after its words were last handed over, or they were handed over after the translation was
    published: its words are not those of the source until somebody publishes it again.
    """
    others = _own_pages_of(OuterRef("translation_key"))
    sources = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale_id=OuterRef("locale_id"))
    published = _own_pages_of(OuterRef("object_id")).values("last_published_at")
    older = Q(last_updated_at__lt=OuterRef("last_published_at")) | Q(last_updated_at__gt=Subquery(published[:1]))
    state = Case(
        When(~Exists(others), then=Value(TranslationState.MISSING.value)),
        When(Exists(sources.filter(older)), then=Value(TranslationState.BEHIND.value)),
        default=Value(TranslationState.DONE.value),
        output_field=CharField(),
    )
    return pages.annotate(translation_state=state)


def _own_pages_of(key: OuterRef) -> PageQuerySet:
    """Return the public translations of what has that key."""
    pages = Page.objects.filter(translation_key=key, live=True, alias_of=None)
    return pages.exclude(locale__language_code=settings.LANGUAGE_CODE)
