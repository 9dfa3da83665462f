BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBB
BBBBB BBBBBBB gettext(u'Code for a new password') BBBBBBBB
BBBBB BBBB gettext(u'With this code you choose a new password for your account.') 

 gettext(u'Your code:')   _("code") BBBBBBBBBBBBBB

 _("minutes") BBBBBBBBBBBBBB gettext(u'It is valid for %(minutes)s minutes. Enter it on the page that asked for it, and tell it to nobody: we never ask for it by telephone.') SS SS SSSSS SSS SSSSSSSSSSS SSSSSSSS SSSSS SS SS SSS SSSS SSSS SSSSS SSS SSS SSS SSSS SS SS SSSSSSS SS SSSSS SSS SSS SS SS SSSSSSSSSS

 gettext(u'If you did not ask for this, your password stays as it is.') BBBBBBBB
