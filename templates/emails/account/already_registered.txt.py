BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'You already have an account') BBBBBBBB
BBBBB BBBB gettext(u'Somebody, probably you, wanted to create an account with this e-mail address. There already is one.') 

 gettext(u'Log in:')   _("address to log in") BBBBBBBBBBBBBB
 gettext(u'If you forgot your password or never entered the code, choose a new password:')   _("address for a new password") BBBBBBBBBBBBBB

 gettext(u'If you did not ask for this, you need not do anything.') BBBBBBBB
