BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX gettext(u'You opened the link from our mail. With the next step you connect an app on your phone with your account; the link then works no longer.') XXXX
BBBBBBBB BBBBBBBBBBB
