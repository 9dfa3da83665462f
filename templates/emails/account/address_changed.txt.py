BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'Your e-mail address has been changed') BBBBBBBB
BBBBB BBBB _("mail address") BBBBBBBBBBBBBB gettext(u'Your account now has the e-mail address %(to_email)s. You no longer log in with the address this mail goes to.') SSSS SSSSSSS SSS SSS SSS SSSSSS SSSSSSS SSSSSSSSSSSSS SSS SS SSSSSS SSS SS SSSS SSS SSSSSSS SSSS SSSS SSSS SSS

 gettext(u"If this was not you, please tell the portal's staff; how to reach them stands at the foot of every page.") BBBBBBBB
