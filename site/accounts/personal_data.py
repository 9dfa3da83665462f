"""What an account leaves outside its own tables: sessions, what waits or failed, messages kept in folders."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Q

from accounts.models import User
from outbox.channels import remove_messages_to
from outbox.mailbox import remove_mails_to
from outbox.models import Delivery


def wipe_traces(user: User, address: str, phone: str) -> None:
    """Take all of it away, the mail that tells of the closing among it; `address` and `phone` ("": none) it had."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
    own = Q(payload__user=user.pk) | Q(payload__to__iexact=address) | Q(payload__values__to_email__iexact=address)
    Delivery.objects.filter(own, kind="account.mail").delete()
    named = Q(last_error__icontains=address)
    if phone:
        named |= Q(last_error__contains=phone.removeprefix("0"))  # however a carrier writes the number
    Delivery.objects.filter(named).update(last_error="")
    if settings.MAILBOX_FOLDER:
        remove_mails_to(Path(settings.MAILBOX_FOLDER), address)
    if settings.MESSAGE_FOLDER and phone:
        remove_messages_to(Path(settings.MESSAGE_FOLDER), phone)
