"""How far the translation of a Vietnamese page is: none is public, it is behind its source, or it is abreast."""

from django.conf import settings
from django.db.models import Case, CharField, Exists, OuterRef, TextChoices, Value, When
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, PageQuerySet
from wagtail_localize.models import TranslationSource


class TranslationState(TextChoices):
    MISSING = "missing", pgettext_lazy("page", "not translated")
    BEHIND = "behind", pgettext_lazy("page", "source changed")
    DONE = "done", pgettext_lazy("page", "translated")


def with_translation_state(pages: PageQuerySet) -> PageQuerySet:
    """Annotates `translation_state` of Vietnamese pages: a translation is there once it is public, and behind when the
    source was published after its words were last handed over.
    """
    others = Page.objects.filter(translation_key=OuterRef("translation_key"), live=True, alias_of=None)
    others = others.exclude(locale__language_code=settings.LANGUAGE_CODE)
    sources = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale_id=OuterRef("locale_id"))
    older = sources.filter(last_updated_at__lt=OuterRef("last_published_at"))
    state = Case(
        When(~Exists(others), then=Value(TranslationState.MISSING.value)),
        When(Exists(older), then=Value(TranslationState.BEHIND.value)),
        default=Value(TranslationState.DONE.value),
        output_field=CharField(),
    )
    return pages.annotate(translation_state=state)
