BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBB
  XX XXXXXXXXXXXXXXXXXXXX gettext(u'Your e-mail address and your details have been deleted from the account. You get a last mail that says so.') XXXX
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBB BBXX gettext(u'Home page') XXXXXXXX
BBBBBBBB BBBB
