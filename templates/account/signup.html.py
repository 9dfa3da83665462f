BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX gettext(u'With an account you file online, save drafts and follow your submissions. Reading the portal and preparing documents needs no account.') XXXX
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBBXX gettext(u'Terms of the account') XXXXX  gettext(u'what we store, why, how long, and how you delete it.') XXXX
BBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Create an account') BBBBBBBB

BBBBB BBBBBBBBBBXXX gettext(u'You already have an account?')  XX XXXXXXXX gettext(u'Log in') XXXXXXXXBBBBBBBB
