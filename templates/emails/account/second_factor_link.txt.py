BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'Link to set up the second step at log-in') BBBBBBBB
BBBBB BBBB gettext(u'Open this address to connect an app on your phone with your account:') 

 _("link") BBBBBBBBBBBBBB

 _("minutes") BBBBBBBBBBBBBB gettext(u'It works once, within %(minutes)s minutes, and only where you are logged in with your own account. Give it to nobody: we never ask for it by telephone.') SS SSSSS SSSSS SSSSSS SSSSSSSSSSS SSSSSSSS SSS SSSS SSSSS SSS SSS SSSSSS SS SSSS SSSS SSS SSSSSSSS SSSS SS SS SSSSSSS SS SSSSS SSS SSS SS SS SSSSSSSSSS

 gettext(u'If you did not ask for this, somebody knows your password. Choose a new one at once:')   _("address for a new password") BBBBBBBBBBBBBBBBBBBBBB
