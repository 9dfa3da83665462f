"""Public pages whose English is behind: the source changed since, or nobody has published a translation."""

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, PageQuerySet
from wagtail_localize.models import TranslationSource

from accounts.groups import SUBMIT_TRANSLATION
from accounts.models import User
from core.i18n import IN_SOURCE_LANGUAGE
from core.translation_states import TranslationState, with_translation_state
from core.visibility import visible
from home.desk.lines import SOON, Block, Line, block, day_in_words, edit_url


def english_behind(user: User, own: PageQuerySet) -> Block:
    """Return all public Vietnamese pages for whoever hands pages to translators, the person's own ones for others;
    those that changed first. Only what is public is named: translators have no rights on the source.
    """
    may_submit = user.has_perm(SUBMIT_TRANSLATION)
    pages = visible(Page.objects.filter(depth__gt=1, alias_of=None, **IN_SOURCE_LANGUAGE))
    if not may_submit:
        pages = pages.filter(pk__in=own.values("pk"))
    pages = with_translation_state(pages)
    source = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale_id=OuterRef("locale_id"))
    pages = pages.annotate(source=Subquery(source.values("pk")[:1]))
    pages = pages.exclude(translation_state=TranslationState.DONE).order_by("translation_state", "-last_published_at")
    more = f"{reverse('services:index')}?translation=behind"
    heading = _("English behind the Vietnamese")
    return block("english", heading, pages, lambda page: _line(page, may_submit=may_submit), more=more)


def _line(page: Page, *, may_submit: bool) -> Line:
    state = TranslationState(page.translation_state)
    detail = ""
    if page.last_published_at:
        detail = _("Vietnamese published on %(day)s") % {"day": day_in_words(page.last_published_at)}
    tone = {"tone": SOON} if state is TranslationState.BEHIND else {}
    url = _where_to_translate(page, state) if may_submit else edit_url(page)
    return Line(page.title, url, detail, state.label, **tone)


def _where_to_translate(page: Page, state: TranslationState) -> str:
    if state is TranslationState.BEHIND:
        return reverse("wagtail_localize:update_translations", args=[page.source])
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
