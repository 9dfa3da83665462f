BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'There is no account with this address') BBBBBBBB
BBBBB BBBB gettext(u'Somebody, probably you, asked for a new password. There is no account with this e-mail address; perhaps you used another one.') 

 gettext(u'Create an account:')   _("address to sign up") BBBBBBBBBBBBBB

 gettext(u'If you did not ask for this, you need not do anything.') BBBBBBBB
