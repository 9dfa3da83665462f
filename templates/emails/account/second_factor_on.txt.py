BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'The second step at log-in is on') BBBBBBBB
BBBBB BBBB gettext(u'From now on, logging in asks for a code from your app as well.') 

 gettext(u'If this was not you, choose a new password at once:')   _("address for a new password") BBBBBBBBBBBBBBBBBBBBBB
