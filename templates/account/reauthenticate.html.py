BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'What you want to do concerns the safety of your account or hands out data of people. Please enter your password once more.') XXXX
  XXX gettext(u'A list you asked for is downloaded right after that, while this page stays open.') XXXXBBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Confirm') BBBBBBBB

BBBBB BBBBBBBBBB
  BBB BBB BB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBXXXXX XXXXXXXX gettext(u'Confirm with a code from the app instead') XXXXXXXXBBBBBB
BBBBBBBB BBBBBBBBBB
