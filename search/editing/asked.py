"""What was asked of the search over some days, counted together: what found nothing, what is asked often."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db import models
from django.db.models import Max, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search.models import SearchQuery

SEVERAL = 2
"""A question asked fewer times is shown to nobody: it may be about one person."""
LONGEST_LIST = 200


class Show(models.TextChoices):
    """Which questions are listed."""

    NOTHING = "nothing", _("Nothing was found")
    NOT_USEFUL = "not-useful", _("Not useful, people said")
    OFTEN = "often", _("Asked most often")


@dataclass(frozen=True)
class Asked:
    """One question: how often it was asked, how much was found at best, what people said of that."""

    folded: str
    language: str
    times: int
    found: int
    useful: int
    not_useful: int

    @property
    def entry_url(self) -> str:
        """Where it becomes an entry of the lexicon."""
        begun = urlencode({"phrases": self.folded, "language": self.language})
        return f"{reverse('wagtailsnippets_search_lexiconentry:add')}?{begun}"

    @property
    def other_name_url(self) -> str:
        """Where it becomes another name of a service."""
        return f"{reverse('search_other_name')}?{urlencode({'asked': self.folded, 'language': self.language})}"


def asked(show: Show, language: str, days: int) -> list[Asked]:
    """Return the questions of the last days, those asked most often first."""
    rows = SearchQuery.objects.filter(language=language, day__gt=timezone.localdate() - timedelta(days=days))
    totals = rows.values("folded", "language").annotate(
        times=Sum("count"), found=Max("hits"), liked=Sum("useful"), disliked=Sum("not_useful")
    )
    narrowed = {
        Show.NOTHING: totals.filter(found=0).order_by("-times", "folded"),
        Show.NOT_USEFUL: totals.filter(disliked__gt=0).order_by("-disliked", "-times", "folded"),
        Show.OFTEN: totals.order_by("-times", "folded"),
    }
    return [
        Asked(row["folded"], row["language"], row["times"], row["found"], row["liked"], row["disliked"])
        for row in narrowed[show].filter(times__gte=SEVERAL)[:LONGEST_LIST]
    ]
