BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'You have an account for your work on the portal') BBBBBBBB
BBBBB BBBB _("mail address") BBBBBBBBBBBBBB gettext(u'An administrator gave the account %(to_email)s a role on this portal. Before you log in for the first time, choose a password of your own: open this page, enter that address, and then the code we send to it.') SS SSSSSSSSSSSSS SSSS SSS SSSSSSS SSSSSSSSSSSS S SSSS SS SSSS SSSSSSS SSSSSS SSS SSS SS SSS SSS SSSSS SSSSS SSSSSS S SSSSSSSS SS SSSS SSSS SSSS SSSS SSSSS SSSSS SSSS SSSSSSSS SSS SSSS SSS SSSS SS SSSS SS SSS

 _("address for a new password") BBBBBBBBBBBBBB

 gettext(u'If you have a password already, log in as you always do:')   _("address to log in") BBBBBBBBBBBBBB

 gettext(u'If you did not expect this, you need not do anything.') BBBBBBBB
