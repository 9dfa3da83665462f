"""Forms as they stand on a page: labels, hints, errors and the links between them."""

import pytest
from django import forms
from django.utils import translation

from core.forms import DateBoxes, LineField, PortalDateField, PortalForm, PortalFormMixin
from core.style_samples import SampleForm, wrong_form
from tests.markup import soup


def drawn(form):
    return soup(f"{form.error_summary}{form}")


def test_every_control_has_a_label_and_govuk_classes():
    page = drawn(SampleForm())
    for control in page.select("input, select, textarea"):
        assert page.select_one(f'label[for="{control["id"]}"]'), control
        assert any(name.startswith("govuk-") for name in control["class"]), control


def test_hint_and_error_are_told_together_with_the_control():
    page = drawn(wrong_form())
    name = page.select_one("#wrong_full_name")
    described = [page.find(id=part).get_text(" ", strip=True) for part in name["aria-describedby"].split()]
    assert described[0] == "Viết như trên thẻ căn cước"
    assert "Họ và tên" in described[1]
    assert name["aria-invalid"] == "true"
    assert "govuk-input--error" in name["class"]


def test_groups_of_choices_and_dates_have_a_legend():
    page = drawn(SampleForm())
    legends = [" ".join(legend.get_text(" ").split()) for legend in page.select("fieldset > legend")]
    assert [text.split(" (")[0] for text in legends] == ["Ngày sinh", "Nhận kết quả", "Giấy tờ kèm theo"]


def test_every_error_of_the_summary_leads_to_a_control_or_to_the_general_errors():
    page = drawn(wrong_form())
    links = page.select(".govuk-error-summary[role=alert] a")
    assert len(links) >= 6
    for link in links:
        assert page.find(id=link["href"].removeprefix("#")), link


def test_a_form_without_errors_has_no_summary():
    assert SampleForm().error_summary == ""


def test_the_link_of_a_wrong_date_leads_to_the_wrong_box_which_alone_is_marked():
    page = drawn(wrong_form())
    assert page.select_one('.govuk-error-summary a[href="#wrong_born_day"]')
    assert [box["id"] for box in page.select(".govuk-date-input .govuk-input--error")] == ["wrong_born_day"]


def test_what_was_typed_stays_in_the_boxes():
    page = drawn(wrong_form())
    assert [box["value"] for box in page.select(".govuk-date-input input")] == ["31", "2", "1990"]


def test_optional_fields_say_so():
    with translation.override("en"):
        page = drawn(SampleForm())
    assert "(optional)" in page.select_one('label[for="id_phone"]').get_text()
    assert "(optional)" not in page.select_one('label[for="id_full_name"]').get_text()


def test_the_boxes_of_a_birthday_may_be_filled_in_by_the_browser():
    page = drawn(SampleForm())
    assert [box["autocomplete"] for box in page.select(".govuk-date-input input")] == [
        "bday-day",
        "bday-month",
        "bday-year",
    ]


def test_a_dangerous_text_is_only_text():
    page = drawn(SampleForm({"full_name": '"><script>x</script>', "receive": "<b>"}))
    assert not page.find("script")
    assert page.select_one("#id_full_name")["value"] == '"><script>x</script>'


def test_a_control_without_our_form_looks_as_django_draws_it():
    class Plain(forms.Form):
        name = forms.CharField(max_length=5)

    assert "govuk" not in str(Plain())


def test_mixed_into_a_foreign_form_it_draws_its_widgets_whatever_they_became():
    class Foreign(forms.Form):
        name = forms.CharField(max_length=5)

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["name"].widget = forms.TextInput(attrs={"maxlength": 5, "class": "own"})
            self.fields["late"] = forms.EmailField(label="Late")

    class Ours(PortalFormMixin, Foreign):
        pass

    page = drawn(Ours())
    assert page.select_one("#id_name")["class"] == ["govuk-input", "govuk-input--width-5", "own"]
    assert page.select_one("#id_late")["class"] == ["govuk-input"]


@pytest.mark.parametrize(("language", "words"), [("en", "Please fill in: Name"), ("en", "Please choose: Way")])
def test_an_empty_field_is_named(language, words):
    class Form(PortalForm):
        name = LineField(label="Name")
        way = forms.ChoiceField(label="Way", choices=[("a", "A")])
        born = PortalDateField(label="Born", widget=DateBoxes)

    with translation.override(language):
        form = Form({})
        assert words in str(form.errors)
