"""What a day brings: fees and acts that end within sixty days, pages that have to be looked over."""

from datetime import date
from typing import cast

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, PageQuerySet, get_page_models

from accounts.models import User
from core.i18n import IN_SOURCE_LANGUAGE, reader_language, written_day
from core.law_states import ENDS_SOON
from core.models import LegalDocument
from core.models.base_page import REVIEWED_SOON, Reviewed
from core.money import format_dong
from home.desk.lines import SHOWN, SOON, Block, Line, block, days_left, edit_url, name_of, sentence
from services.models import Fee, ServiceCompleteness, ServicePage
from services.models.completeness import gap_messages


def ending_fees(own: PageQuerySet, today: date) -> Block:
    """Return the fees of this person's services that end soon and that nothing follows, the first to end first."""
    same = {name: OuterRef(name) for name in ("page", "kind", "name", "channel", "case_key")}
    follows = Fee.objects.filter(**same, valid_from__gt=OuterRef("valid_to"))
    services = _public_services(own).values("pk")
    fees = Fee.objects.filter(~Exists(follows), page__in=services, valid_to__range=(today, today + ENDS_SOON))
    fees = fees.select_related("page__locale").order_by("valid_to", "pk")
    return block("ending_fees", _("Fees that end within 60 days"), fees, lambda fee: _fee(fee, today), most=2 * SHOWN)


def _public_services(own: PageQuerySet) -> QuerySet[ServicePage]:
    return ServicePage.objects.filter(pk__in=own.values("pk"), live=True, alias_of=None, **IN_SOURCE_LANGUAGE)


def _fee(fee: Fee, today: date) -> Line:
    amount = format_dong(fee.amount, reader_language()) if fee.amount is not None else ""
    title = f"{fee.name}: {amount}" if amount else fee.name
    ends_on = cast(date, fee.valid_to)  # the question asks for a day
    ends = _("ends on %(day)s") % {"day": written_day(ends_on)}
    return Line(title, edit_url(fee.page), sentence([ends, name_of(fee.page)]), *days_left(ends_on, today))


def ending_acts(user: User, own: PageQuerySet, today: date) -> Block:
    """Return the acts that end soon: those the person's services cite, or all for whoever keeps the list of acts."""
    keeps_acts = user.has_perm("core.change_legaldocument")
    services = _public_services(own).values("pk")
    citing = Count("services__page", filter=Q(services__page__in=services), distinct=True)
    acts = LegalDocument.objects.filter(in_force_to__range=(today, today + ENDS_SOON)).annotate(citing=citing)
    if not keeps_acts:
        acts = acts.filter(citing__gt=0)
    acts = acts.order_by("in_force_to", "pk")
    return block(
        "ending_acts", _("Acts that end within 60 days"), acts, lambda act: _act(act, today, keeps_acts=keeps_acts)
    )


def _act(act: LegalDocument, today: date, *, keeps_acts: bool) -> Line:
    ends_on = cast(date, act.in_force_to)  # the question asks for a day
    editor = reverse("wagtailsnippets_core_legaldocument:edit", args=[act.pk])
    cited = ngettext("cited by %(count)d service", "cited by %(count)d services", act.citing) % {"count": act.citing}
    ends = _("ends on %(day)s") % {"day": written_day(ends_on)}
    url = editor if keeps_acts else act.get_absolute_url()
    return Line(str(act), url, sentence([ends, cited]), *days_left(ends_on, today))


def levels_not_earned(own: PageQuerySet) -> Block:
    """Return the public services that claim more than they keep, the least complete first."""
    counted = ServiceCompleteness.objects.filter(is_kept=False, page__in=_public_services(own).values("pk"))
    counted = counted.select_related("page__locale").order_by("percent", "pk")
    more = f"{reverse('services:index')}?completeness=unkept&ordering=percent"
    return block("levels", _("Levels claimed and not earned"), counted, _level, more=more)


def _level(counted: ServiceCompleteness) -> Line:
    first = next(iter(gap_messages(counted.gaps)), "")
    claimed = _("level %(level)d") % {"level": counted.page.level}
    return Line(name_of(counted.page), edit_url(counted.page), first, claimed, SOON)


def due_for_review(own: PageQuerySet, today: date) -> Block:
    """Return the public pages that have to be looked over by now or within two weeks, the longest due first."""
    kinds = [model._meta.model_name for model in get_page_models() if issubclass(model, Reviewed)]
    days = [f"{kind}__review_due" for kind in kinds]
    pages = own.filter(live=True, alias_of=None, **IN_SOURCE_LANGUAGE)
    pages = pages.annotate(
        review_due=Coalesce(*days), reviewed_on=Coalesce(*(f"{kind}__reviewed_on" for kind in kinds))
    )
    pages = pages.filter(review_due__lte=today + REVIEWED_SOON).select_related("locale").order_by("review_due", "pk")
    more = f"{reverse('services:index')}?review=due&ordering=review_due"
    return block("review", _("Due for review"), pages, lambda page: _review(page, today), more=more)


def _review(page: Page, today: date) -> Line:
    due = _("due on %(day)s") % {"day": written_day(page.review_due)}
    last = _("last reviewed on %(day)s") % {"day": written_day(page.reviewed_on)} if page.reviewed_on else ""
    return Line(name_of(page), edit_url(page), sentence([due, last]), *days_left(page.review_due, today))
