BBBBBBB BBBBBBBBBBB
BBBB BBBB BBBBBB


BBBBB BBBBBBBBBBBBB

BBBBB BBBBBBXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBBBBB

BBBBB BBBBBBBBBBBBBBBB

BBBBB BBBBBBB
  BBBB BB BBBBBBB
  XXXX XXXXXXXXXXXXXXXXXXXXXXX
    XXXXXXXXX
    BB BBBB
      BB BBBBBBBXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'This is a demonstration: the notice is a sample and has no legal effect.') XXXXBBBBB
      XX XXXXXXXXXXXXXXXXXXXXXXXX
      XXX XXXXXXXXXXXXXXXXXXXXX
        XXXXXXXXX gettext(u'Kind of notice') XXXXXXXXXXXXXXXXXXXX
        BB BBBBBBBBBBBXXXXXXXXX gettext(u'Number of the notice') XXXXXXXXXXXXXXXXXXXXBBBBB
        XXXXXXXXX gettext(u'Issued by') XXXXXXXX XXXXXXXXXXXXXXXXXXXXX
        XXXXXXXXX gettext(u'Issued on') XXXXXXXXXFFFFFFFFFFFFXXXXXXXXXXX
      XXXXX
      XXX gettext(u'Compare these facts with the notice before you. Whose application it is, and what the notice says, is not shown here.') XXXX
      XXXXX XXXXXXBBB BBBBBBBBBBXX gettext(u'Track an application') XXXXXXXX
    BBBB
      XX XXXXXXXXXXXXXXXXXXXX gettext(u'No notice with this address was issued here. Check that the whole address was typed; if it is right, do not rely on the notice and ask the agency named on it.') XXXX
    BBBBB
  XXXXXX
BBBBBBBB BBBBBBB
