"""Where the papers of a service are handed in, and whom to ask: one answer for pages, letters, slips and programs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.i18n import reader_language
from core.law import with_laws
from core.models import PortalSettings
from departments.models import DepartmentPage
from services.models import HandlingAgency


@dataclass(frozen=True)
class ReceptionPlace:
    """A place that receives applications, in words of the language in force.

    `address` is what the agency itself says, "" where it says nothing; then `rule` is the portal's general sentence, or
    "" while the portal has none either. `phone_note` says how far the number may be trusted.
    """

    name: str
    address: str
    rule: str
    phone: str
    phone_note: str
    email: str

    @property
    def where(self) -> str:
        """The place in one sentence; where nobody has published it, who can tell."""
        return self.address or self.rule or unpublished()

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
        found = [self.name, self.where]
        if self.phone:
            found.append(_("Phone: %(number)s") % {"number": self.call})
        if self.email:
            found.append(_("E-mail: %(address)s") % {"address": self.email})
        return [line for line in found if line]


def place_of(department: DepartmentPage | None, row: HandlingAgency | None, portal: PortalSettings) -> ReceptionPlace:
    """Return where applications to that department, or that agency of a service's page, are received.

    The page is given in the reader's language; no query is made but the one for the law that the portal's sentence
    rests on.
    """
    told = portal.in_language(reader_language())
    address = (row.address if row else "") or (department.address if department else "")
    phone = department.phone if department else ""
    return ReceptionPlace(
        name=_name(department, row) or told.organisation,
        address=address,
        rule="" if address else with_laws(told.reception_rule),
        phone=phone or portal.hotline,
        phone_note="" if phone else told.hotline_note,
        email=department.email if department else "",
    )


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
