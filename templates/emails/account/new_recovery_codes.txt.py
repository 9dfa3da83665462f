BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'New recovery codes') BBBBBBBB
BBBBB BBBB gettext(u'New recovery codes were made for your account; the old ones are no longer valid.') 

 gettext(u'If this was not you, choose a new password at once:')   _("address for a new password") BBBBBBBBBBBBBBBBBBBBBB
