"""What a citizen reads about each state, unless editors wrote words of their own."""

from django.utils.translation import gettext_lazy as _

from services.forms.rules.workflow import State

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
