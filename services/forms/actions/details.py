"""Details of a filing that its owner wants kept in the account, so that the next form comes filled in."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import Profile, User
from services.forms.answering.prefill import details_to_keep
from services.forms.audit import audit_log
from services.forms.models import Submission


@transaction.atomic
def keep_details(*, submission: Submission, by: User) -> Collection[str]:
    """Write into the profile what it may keep of a filed dossier, and when its owner agreed; the columns written.

    The caller has the person's consent, given for this one filing. Nothing is written of somebody else's dossier.
    """
    if submission.owner_id != by.pk or submission.is_draft:
        return ()
    profile, _is_new = Profile.objects.select_for_update().get_or_create(user=by)
    found = details_to_keep(submission.version.form(), submission.answers, profile)
    for name, value in found.items():
        setattr(profile, name, value)
    profile.details_kept_at = timezone.now()
    profile.save(update_fields=[*found, "details_kept_at"])
    audit_log.record(actor=by, action="account.keep_details", submission=submission, detail={"columns": sorted(found)})
    return found.keys()
