"""Which agency takes an application: several are asked for, of many communes one is found by its name."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import User
from core.forms import LineField, PortalForm
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.forms.definition.addresses import MOST_NAMED
from services.forms.definition.administrative_units import matching_names
from services.forms.definition.home_ward import home_ward
from services.forms.form_versions.communes import at_commune, communes_of
from services.models import HandlingAgency


class CommuneInput(forms.TextInput):
    """A line with the names it may be; without JavaScript, and on telephones, the browser offers them as one types."""

    template_name = "services/forms/commune_input.html"

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__({"list": "communes", "autocomplete": "off"})
        self.names = names

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 (Django's own shape)
        return {**super().get_context(name, value, attrs), "names": self.names}


class AgencyForm(PortalForm):
    """The agencies that take applications online today. One alone is told, not asked for: nothing posted changes it.

    `now`: the key of the agency a draft has already; `address`: what the person typed of where they live.
    """

    def __init__(
        self, agencies: list[HandlingAgency], request: HttpRequest, *, now: UUID | None = None, address: str = ""
    ) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.agencies = {str(agency.department.translation_key): agency for agency in agencies}
        links = {key: department_cache(request).link(UUID(key)) for key in self.agencies}
        names = {key: link for key, link in links.items() if link}
        below = {key: communes_of(self.agencies[key].department) for key in names}
        self.communes: dict[str, dict[str, DepartmentPage]] = {
            key: {page.area: page for page in pages} for key, pages in below.items() if pages
        }
        chosen = self._commune_now(now)
        self.only = next(iter(names.values())) if len(names) == 1 else None
        self.fields["agency"] = forms.ChoiceField(
            label=_("Which agency takes your application?"),
            choices=[(key, name.text) for key, name in names.items()],
            initial=next(iter(names)) if self.only else (chosen[0] if chosen else str(now)),
            widget=forms.HiddenInput if self.only else forms.RadioSelect,
            disabled=self.only is not None,
        )
        if self.communes:
            self._ask_for_commune(chosen[1] if chosen else "", home_ward(address))

    def _commune_now(self, key: UUID | None) -> tuple[str, str] | None:
        """Return the agency that stands for the commune with that key, and the name of the commune."""
        rows = ((agency, page) for agency, pages in self.communes.items() for page in pages.values())
        return next(((agency, page.area) for agency, page in rows if page.translation_key == key), None)

    def _ask_for_commune(self, chosen: str, home: str) -> None:
        known = dict.fromkeys(name for pages in self.communes.values() for name in pages)
        label = _("Ward or commune") if self.only else _("Ward or commune, if you choose the agency at commune level")
        help_text = _("A few letters are enough, with or without marks: then choose a name of the list.")
        initial = chosen or (home if home in known else "")
        if initial and not chosen:
            help_text += " " + _("Filled in by the address of your account; change it where another one handles it.")
        self.fields["commune"] = LineField(
            label=label,
            help_text=help_text,
            max_length=100,
            required=self.only is not None,
            error_messages={"required": _("Choose the ward or commune that handles it.")},
            initial=initial,
            widget=CommuneInput(tuple(known)),
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        pages = self.communes.get(cleaned.get("agency", ""))
        if pages and "commune" not in self.errors:
            self._find_commune(tuple(pages), cleaned.get("commune", ""))
        return cleaned

    def _find_commune(self, names: tuple[str, ...], typed: str) -> None:
        found = matching_names(names, typed) if typed else []
        if len(found) == 1:
            self.cleaned_data["commune"] = found[0]
        elif found:
            words = _("Several are called so: {names}. Write the name with all its marks.")
            self.add_error("commune", words.format(names=", ".join(found[:MOST_NAMED])))
        elif typed:
            words = _("There is no ward or commune “{name}” here since 1 July 2025. Choose a name of the list.")
            self.add_error("commune", words.format(name=typed))
        else:
            self.add_error("commune", _("Choose the ward or commune that handles it."))

    @property
    def chosen(self) -> HandlingAgency:
        """The row of the service's page; that of all communes as it holds for the one that was chosen."""
        agency = self.cleaned_data["agency"]
        pages = self.communes.get(agency)
        return (
            at_commune(self.agencies[agency], pages[self.cleaned_data["commune"]]) if pages else self.agencies[agency]
        )


def address_of(user: User) -> str:
    """Return what the person typed of where they live; "" where they did not."""
    profile = getattr(user, "profile", None)
    return profile.address if profile else ""
