"""What a citizen reads about each move and each state: in lists, notices and the history."""

from django.utils.translation import gettext_lazy as _

from services.forms.rules.workflow import State

CITIZEN_EVENT_TEXT = {
    "file": _("You sent the dossier."),
    "accept": _("The agency accepted the dossier."),
    "refuse": _("The agency did not accept the dossier."),
    "refuse_late": _("The dossier was not accepted: the papers asked for did not come in time."),
    "begin": _("The agency began to work on the dossier."),
    "ask_for_papers": _("The agency asked for more papers."),
    "ask_for_payment": _("The agency asked for the fee."),
    "hand_in": _("You sent the papers asked for."),
    "hand_in_before_acceptance": _("You sent the papers asked for."),
    "pay": _("The agency recorded your payment."),
    "withdraw": _("You withdrew the dossier."),
    "stop": _("The agency stopped working on the dossier."),
    "resolve": _("The agency decided on the dossier."),
    "hand_over": _("The agency handed over the result."),
    "record_payment": _("The agency recorded your payment."),
    "transfer": _("The dossier was passed on to another agency."),
    "assign": _("The work was given to an officer."),
    "note": _("An internal note was written."),
    "extend": _("The agency put off the day of the result."),
    "recalculate": _("The day of the result was worked out anew because the working calendar changed."),
    "issue_new_pin": _("You had a new tracking code issued."),
}
"""Move → one sentence in the past."""

INTERNAL = frozenset({"assign", "note"})
"""What an agency does among its own people; no citizen reads of it."""

NEXT_STEP_TEXT = {
    State.DRAFT: _("Not sent yet: the agency has got nothing. Go on filling it in and send it."),
    State.FILED: _("The agency looks at it and accepts it, asks for more papers, or refuses it with a reason."),
    State.ACCEPTED: _("The agency will work on the dossier; there is nothing for you to do now."),
    State.NOT_ACCEPTED: _("This dossier has ended. Deal with the reason, then you can file a new one."),
    State.IN_PROGRESS: _("The agency is working on the dossier; there is nothing for you to do now."),
    State.SUPPLEMENT: _("Upload the papers asked for, then press send: the agency gets nothing before that."),
    State.PAYMENT: _("Pay the fee as the agency says; then the work goes on."),
    State.WITHDRAWN: _("This dossier has ended. You can file a new one whenever you need it."),
    State.STOPPED: _("This dossier has ended. You can file a new one whenever you need it."),
    State.RESOLVED: _("Receive the result in the way you chose when you filed."),
    State.HANDED_OVER: _("The dossier is complete; there is nothing more for you to do."),
}
"""State → what happens next, and who has to do something."""
