"""The vocabularies of a service: every closed list of values, with its words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.IntegerChoices):
    """Level of an online public service (Circular 26/2009/TT-BTTTT, Art. 3)."""

    ONE = 1, _("Level 1")
    TWO = 2, _("Level 2")
    THREE = 3, _("Level 3")
    FOUR = 4, _("Level 4")


class OnlineScope(models.TextChoices):
    """How much of the procedure can be done on the national portal, as its record says (Decree 224/2026/NĐ-CP,
    Art. 14).
    """

    NONE = "none", _("Information only")
    PARTIAL = "partial", _("Partly online")
    FULL = "full", _("Wholly online")


class ServiceStatus(models.TextChoices):
    PUBLIC = "public", _("In force")
    AMENDED = "amended", _("Amended")
    ABOLISHED = "abolished", _("Abolished")


class AgencyRole(models.TextChoices):
    COMPETENT = "competent", _("Competent agency")
    RECEIVING = "receiving", _("Receives the application")
    COOPERATING = "cooperating", _("Cooperating agency")
    DELEGATED = "delegated", _("Delegated agency")


class ApplyMode(models.TextChoices):
    """What the button of the service does for this agency."""

    SITE_FORM = "site_form", _("Online form on this portal")
    EXTERNAL = "external", _("Online on the national portal")
    PAPER = "paper", _("On paper, at the counter or by post")


class ChannelKind(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    POST = "post", _("By post")


class DurationUnit(models.TextChoices):
    IMMEDIATE = "immediate", _("immediately")
    SAME_DAY = "same_day", _("within the day")
    WORKING_HOUR = "working_hour", _("working hours")
    WORKING_DAY = "working_day", _("working days")
    CALENDAR_DAY = "calendar_day", _("calendar days")
    MONTH = "month", _("months")
    YEAR = "year", _("years")
    WORDS = "words", _("in words")


class CountedFrom(models.TextChoices):
    ACCEPTANCE = "acceptance", _("Acceptance of a complete application")
    EVENT = "event", _("Another event (say which in the note)")


class FeeKind(models.TextChoices):
    """Law on Fees and Charges 97/2015/QH13: phí pays for a service, lệ phí is a fixed charge."""

    PHI = "phi", _("Fee (phí)")
    LE_PHI = "le_phi", _("Charge (lệ phí)")
    UNSPECIFIED = "unspecified", _("Fee or charge (the source does not say which)")


class FeeStatus(models.TextChoices):
    AMOUNT = "amount", _("Amount")
    FREE = "free", _("Free")
    SEE_NOTE = "see_note", _("See note")
    NOT_PRESCRIBED = "not_prescribed", _("Not prescribed")


class DocumentKind(models.TextChoices):
    SUBMIT = "submit", _("Hand in")
    PRESENT = "present", _("Present for inspection")


class ResultMedium(models.TextChoices):
    PAPER = "paper", _("On paper")
    ELECTRONIC = "electronic", _("Electronic")
    BOTH = "both", _("On paper and electronic")


class PartStatus(models.TextChoices):
    """What an editor says about a part that has no rows, so that an empty part is never read as "none".

    NOT_NAMED: somebody looked, and the source says nothing; a reader knows as little as when nobody looked.
    """

    UNKNOWN = "", _("Not stated yet")
    NONE = "none", _("None")
    NOT_PRESCRIBED = "not_prescribed", _("Not prescribed")
    SEE_NOTE = "see_note", _("See note")
    NOT_NAMED = "not_named", _("The source does not say")

    @property
    def tells_readers(self) -> bool:
        """Whether a reader learns something from it."""
        return self not in (PartStatus.UNKNOWN, PartStatus.NOT_NAMED)
