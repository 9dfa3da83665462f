BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'Your password has been changed') BBBBBBBB
BBBBB BBBB gettext(u'The password of your account has just been changed.') 

 gettext(u'If this was not you, choose a new password at once:')   _("address for a new password") BBBBBBBBBBBBBBBBBBBBBB
