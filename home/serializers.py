"""What a partner reads of guidance and notices besides their words: the services and departments they are about."""

from collections.abc import Iterable, Sequence

from wagtail.api import APIField

from api.references import References
from api.serializers import Computed, Reading, TermData, terms_data
from core.child_rows import child_rows
from core.models import Audience
from departments.serializers import DepartmentCard, department_card
from home.models import GuidancePage, NoticePage
from services.api.serializers import ServiceCard, service_card


class GuideReading(Reading):
    """The services and audiences the articles name."""

    def __init__(self, pages: Sequence[GuidancePage], names: Iterable[str], references: References) -> None:
        super().__init__(pages, names, references)
        kinds = [kind for kind in ("related_services", "audiences") if kind in self.names]
        self.rows = child_rows(pages, kinds)
        for page in pages:
            references.want("page", self.services_of(page) if "related_services" in kinds else ())
            references.want(Audience, self.audiences_of(page) if "audiences" in kinds else ())

    def services_of(self, guide: GuidancePage) -> list[int]:
        """Return ids of the services the article is about."""
        return [row.service_id for row in self.rows.of(guide, "related_services")]

    def audiences_of(self, guide: GuidancePage) -> list[int]:
        """Return ids of those the article is for."""
        return [row.audience_id for row in self.rows.of(guide, "audiences")]


class NoticeReading(Reading):
    """The departments the notices name."""

    def __init__(self, pages: Sequence[NoticePage], names: Iterable[str], references: References) -> None:
        super().__init__(pages, names, references)
        if "department" in self.names:
            references.want("page", [page.department_id for page in pages])


def related_services(guide: GuidancePage, reading: GuideReading) -> list[ServiceCard]:
    pages = [reading.references.page(pk) for pk in reading.services_of(guide)]
    return [card for page in pages if (card := service_card(page, reading.references))]


def audiences(guide: GuidancePage, reading: GuideReading) -> list[TermData]:
    return terms_data(reading.references.terms(Audience, reading.audiences_of(guide)))


def department(notice: NoticePage, reading: NoticeReading) -> DepartmentCard | None:
    return department_card(reading.references.page(notice.department_id), reading.references)


GUIDE_FIELDS = [
    APIField("summary"),
    APIField("audiences", Computed(audiences)),
    APIField("body"),
    APIField("related_services", Computed(related_services)),
    APIField("sources"),
    APIField("reviewed_on"),
]
"""Every field of a guidance article in the partner API, in the order of the answer."""

NOTICE_FIELDS = [
    APIField("dated"),
    APIField("shown_until"),
    APIField("department", Computed(department)),
    APIField("summary"),
    APIField("body"),
]
"""Every field of a notice in the partner API, in the order of the answer."""
