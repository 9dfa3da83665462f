BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX gettext(u'When you close your account:') XXXX
  XXXX
    XXXX gettext(u'you can no longer log in, and this cannot be undone;') XXXXX
    XXXX gettext(u'your e-mail address, your details and your password are deleted from the account;') XXXXX
    XXXX gettext(u'submissions that were already sent stay with the agency until their retention period ends; drafts are deleted.') XXXXX
  XXXXX
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBBBXX gettext(u'Download my data') XXXX  gettext(u'before, if you want to keep a copy.') XXXX
BBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Close your account') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBXX gettext(u'Back to your account') XXXXXXXXBBBBBBBB
