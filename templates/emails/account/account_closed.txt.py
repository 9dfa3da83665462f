BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'Your account has been closed') BBBBBBBB
BBBBB BBBB gettext(u'Your account has been closed as you asked. Your e-mail address and your details have been deleted from it. This is the last mail about it.') BBBBBBBB
