"""Reads rows pasted from Word or Excel and shows what becomes of them; nothing is stored before the page is saved."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import fields_for_model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from core.pasted_table import read_table
from services.models.row_kinds import KINDS
from services.rules import row_summaries
from services.rules.pasted_cases import PastedCases, read_cases
from services.rules.pasted_columns import KINDS as PASTED
from services.rules.pasted_rows import MOST_ROWS, Pasted, PastedRow, read_rows

MOST_TYPED = 100_000
"""Characters of a paste; a hundred long papers have 60,000."""
MOST_HTML = 1_000_000
"""Characters of the same as HTML: Word writes forty for each."""
TELLS = {"documents": row_summaries.paper, "fees": row_summaries.fee, "steps": row_summaries.step}


@require_POST
def paste_rows(request: HttpRequest, relation: str) -> HttpResponse:
    """Answer the rows of a pasted table with what the form's fields get, and a preview in words."""
    if not page_permission_policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    if relation not in PASTED:
        raise Http404
    text, html = request.POST.get("text", ""), request.POST.get("html", "")
    if len(text) > MOST_TYPED or len(html) > MOST_HTML:
        refused = _("That is too much at once. Paste at most %(count)d rows.") % {"count": MOST_ROWS}
        return JsonResponse({"preview": refused, "rows": []}, status=413)
    pasted = read_rows(relation, read_table(text, html))
    known = dict(zip(request.POST.getlist("case_key"), request.POST.getlist("case"), strict=False))
    cases = read_cases((row.values.get("case", "") for row in pasted.rows), known)
    shown = _shown(relation, pasted) | {"new_cases": list(cases.new.values())}
    return JsonResponse(
        {
            "preview": render_to_string("services/admin/pasted_rows.html", shown),
            "rows": [_as_data(relation, row, cases) for row in pasted.rows],
            "cases": [{"key": key, "name": name} for key, name in cases.new.items()],
        }
    )


def _as_data(relation: str, row: PastedRow, cases: PastedCases) -> dict[str, Any]:
    case = row.values.get("case", "")
    values = {name: value for name, value in row.values.items() if name != "case"}
    if case:
        values["case_key"] = cases.keys[case]
    fields = _fields(relation)
    read = {name: fields[name].to_python(value) for name, value in values.items()} | ({"case": case} if case else {})
    told = TELLS[relation](KINDS[relation](**{name: value for name, value in read.items() if value is not None}))
    facts = [{"words": fact, "chosen": getattr(fact, "chosen", "")} for fact in told.facts]
    return {"values": values, "heading": told.heading, "facts": facts}


def _fields(relation: str) -> dict[str, Any]:
    """Return the form's fields that a paste can fill."""
    columns = {column.name for column in KINDS[relation]._meta.concrete_fields}
    filled = columns.intersection(["status", "case_key", *PASTED[relation].headings])
    return fields_for_model(KINDS[relation], fields=filled)


def _shown(relation: str, pasted: Pasted) -> dict[str, Any]:
    """What the preview shows: the columns with the fields they become, the rows by field, what was not understood."""
    labels = {"case": _("Case"), **{name: field.label for name, field in _fields(relation).items()}}
    names = [name for name in PASTED[relation].headings if any(name in row.values for row in pasted.rows)]
    return {
        "columns": [(column.heading, _meaning(labels, column.field)) for column in pasted.columns],
        "fields": [labels[name] for name in names],
        "rows": [([row.values.get(name, "") for name in names], row.kept) for row in pasted.rows],
        "kept_in": labels[PASTED[relation].kept_in],
        "left_out": pasted.left_out,
        "most": MOST_ROWS,
    }


def _meaning(labels: dict[str, Any], name: str | None) -> str:
    """Return what a column becomes, "" where it is not known."""
    if name == "":
        return _("left out: it counts the rows")
    if name == "quantity":
        return _("originals and copies")
    return str(labels[name]) if name else ""
