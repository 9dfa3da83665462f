"""What waits for translators: public Vietnamese pages without English, and those whose English is behind."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page, PageQuerySet, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, TranslationSource

from accounts.groups import SUBMIT_TRANSLATION
from accounts.models import User
from core.editing_states import EditingState, any_page
from core.i18n import IN_SOURCE_LANGUAGE
from core.translation_states import TranslationState, with_translation_state
from core.visibility import visible
from home.desk.lines import day_in_words


@dataclass(frozen=True)
class Task:
    """A page to translate: where its translation is worked on; `begins` says that getting there changes something
    (a translation is begun, or handed the newer words), which is done by a button.
    """

    page: Page
    state: TranslationState
    url: str
    begins: bool

    @property
    def mark(self) -> str:
        """How the translation stands, in a word or two."""
        return str(EditingState.WAITING.label if self.page.waits else self.state.label)

    @property
    def since(self) -> str:
        """The day of the words that wait."""
        moment = self.page.last_published_at
        return day_in_words(moment) if moment else ""


def queue_of(user: User) -> PageQuerySet:
    """Return the public Vietnamese pages this person may translate and whose translation is missing or behind."""
    pages = Page.objects.filter(_below_own_languages(user), depth__gt=1, alias_of=None, **IN_SOURCE_LANGUAGE)
    return with_translation_state(visible(pages)).exclude(translation_state=TranslationState.DONE)


def may_translate(user: User) -> bool:
    """Return whether this person hands pages to translators, or is one."""
    return bool(user.has_perm(SUBMIT_TRANSLATION))


def _below_own_languages(user: User) -> Q:
    """Condition on Vietnamese pages: somebody gave this person rights on the page's place in another language."""
    if not may_translate(user):
        return Q(pk__in=[])
    given = page_permission_policy.instances_with_direct_explore_permission(user)
    others = [page for page in given if page.depth == 1 or page.locale.language_code != settings.LANGUAGE_CODE]
    if any(page.depth == 1 for page in others):
        return Q(depth__gt=1)
    keys = [page.translation_key for page in others]
    stems = Page.objects.filter(translation_key__in=keys, **IN_SOURCE_LANGUAGE).values_list("path", flat=True)
    own = Q(pk__in=[])
    for stem in stems:
        own |= Q(path__startswith=stem)
    return own


def in_order(pages: PageQuerySet) -> PageQuerySet:
    """What is behind comes first, since readers meet wrong words there; then what was published last."""
    return pages.order_by("translation_state", "-last_published_at", "pk")


def with_translations(pages: PageQuerySet) -> PageQuerySet:
    """Annotates `english`, the page of its own in the other language; `waits`, whether that is before its approvers;
    `is_open`, whether nothing has to be handed over before one works on it.
    """
    key = OuterRef("translation_key")
    english = Page.objects.filter(translation_key=key, alias_of=None)
    english = english.exclude(locale__language_code=settings.LANGUAGE_CODE).values("pk")
    sources = TranslationSource.objects.filter(object_id=key, locale_id=OuterRef("locale_id"))
    is_stopped = Exists(Translation.objects.filter(source=OuterRef("pk"), enabled=False))
    open_sources = sources.filter(Q(last_updated_at__gte=OuterRef("last_published_at")) | is_stopped)
    number = Cast(OuterRef("english"), CharField())
    approvals = WorkflowState.objects.filter(
        base_content_type=any_page(), object_id=number, status=WorkflowState.STATUS_IN_PROGRESS
    )
    pages = pages.annotate(english=Subquery(english[:1]), is_open=Exists(open_sources))
    return pages.annotate(waits=Exists(approvals))


def task(page: Page) -> Task:
    """Return what is to do about a page of the queue, read with its translations."""
    state = TranslationState(page.translation_state)
    if page.english and page.is_open:
        return Task(page, state, reverse("wagtailadmin_pages:edit", args=[page.english]), begins=False)
    return Task(page, state, reverse("continue_translation", args=[page.pk]), begins=True)
