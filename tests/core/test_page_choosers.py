"""Words of choosers and choices are those of whoever looks, not of whoever came first."""

import pytest
from django.utils import translation
from wagtail.admin.panels import ObjectList, get_edit_handler

from departments.models import ReceptionPlace
from search.editing.asked_view import AskedForm
from services.models import HandlingAgency, ServicePage

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words alone


@pytest.mark.parametrize("model", [ReceptionPlace, HandlingAgency, ServicePage])
def test_no_chooser_of_pages_keeps_the_language_of_the_first_who_opened_a_form(model):
    with translation.override("en"):
        is_row = model is HandlingAgency
        handler = ObjectList(model.panels).bind_to_model(model) if is_row else get_edit_handler(model)
        form = handler.get_form_class()()
    field = form.fields["replaced_by" if model is ServicePage else "department"]
    with translation.override("en"):
        assert field.widget.choose_one_text.startswith("Choose a page (")
    with translation.override("vi"):
        assert "Choose" not in field.widget.choose_one_text
        assert field.widget.choose_one_text.endswith(")")


def test_spans_of_the_report_are_said_as_the_reader_speaks(rf):
    form = AskedForm(rf.get("/"))
    with translation.override("en"):
        assert "365 days" in str(form["days"])
    with translation.override("vi"):
        assert "days" not in str(form["days"]).replace('name="days"', "").replace('id="id_days"', "")
