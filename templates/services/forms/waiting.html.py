
BBBB BBBB
BBB BBBBBBBBBBBBBBBBB BBBBBBBB BBBBBBBBBBBBBB BB BBBBBBBBB
XXXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX
  BB BBBBBBBBBBBBB
    XXX gettext(u'There is nothing to fill in here yet: what is asked depends on your answers in another part.') XXXX
  BBBB
    XXX gettext(u'More may be asked here: that depends on your answers in another part. Until then this part stays unfinished.') XXXX
  BBBBB
  XXX gettext(u'To do first:')  XX XXXXXXXXXXXXXXXX
XXXXXX
