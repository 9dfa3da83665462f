BBBB BBBB BBBBBB
BB BBB BB BBB
  XX XXXXXXXXXXXXXXXXXXXXXX gettext(u'Source:')  BB BBBXX XXXXXXX XXXXXXXXXXXXXXXFFFFXXXX  gettext(u'(another website)') BBBB gettext(u'without an address') BBBBBBB BBBX  gettext(u'captured on')  FFFFFFBBBBBXXXXX
BBBBB
