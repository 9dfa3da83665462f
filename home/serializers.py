"""What a partner reads of guidance and notices besides their words: the services and departments they are about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from api.references import References
from api.serializers import Reading, TermData, terms_data
from core.models import Audience
from departments.serializers import DepartmentCard, department_card
from services.api.serializers import ServiceCard, service_card

if TYPE_CHECKING:
    from home.models import GuidancePage, NoticePage


class GuideReading(Reading):
    """The services and audiences the articles name."""

    def __init__(self, pages: "Sequence[GuidancePage]", names: Iterable[str], references: References) -> None:
        super().__init__(pages, names, references)
        self.services = self.links("related_services", "service_id")
        self.audiences = self.links("audiences", "audience_id")
        references.want("page", (pk for keys in self.services.values() for pk in keys))
        references.want(Audience, (pk for keys in self.audiences.values() for pk in keys))

    def links(self, name: str, target: str) -> dict[int, list[int]]:
        """Ids of what the articles point at through one relation, by the article's id."""
        found: dict[int, list[int]] = defaultdict(list)
        if name in self.names:
            field = type(self.pages[0])._meta.get_field(name)
            owner, model = (
                ("guidancepage_id", field.remote_field.through)
                if field.many_to_many
                else ("page_id", field.related_model)
            )
            rows = model.objects.filter(**{f"{owner}__in": [page.pk for page in self.pages]})
            for page, pk in rows.values_list(owner, target):
                found[page].append(pk)
        return found


class NoticeReading(Reading):
    """The departments the notices name."""

    def __init__(self, pages: "Sequence[NoticePage]", names: Iterable[str], references: References) -> None:
        super().__init__(pages, names, references)
        if "department" in self.names:
            references.want("page", [page.department_id for page in pages])


def related_services(guide: "GuidancePage", reading: GuideReading) -> list[ServiceCard]:
    pages = [reading.references.page(pk) for pk in reading.services[guide.pk]]
    return [card for page in pages if (card := service_card(page, reading.references))]


def audiences(guide: "GuidancePage", reading: GuideReading) -> list[TermData]:
    return terms_data(reading.references.terms(Audience, reading.audiences[guide.pk]))


def department(notice: "NoticePage", reading: NoticeReading) -> DepartmentCard | None:
    return department_card(reading.references.page(notice.department_id), reading.references)
