"""Files that published pages use are neither deleted nor exchanged: a citizen may be filling one in."""

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

SHOWN = 5
"""How many pages are named."""


def live_pages_using(file: Model) -> QuerySet[Page]:
    """Return the published pages that name this picture or document."""
    sources = ReferenceIndex.get_references_to(file).filter(base_content_type__model="page")
    numbers = {int(number) for number in sources.values_list("object_id", flat=True)}
    return Page.objects.live().filter(pk__in=numbers).order_by("title", "pk")


def refuse_while_in_use(*files: Model) -> None:
    """ValidationError with one sentence for each file that published pages use."""
    if sentences := [sentence for file in files if (sentence := in_use(file))]:
        raise ValidationError(sentences)


def in_use(file: Model) -> str:
    """Return which published pages use a file, in a sentence; "" for none."""
    titles = list(dict.fromkeys(live_pages_using(file).values_list("title", flat=True)))
    if not titles:
        return ""
    names = ", ".join(f"“{title}”" for title in titles[:SHOWN]) + (", …" if len(titles) > SHOWN else "")
    words = _("“%(file)s” is used by published pages and stays as it is: %(pages)s. Take it out there first.")
    return words % {"file": file, "pages": names}
