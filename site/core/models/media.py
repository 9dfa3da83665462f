"""Images and files editors upload."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from core.file_uses import refuse_while_in_use
from core.models.typed_text import TypedText
from core.text import fold


class KeptWhileInUse:
    """A file that is not deleted while published pages use it."""

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse_while_in_use(self)  # type: ignore[arg-type]
        deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)  # type: ignore[misc]
        return deleted


class PortalImage(TypedText, KeptWhileInUse, AbstractImage):
    """A picture; `description` is its text alternative."""

    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, and its licence.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    search_fields = [*AbstractImage.search_fields, index.SearchField("folded")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def folded(self) -> str:
        """Title and description without tone marks, for search."""
        return fold(f"{self.title} {self.description}")


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="rendition_unique_per_filter"
            ),
        ]


class PortalDocument(TypedText, KeptWhileInUse, AbstractDocument):
    """A file to download: a template of a service, or anything an editor links to."""

    code = models.CharField(
        _("template code"),
        max_length=120,
        blank=True,
        help_text=_("As the law names it: number of the form, then number of the act."),
    )
    is_sample = models.BooleanField(
        _("sample"),
        default=False,
        help_text=_("Made for demonstration, not the form the law prescribes. Shown next to the link."),
    )

    admin_form_fields = ("title", "file", "code", "is_sample", "collection", "tags")

    search_fields = [*AbstractDocument.search_fields, index.SearchField("folded")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    @property
    def folded(self) -> str:
        """Title and template code without tone marks, for search."""
        return fold(f"{self.title} {self.code}")
