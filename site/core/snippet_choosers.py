"""Choosers of acts, fields and other vocabularies, in the language of whoever looks at them.

Wagtail settles their words when the first person opens a form, for everybody after that.
"""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


def said_when_shown(text: str) -> property:
    """Return words of the chooser that are translated each time; what Wagtail settles is passed over."""

    def words(chooser: AdminSnippetChooser) -> str:
        return gettext(text) % {"object": chooser.model._meta.verbose_name}

    return property(words, lambda chooser, settled: None)


class VocabularyChooser(AdminSnippetChooser):
    """Wagtail's chooser of a snippet."""

    choose_one_text = said_when_shown("Choose %(object)s")
    choose_another_text = said_when_shown("Choose another %(object)s")
    link_to_chosen_text = said_when_shown("Edit this %(object)s")


class VocabularyChooserViewSet(SnippetChooserViewSet):
    """Gives forms that chooser."""

    @cached_property
    def widget_class(self) -> VocabularyChooser:
        return VocabularyChooser(model=self.model, icon=self.icon)
