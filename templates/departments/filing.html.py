BBBB BBBB BBBBBB
XXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXX
  XXX XXXXXXXXXXXX gettext(u'Where to file') XXXXX
  BB BBBBBB
    XXX gettext(u'Counters that the services of this department name:') XXXX
    XXXXBBB BBBBB BB BBBBBBXXXFFFFXXXXXXBBBBBBXXXXX
    XXX gettext(u'Where a service names no counter:') XXXX
  BBBBB
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBBBBBBB BBBB
  XXX gettext(u'The page of each service says whether it is filed online, at the counter or by post.') XXXX
XXXXXXXXXX
