"""Where the papers of a service are handed in, and whom to ask: one answer for pages, letters, slips and programs.

The procedure's own words go first, then the desk of the department (departments/models/reception_place.py), then the
department's own address; where none of them is known, the portal's general sentence and the centre of the province.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.i18n import reader_language
from core.law import with_laws
from core.models import PortalSettings
from departments.department_cache import DepartmentCache
from departments.models import DepartmentPage, ReceptionOfficer, ReceptionPlace
from services.models import HandlingAgency


@dataclass(frozen=True)
class FilingPlace:
    """A place that receives applications, in words of the language in force.

    `address` is what the agency itself says, "" where it says nothing; then `rule` is the portal's general sentence, or
    "" while the portal has none either, and `centre` names the desk of the province where that was given. `phone_note`
    says how far the number may be trusted. `hours` and `people` are as the desk publishes them.
    """

    name: str
    address: str
    rule: str
    phone: str
    phone_note: str
    email: str
    centre: str = ""
    hours: str = ""
    people: Sequence[ReceptionOfficer] = field(default=())

    @property
    def where(self) -> str:
        """The place in one sentence; where nobody has published it, who can tell."""
        return self.address or self.rule or self.centre or unpublished()

    @property
    def also(self) -> str:
        """The centre of the province, where `where` is only the general sentence."""
        return self.centre if self.rule and not self.address else ""

    @property
    def call(self) -> str:
        """The telephone number with its note; "" without a number."""
        return f"{self.phone} ({self.phone_note})" if self.phone and self.phone_note else self.phone

    @property
    def ask(self) -> str:
        """Whom to ask, inside a sentence: the name, with the telephone number where there is one; "" without a name."""
        if not self.name or not self.phone:
            return self.name
        number = " – ".join(filter(None, (self.phone, self.phone_note)))
        return _("%(place)s, telephone %(number)s") % {"place": self.name, "number": number}

    def lines(self) -> list[str]:
        """Return the place as it is printed, a line each; never empty."""
        found = [self.name, self.where, self.also]
        if self.phone:
            found.append(_("Phone: %(number)s") % {"number": self.call})
        if self.email:
            found.append(_("E-mail: %(address)s") % {"address": self.email})
        return [line for line in found if line]


def place_of(
    department: DepartmentPage | None, row: HandlingAgency | None, portal: PortalSettings, register: DepartmentCache
) -> FilingPlace:
    """Return where applications to that department, or that agency of a service's page, are received.

    The page is given in the reader's language; asked is the law that the portal's sentence rests on, and the
    people of a desk; the desks come with the register.
    """
    told = portal.in_language(reader_language())
    is_told = bool(row and row.address)
    own = register.desk(department.translation_key) if department and not is_told else None
    centre = None if is_told else register.centre
    address = (row.address if row else "") or _at(own) or (department.address if department else "")
    phone = (own.phone if own else "") or (department.phone if department else "")
    return FilingPlace(
        name=_name(department, row) or told.organisation,
        address=address,
        rule="" if address else with_laws(told.reception_rule),
        phone=phone or portal.hotline,
        phone_note="" if phone else told.hotline_note,
        email=department.email if department else "",
        centre="" if address else _at(centre),
        hours=own.hours if own else "",
        people=list(own.people.all()) if own else (),
    )


def _at(place: ReceptionPlace | None) -> str:
    """Return the name and address of a desk whose address is known, else ""."""
    if place is None or not place.address:
        return ""
    name = place.name_en if reader_language() == "en" and place.name_en else place.name
    return f"{name}, {place.address}"


def _name(department: DepartmentPage | None, row: HandlingAgency | None) -> str:
    if department is not None:
        return str(department.title)
    return row.agency_name if row else ""


def unpublished() -> str:
    """Return what is said where neither the agency nor the portal names a place."""
    return _(
        "The agency has not published where it receives applications. Ask at its own office, or at the one-stop desk "
        "of your commune."
    )
