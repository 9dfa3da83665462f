"""The forms of the desk that speak of money: which of the fees at filing it is for, how much, under which receipt."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField, PortalDateField, TextField
from services.forms.desk.action_form import ActionForm, choices_of
from services.forms.desk.date_forms import LimitChoice
from services.forms.rules.transition_data import LARGEST_AMOUNT, LONGEST_PLACE, LONGEST_RECEIPT, WRONG_AMOUNT
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.fees import fee_lines
from services.forms.submissions.payment_requests import payment_address
from services.rules.choices import FeeStatus
from services.rules.fees import FeeRow

OTHER = "other"

_AMOUNT = re.compile(r"\d+|\d{1,3}(?:[ .]\d{3})+")


class AmountField(LineField):
    """Whole đồng, typed with or without dots between the thousands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)

    def clean(self, value: object) -> int | None:
        typed = super().clean(value)
        if not typed:
            return None
        amount = int(re.sub("[ .]", "", typed)) if _AMOUNT.fullmatch(typed) else 0
        if not 0 < amount <= LARGEST_AMOUNT:
            raise ValidationError(WRONG_AMOUNT)
        return amount


class FeeForm(ActionForm):
    """Which fee, and how much: the amount at filing unless another is typed."""

    what = forms.ChoiceField(label=gettext_lazy("What is it for?"), widget=forms.RadioSelect)
    amount = AmountField(
        label=gettext_lazy("Amount in đồng"),
        help_text=gettext_lazy("Blank = the amount of the fee chosen above, where one is known."),
        required=False,
    )

    def prepare(self) -> None:
        super().prepare()
        lines = fee_lines(self.submission.fees) if self.submission.fees else []
        fees = [(str(number), line) for number, line in enumerate(lines)]
        choices_of(self, "what").choices = [*fees, (OTHER, _("Something else"))]
        if not fees:
            self.fields.pop("what")

    @property
    def fee(self) -> FeeRow:
        """The fee that was chosen, as it stood at filing."""
        chosen = self.cleaned_data.get("what", OTHER)
        found: FeeRow = {} if chosen == OTHER else self.submission.fees[int(chosen)]
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("amount") is None and "amount" not in self.errors and "what" not in self.errors:
            is_fixed = self.fee.get("status") == FeeStatus.AMOUNT and not self.fee.get("unit")
            cleaned["amount"] = self.fee.get("amount") if is_fixed else None
            if not cleaned["amount"]:
                self.add_error("amount", ValidationError(WRONG_AMOUNT))
        return cleaned

    @property
    def paid(self) -> dict[str, Any]:
        return {"amount": self.cleaned_data["amount"], "what": self.fee.get("name", "")}


class AskPaymentForm(FeeForm):
    """What is to be paid, where and how, and until when."""

    words = gettext_lazy("The citizen reads all of this in one message, and pays as it says.")
    where = TextField(
        label=gettext_lazy("Where and how it is paid"),
        help_text=gettext_lazy("Counter and hours, account and words of the transfer, or an address on the internet."),
        required=False,
        max_length=LONGEST_PLACE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    pay_until = PortalDateField(
        label=gettext_lazy("To be paid until"),
        help_text=gettext_lazy("Blank = the message says that the agency set no day."),
        required=False,
    )

    def prepare(self) -> None:
        super().prepare()
        self.fields["where"].help_text = f"{self.fields['where'].help_text} {self._when_blank()}"

    def _when_blank(self) -> str:
        """Return what the citizen reads when the officer says nothing of the place."""
        address = payment_address(self.submission.service_key)
        place = address or whom_to_ask(self.submission).where
        return _("Blank = the message says: %(place)s") % {"place": place}

    def clean_pay_until(self) -> date | None:
        until: date | None = self.cleaned_data["pay_until"]
        if until is not None and until < timezone.localdate():
            raise ValidationError(_("Give today or a later day."))
        return until

    @property
    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        until = {"pay_until": typed["pay_until"].isoformat()} if typed["pay_until"] else {}
        return {"detail": {**self.paid, "where": typed["where"], **until}}


class PaymentForm(LimitChoice, FeeForm):
    """What was paid, and the number of the receipt."""

    receipt = LineField(label=gettext_lazy("Number of the receipt"), max_length=LONGEST_RECEIPT)

    @property
    def arguments(self) -> dict[str, Any]:
        return self.paid | {"receipt": self.cleaned_data["receipt"]} | self.limit
