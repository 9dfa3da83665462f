"""The demo that `make run` serves: no debug, a banner on every page, SQLite unless told otherwise."""

from config.env import env, persistent_secret

from .accounts import *
from .base import *
from .cms import *
from .languages import *
from .logs import *
from .outbox import *
from .security import *

DEBUG = False
DEMO = True
SERVE_MEDIA = True
SECRET_KEY = env.str("SECRET_KEY", default=None) or persistent_secret()
