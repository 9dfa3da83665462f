"""The demo that `make run` serves: no debug, a banner on every page, SQLite unless told otherwise."""

from config.env import VAR, env, persistent_secret

from .accounts import *
from .base import *
from .cms import *
from .health import *
from .languages import *
from .logs import *
from .outbox import *
from .security import *
from .submissions import *

DEBUG = False
DEMO = True
SUBMISSION_MARK = "MINHHOA"
SERVE_MEDIA = True
SECRET_KEY = env.secret("SECRET_KEY") or persistent_secret()
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = MAILBOX_FOLDER = env.folder("MAIL_FOLDER", VAR / "mail")
MESSAGE_CHANNELS = dict.fromkeys(("sms", "zalo"), "outbox.channels.FolderChannel")
MESSAGE_FOLDER = env.folder("MESSAGE_FOLDER", VAR / "messages")
AUDIT_HEAD_FOLDER = env.folder("AUDIT_HEAD_FOLDER")  # its database is made anew as often as one likes
