BBBBBBB BBBBBBBBBBB
BBBB BBBB


BBBBB BBBBBBBBBBBBB

BBBBB BBBBBBXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBBBBB

BBBBB BBBBBBBBBBBBBBBB

BBBBB BBBBBBB
  XXXX XXXXXXXXXXXXXXXXXXXXXXX
    XXXXXXXXX
    BB BBBBBBBBB
      XXX gettext(u'You had to log in again, so what you typed was not saved. It is kept for an hour. Press the button to send it now.') XXXX
      BB BBBBBBBBBBXXX gettext(u'Files are not kept. Choose them again: %(names)s') SSSSS SSS SSS SSSSS SSSSSS SSSS SSSSSS SSSSSSSSSXXXXBBBBB
      XXXXX XXXXXXXXXXXXXX
        BBBBBBBBBB
        BBB BBBBB BBBBBB BB BBBBBBBBBBBBBBBBBB BBBBB BB BBBBBBXXXXXX XXXXXXXXXXXXX XXXXXXX XXXXXXXXXBBBBBBBBBBBB
        XXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXX gettext(u'Send it now') XXXXXXXXX
      XXXXXXX
    BBBB
      XXX gettext(u'You had to log in again, and what you typed was too long to be kept. Go back in your browser: it may still show it.') XXXX
    BBBBB
    XXXXX XXXXXXXX gettext(u'Open the page without it') XXXXXXXX
  XXXXXX
BBBBBBBB BBBBBBB
