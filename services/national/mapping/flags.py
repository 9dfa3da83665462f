"""What is odd in a record: it is kept in words and told to editors, never guessed."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Flag(models.TextChoices):
    """Why an editor should look at something of a record."""

    NO_UNIT = "no_unit", _("time limit without a unit")
    BROKEN_NUMBER = "broken_number", _("time limit in a number or unit that cannot be counted here")
    SEVERAL_LIMITS = "several_limits", _("several time limits on one channel, and no word on which holds when")
    BARE_ZERO = "bare_zero", _("fee “0”: free, or not filled in?")
    NO_AMOUNT = "no_amount", _("fee without an amount")
    ZERO_WITH_WORDS = "zero_with_words", _("fee “0” beside words that say something else")
    LIKE_THOUSANDS = "like_thousands", _("fee that looks like thousands of đồng")
    FOREIGN_CURRENCY = "foreign_currency", _("fee in a foreign currency")
    ONE_OR_SUM = "one_or_sum", _("several amounts on one channel, and no word on which holds when")
    CUT_NAME = "cut_name", _("name too long for its place; the note has all of it")
    NO_NAME = "no_name", _("document without a name")
    UNKNOWN_CHANNEL = "unknown_channel", _("way of filing that is not known here")
    UNKNOWN_AUDIENCE = "unknown_audience", _("audience that is not known here")


class Oddity(NamedTuple):
    """A flag with what was read."""

    flag: Flag
    read: str
