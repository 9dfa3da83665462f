"""What the agency says when it asks for a fee: how much, what for, where and how, until when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from services.forms.models import Event
from services.models import ServicePage


@dataclass(frozen=True)
class PaymentRequest:
    """`where` are the agency's own words; "" and None where it said nothing, and then nobody guesses.

    `online` is where the service's page says that its fees are paid.
    """

    amount: int | None
    what: str
    where: str
    until: date | None
    online: str


def payment_request(event: Event) -> PaymentRequest:
    """Read off the event that asked for it; those of before these questions say less."""
    data = event.data
    until = data.get("pay_until")
    return PaymentRequest(
        amount=data.get("amount"),
        what=data.get("what", ""),
        where=data.get("where", ""),
        until=date.fromisoformat(until) if until else None,
        online=payment_address(event.submission.service_key),
    )


def payment_address(service_key: UUID) -> str:
    """Return where the published page of a service says that its fees are paid online; "" where it does not."""
    pages = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(translation_key=service_key)
    return pages.values_list("payment_url", flat=True).first() or ""
