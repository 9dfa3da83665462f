"""What an account leaves outside its own tables: sessions, mails that wait or failed, mails of the demonstration."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Q

from accounts.models import User
from outbox.mailbox import remove_mails_to
from outbox.models import Delivery


def wipe_traces(user: User, address: str) -> None:
    """Take all of it away, the mail that tells of the closing among it; `address` is the one the account had."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
    own = Q(payload__user=user.pk) | Q(payload__to__iexact=address) | Q(payload__values__to_email__iexact=address)
    Delivery.objects.filter(own, kind="account.mail").delete()
    Delivery.objects.filter(last_error__icontains=address).update(last_error="")
    if settings.MAILBOX_FOLDER:
        remove_mails_to(Path(settings.MAILBOX_FOLDER), address)
