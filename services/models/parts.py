"""What every row of a service page is. Facts are locked across languages, words are translated."""

from typing import Any, Self

from django.utils.translation import gettext_lazy as _
from modelcluster.models import model_from_serializable_data
from wagtail.models import Orderable, TranslatableMixin

from core.models.typed_text import TypedText

CHANNEL_HELP = _("Blank = every channel.")


class ServicePart(TypedText, TranslatableMixin, Orderable):
    """A row that belongs to one service page; saved only with its page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        """Build a row of a version; its page has looked up what its rows refer to."""
        return model_from_serializable_data(cls, data, check_fks=False, strict_fks=strict_fks)
