"""Best bets: the pages that editors want first for a question. Reading alone; nothing is counted or written."""

from collections.abc import Mapping

from search.models import MOST_BEST_BETS, BestBetPage
from search.query_log import asked_as


def best_bets(words: str, language: str) -> Mapping[int, str]:
    """Return, by the id of each page wanted first, the line to show with it, in the editors' order; one query.

    Whether anybody may see a page is not asked here: the search shows none that it would not find.
    """
    if not (folded := asked_as(words)):
        return {}
    found = BestBetPage.objects.filter(bet__language=language, bet__is_live=True, bet__folded__contains=f"\n{folded}\n")
    return dict(found.order_by("bet", "sort_order").values_list("page", "line")[:MOST_BEST_BETS])
