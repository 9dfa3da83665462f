BBBB BBBB BBBBBB
XXXX gettext(u'Nothing was found') XXXXX
XXXX
  XXXX gettext(u'Check the spelling, or use fewer and more usual words: “sổ đỏ” is found as well as the legal name.') XXXXX
  XXXX gettext(u'Browse instead:') 
    XXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBXX gettext(u'Life events') XXXXXXXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBXX gettext(u'Fields of administration') XXXXXXXXX
      XXXXXX XXXXXXBBB BBBBBBBXX gettext(u'Forms') XXXXXXXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBBBXX gettext(u'Sitemap') XXXXXXXXX
    XXXXX
  XXXXX
  BB BBBBBBBBBBBBBBBXXXX gettext(u'Ask by telephone:')  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBBBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBB BBBBXXXXXBBBBB
XXXXX
