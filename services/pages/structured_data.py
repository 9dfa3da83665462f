"""A service as programs read it: schema.org's GovernmentService, from what its page has read already."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from core.addresses import absolute
from core.links import Link
from core.models import LegalDocument
from core.structured_data import CONTEXT, Data, known, organisation, province
from services.models import Duration, Fee, ServicePage
from services.pages.how_to_apply import Agency
from services.rules.choices import ChannelKind, FeeStatus, PartStatus, ServiceStatus
from services.rules.deadlines import iso8601
from services.rules.fees import in_force
from services.rules.wording import fee_amount, time_limit

if TYPE_CHECKING:
    from services.pages.service_page import ServiceContext

CURRENCY = "VND"
LAWS_LANGUAGE = "vi"


def government_service(page: ServicePage, shown: "ServiceContext", *, url: str, language: str, on: date) -> Data:
    """Return the service of `page` at the full address `url`, as it stands on that day; what is unknown is left out."""
    is_offered = page.status != ServiceStatus.ABOLISHED
    return known(
        at_type="GovernmentService",
        at_id=f"{url}#service",
        name=page.title,
        alternateName=_other_names(page),
        identifier=page.procedure_code,
        description=page.summary,
        url=url,
        serviceType=shown.field.text if shown.field else "",
        provider=organisation(shown.department),
        serviceOperator=_operators(shown.ways, shown.department),
        audience=[known(at_type="Audience", audienceType=audience.text) for audience in shown.audiences],
        areaServed=province(),
        serviceOutput=[known(at_type="Thing", name=row.name, identifier=row.code) for row in shown.results],
        offers=offers(shown.rows.fees, stated=page.fees_status, on=on) if is_offered else [],
        availableChannel=_channels(shown, url) if is_offered else [],
        termsOfService=page.decision_url,
        subjectOf=[legislation(row.legal_document, on=on) for row in shown.legal_bases],
        mainEntityOfPage=_web_page(page, url, language),
    )


def _other_names(page: ServicePage) -> list[str]:
    english = page.english_title if page.english_title != page.title else ""
    return [name for name in (page.official_name, *page.alt_names.split("\n"), english) if name.strip()]


def offers(fees: Iterable[Fee], *, stated: str, on: date) -> list[Data]:
    """Return what is paid today and what will be paid later; a row that another one replaces today is left out."""
    rows = list(fees)
    if not rows and stated == PartStatus.NONE:
        return [known(at_type="Offer", price=0, priceCurrency=CURRENCY)]
    holding = in_force(rows, on=on)
    return [_offer(fee) for fee in rows if fee in holding or (fee.valid_from and fee.valid_from > on)]


def _offer(fee: Fee) -> Data:
    """Return one row of the fee table; without a price where the row does not say it in figures."""
    amount = 0 if fee.status == FeeStatus.FREE else fee.amount if fee.status == FeeStatus.AMOUNT else None
    price = {} if amount is None else known(price=amount, priceCurrency=CURRENCY)
    in_words = fee_amount(fee) if amount is None else ""
    channel = ChannelKind(fee.channel).label if fee.channel else ""
    return known(
        at_type="Offer",
        name=fee.name,
        description=" ".join(part for part in (in_words, fee.note) if part),
        **price,
        priceSpecification=price and fee.unit and {"@type": "UnitPriceSpecification", **price, "unitText": fee.unit},
        validFrom=_iso(fee.valid_from),
        validThrough=_iso(fee.valid_to),
        additionalProperty=[
            *([_property("channel", _("Channel"), fee.channel, str(channel))] if channel else []),
            *([_property("case", _("Case"), fee.case)] if fee.case else []),
        ],
    )


def _property(name: str, label: str, value: str, words: str = "") -> Data:
    return known(at_type="PropertyValue", propertyID=name, name=label, value=value, description=words)


def _channels(shown: "ServiceContext", url: str) -> list[Data]:
    return [_channel(kind, shown, url) for kind in dict.fromkeys(shown.rows.channels)]


def _channel(kind: str, shown: "ServiceContext", url: str) -> Data:
    """Return one way to file: how long it takes, and the place or the website it goes to."""
    limits = [row for row in shown.rows.durations if row.channel in ("", kind)]
    addresses = [way.place.address for way in shown.ways if way.place.address]
    websites = [absolute(way.form_url or way.url) for way in shown.ways if way.form_url or way.url]
    place = known(at_type="PostalAddress", streetAddress=addresses[0], addressCountry="VN") if addresses else {}
    return known(
        at_type="ServiceChannel",
        at_id=f"{url}#channel-{kind}",
        name=str(ChannelKind(kind).label),
        description="; ".join(_limit(row) for row in limits),
        processingTime=processing_time(limits),
        serviceUrl=websites[0] if websites and kind == ChannelKind.ONLINE else "",
        serviceLocation=(place and kind == ChannelKind.IN_PERSON and known(at_type="Place", address=place)) or {},
        servicePostalAddress=place if kind == ChannelKind.POST else {},
    )


def processing_time(limits: Sequence[Duration]) -> str | None:
    """Return the ISO 8601 duration that all limits of a channel share; None when they differ or one has none.

    A limit of a single case speaks for that case alone, so at least one of them must hold for every case.
    """
    durations = {iso8601(row.value, row.unit) for row in limits}
    return durations.pop() if len(durations) == 1 and not all(row.case_key for row in limits) else None


def _limit(row: Duration) -> str:
    return f"{row.case}: {time_limit(row)}" if row.case else time_limit(row)


def _operators(ways: Iterable[Agency], provider: Link | None) -> list[Data | None]:
    """Return the agencies that take the dossier, besides the department that answers for the service."""
    names = [way.name for way in ways if provider is None or way.name.text != provider.text]
    return [organisation(name) for name in dict.fromkeys(names)]


def legislation(law: LegalDocument, *, on: date) -> Data:
    """Return a legal document; whether it is in force is said only when its dates say so."""
    has_ended = bool(law.in_force_to and law.in_force_to < on)
    has_begun = bool(law.in_force_from and law.in_force_from <= on)
    force = "NotInForce" if has_ended else "InForce" if has_begun else ""
    return known(
        at_type="Legislation",
        name=law.title,
        legislationIdentifier=law.number,
        legislationDate=_iso(law.issued_on),
        legislationPassedBy=law.issuer and {"@type": "GovernmentOrganization", "name": law.issuer},
        legislationLegalForce=force and f"{CONTEXT}/{force}",
        inLanguage=LAWS_LANGUAGE,
        url=law.url,
    )


def _web_page(page: ServicePage, url: str, language: str) -> Data:
    changed = page.last_published_at
    return known(
        at_type="WebPage",
        at_id=url,
        inLanguage=language,
        dateModified=changed.isoformat() if changed else "",
        lastReviewed=_iso(page.reviewed_on),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
