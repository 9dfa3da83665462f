"""What every row of a service page is. Facts are locked across languages, words are translated."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable, TranslatableMixin

from core.models.typed_text import TypedText

CASE_HELP = _("Blank = always. Use exactly the same words in every row of the same case.")
CHANNEL_HELP = _("Blank = every channel.")


class ServicePart(TypedText, TranslatableMixin, Orderable):
    """A row that belongs to one service page; saved only with its page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
