"""How editors see a form: the questions it has already, and what a condition can be chosen from."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from services.forms.definition.condition_problems import OPERATORS
from services.forms.models.form_checks import FormNames, names_of


class NamesPanel(Panel):
    """The questions every form has, the values of the cases, the keys of the papers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "services/forms/admin/names_panel.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            names = names_of(self.instance)
            return {**super().get_context_data(parent_context), "names": names, "chosen_from": _chosen_from(names)}


def _chosen_from(names: FormNames) -> dict[str, Any]:
    """Return what the script of conditions offers besides the questions of the open form."""
    return {
        "questions": [
            {
                "key": question.key,
                "label": question.label,
                "kind": question.kind,
                "choices": [[choice.value, choice.label] for choice in question.choices],
            }
            for question in names.earlier
        ],
        "operators": {kind: sorted(operators) for kind, operators in OPERATORS.items()},
        "words": {
            "choose": _("Choose a question"),
            "everyForm": _("Questions every form has"),
            "gone": _("%s: no question before this one"),
            "answer": _("Choose an answer"),
            "noAnswer": _("%s: not among the answers"),
            "unnamed": _("Question without words"),
            "yes": _("Yes"),
            "no": _("No"),
        },
    }
