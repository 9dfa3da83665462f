BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX gettext(u'Your work here requires a second step at log-in. So that nobody who only knows your password can set it up, we send a link to your e-mail address first.') XXXX
  XXX gettext(u'Address: <strong>%(email)s</strong>. If you cannot read its mails any more, ask an administrator to change it.') SSSSSSSS SSSSSSSSSSSSSSSSSSSSSSSSSSS SS SSS SSSSSS SSSS SSS SSSSS SSS SSSSS SSS SS SSSSSSSSSSSSS SS SSSSSS SSSXXXX
BBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Send me the link') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBXX gettext(u'Log out') XXXXXXXXBBBBBBBB
