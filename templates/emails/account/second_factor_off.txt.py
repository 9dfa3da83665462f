BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'The second step at log-in is off') BBBBBBBB
BBBBB BBBB gettext(u'From now on, your password alone opens your account.') 

 gettext(u'If this was not you, choose a new password at once:')   _("address for a new password") BBBBBBBBBBBBBBBBBBBBBB
