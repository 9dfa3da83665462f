"""Private storage of each test's own, rows that other connections see, and readers without a process of their own."""

from importlib import import_module

import pytest

from accounts.models import User
from services.forms.models import Attachment, FormVersion, Submission
from services.forms.uploads import office, pdf
from services.forms.uploads.exceptions import Refusal


@pytest.fixture(autouse=True)
def _private_storage(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Rows are really written, for other threads to see; afterwards they are gone again."""
    with django_db_blocker.unblock():
        before = set(User.objects.values_list("pk", flat=True))
        yield
        Attachment.objects.all().delete()
        Submission.objects.all().delete()
        FormVersion.objects.all().delete()
        User.objects.exclude(pk__in=before).delete()


@pytest.fixture
def in_this_process(monkeypatch):
    """PDF and Office files are read here, hundreds in the time of a few; test_reading.py starts the processes."""

    def run(module, *arguments, data, with_packages=False):
        try:
            import_module(module).judge(data, *arguments)
        except Refusal as refusal:
            return True, refusal.code.encode()
        return False, b""

    monkeypatch.setattr(pdf, "run_alone", run)
    monkeypatch.setattr(office, "run_alone", run)
