"""Two types of pages with the kinds of fields that the portal's have: rich text, blocks, rows, questions of a form."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page


class StockPage(Page):
    """A page with fields of every kind, in tabs."""

    summary = models.CharField(max_length=100, blank=True)
    body = RichTextField(blank=True)
    blocks = StreamField([("text", blocks.RichTextBlock()), ("word", blocks.CharBlock())], blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *Page.content_panels,
                    MultiFieldPanel([FieldPanel("summary"), FieldPanel("body")], heading="Words"),
                    FieldPanel("blocks"),
                    InlinePanel("rows", label="Row"),
                ],
                heading="Content",
            ),
            ObjectList(Page.promote_panels, heading="Promote"),
        ]
    )

    def __str__(self) -> str:
        return self.title


class Row(Orderable):
    """A row of a page."""

    page = ParentalKey(StockPage, on_delete=models.CASCADE, related_name="rows")
    name = models.CharField(max_length=100)
    note = RichTextField(blank=True)

    panels = [FieldPanel("name"), FieldPanel("note")]

    def __str__(self) -> str:
        return self.name


class Question(AbstractFormField):
    """A question of a form."""

    page = ParentalKey("StockForm", on_delete=models.CASCADE, related_name="form_fields")


class StockForm(AbstractEmailForm):
    """A form made of questions."""

    content_panels = [*Page.content_panels, InlinePanel("form_fields", label="Question")]

    def __str__(self) -> str:
        return self.title
