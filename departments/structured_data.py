"""A department as programs read it: schema.org's GovernmentOrganization, from what its page has read already."""

from typing import TYPE_CHECKING

from core.description import plain
from core.structured_data import CONTEXT, Data, known, organisation_id, province

if TYPE_CHECKING:
    from departments.department_page import DepartmentContext, Hours
    from departments.models import DepartmentPage

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The names of the weekdays in schema.org, from ISO weekday 1 on."""


def government_organisation(page: "DepartmentPage", shown: "DepartmentContext", *, url: str) -> Data:
    """Return the department of `page` at the full address `url`; what is unknown is left out."""
    return known(
        at_type="GovernmentOrganization",
        at_id=organisation_id(url),
        name=page.title,
        alternateName=[name for name in (page.short_name, page.old_name) if name and name != page.title],
        identifier=page.unit_code,
        description=plain(page.functions),
        url=url,
        sameAs=page.website,
        telephone=page.phone,
        faxNumber=page.fax,
        email=page.email,
        address=_address(page),
        location=_place(page, shown),
        areaServed=province(),
        foundingDate=page.valid_from.isoformat() if page.valid_from else "",
        dissolutionDate=page.valid_to.isoformat() if page.valid_to else "",
    )


def _address(page: "DepartmentPage") -> Data:
    if not page.address:
        return {}
    return known(at_type="PostalAddress", streetAddress=page.address, addressRegion="Thanh Hóa", addressCountry="VN")


def _place(page: "DepartmentPage", shown: "DepartmentContext") -> Data:
    """Return where the counter is and when it is open; nothing when neither is known."""
    is_placed = page.latitude is not None and page.longitude is not None
    point = {"latitude": float(page.latitude), "longitude": float(page.longitude)} if is_placed else {}
    hours = [span for days in shown.hours for span in _hours(days)]
    facts = known(geo=point and {"@type": "GeoCoordinates", **point}, openingHoursSpecification=hours)
    return facts and {"@type": "Place", **facts}


def _hours(hours: "Hours") -> list[Data]:
    days = [f"{CONTEXT}/{DAYS[day - 1]}" for day in hours.weekdays]
    return [
        known(at_type="OpeningHoursSpecification", dayOfWeek=days, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        for opens, closes in hours.spans
    ]
