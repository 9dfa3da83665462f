BBBBBBB BBBBBBBBBBB
BBBB BBBB BBBBBB

BBBBB BBBBBBXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBBBBB

BBBBB BBBBBBBBBBBBBBBB

BBBBB BBBBBBB
  XXXX XXXXXXXXXXXXXXXXXXXXXXX
    XXXXXXXXX
    BB BBB BBBB
      XXX gettext(u'The address is not one that this portal gave out. Please check that it was copied whole.') XXXX
    BBBB BBBBBBBBBBBBBBB
      XXX gettext(u'Whoever sent you the link has taken it back. Comments that you sent have arrived.') XXXX
    BBBB
      XXX gettext(u'The link was open until:')  FFFFFFX  gettext(u'Comments that you sent have arrived.') XXXX
    BBBBB
    XXX gettext(u'Ask whoever sent it to you for another one.') XXXX
  XXXXXX
BBBBBBBB BBBBBBB
