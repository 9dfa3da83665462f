BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBB

BBBBB BBBB
  BBB BBBBBBBBBBBBBBBB BB BBBBBBBB
  XX XXXXXXXXXXXXXXXXXXXX gettext(u'Form 07a/BTP of %(circular)s, its columns as far as they are known.') SSSS SSSSSSS SS SSSSSSSSSSSSS SSS SSSSSSS SS SSS SS SSSS SSS SSSSSSXXXX
  XXXXXXXXXXX gettext(u'Not compared with the text of the form yet') XXXXXXXXXX  gettext(u'Use it beside report II.06a, and compare its columns with the form before you send it.') XXXX
BBBBBBBB BBBB

BBBBB BBBB
  XXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXX gettext(u'Field of administration') XXXXX
    BBB BBBBB BB BBBBBBXXX XXXXXXXXXXXXXXXX XXXXXXXXXFFFFFFXXXXXXXBBBBBB
  XXXXX
  XXXX
    BBB BBBBB BB BBBBBBBBB BBBBB BBBBB BB BBBBBBBBBBBBBXXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXBBBBBBBBBBBB
  XXXXX
BBBBBBBB BBBB

BBBBB BBBBB
  XXXX gettext(u'“–”: this portal does not count it month by month. Add it from your own register.') XXXXX
  XXXX gettext(u'Waiting for acceptance: at the end of the period. Stopped, and withdrawn after acceptance, are among what is settled too.') XXXXX
  XXXX gettext(u'Received: accepted in the period, and open when it began.') XXXXX
BBBBBBBB BBBBB
