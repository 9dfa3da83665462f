"""Public pages whose English is behind: the source changed since, or nobody has published a translation."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, PageQuerySet

from accounts.models import User
from core.i18n import IN_SOURCE_LANGUAGE
from core.translation_states import TranslationState, with_translation_state
from core.visibility import visible
from home.desk.lines import OPEN, SHOWN, SOON, Block, Line, block, day_in_words, edit_url
from home.desk.translation_queue import in_order, queue_of, task, with_translations


def to_translate(user: User) -> Iterator[Block]:
    """Yield what waits for a translator: pages whose source changed, then pages without a translation."""
    queue = queue_of(user)
    counted = dict(queue.order_by().values_list("translation_state").annotate(Count("pk")))
    headings = {
        TranslationState.BEHIND: ("source_changed", _("To translate: the source changed")),
        TranslationState.MISSING: ("not_translated", _("To translate: not translated yet")),
    }
    for state, (name, heading) in headings.items():
        if count := counted.get(state.value, 0):
            pages = in_order(with_translations(queue.filter(translation_state=state)))[:SHOWN]
            more = f"{reverse('translation_queue')}?{urlencode({'state': state.value})}"
            yield Block(name, heading, count, [_task(page) for page in pages], more)


def _task(page: Page) -> Line:
    found = task(page)
    tone = SOON if found.state is TranslationState.BEHIND else OPEN
    return Line(page.title, found.url, _published(page), found.mark, tone, is_button=found.begins)


def english_behind(own: PageQuerySet) -> Block:
    """Return the public Vietnamese pages of a person whose English is behind, those that changed first."""
    pages = visible(Page.objects.filter(depth__gt=1, alias_of=None, **IN_SOURCE_LANGUAGE))
    pages = with_translation_state(pages.filter(pk__in=own.values("pk")))
    pages = pages.exclude(translation_state=TranslationState.DONE).order_by("translation_state", "-last_published_at")
    more = f"{reverse('services:index')}?translation=behind"
    return block("english", _("English behind the Vietnamese"), pages, _line, more=more)


def _line(page: Page) -> Line:
    state = TranslationState(page.translation_state)
    tone = SOON if state is TranslationState.BEHIND else OPEN
    return Line(page.title, edit_url(page), _published(page), state.label, tone)


def _published(page: Page) -> str:
    moment = page.last_published_at
    return _("Vietnamese published on %(day)s") % {"day": day_in_words(moment)} if moment else ""
