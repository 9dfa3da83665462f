"""The steps of a form, one page each."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import WordsBlock
from services.forms.definition.machine_blocks import condition_block, name_block
from services.forms.definition.question_blocks import QUESTIONS


class StepsBlock(blocks.StreamBlock):
    """The steps between "owner of the dossier" and "papers"."""

    step = blocks.StructBlock(
        [
            (
                "key",
                name_block(_("key"), _("Leave it blank: it is made from the heading when you save, and then stays.")),
            ),
            (
                "heading",
                WordsBlock(
                    max_length=120,
                    label=_("heading"),
                    help_text=_("One subject a step. Good: Thửa đất. Bad: Thông tin chung và các nội dung khác"),
                ),
            ),
            ("help", WordsBlock(required=False, max_length=600, label=_("help"))),
            ("shown_when", condition_block()),
            ("questions", blocks.StreamBlock(QUESTIONS, label=_("questions"))),
        ],
        label=_("step of the form"),
        icon="form",
    )
