BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'What you want to do concerns the safety of your account. Please enter a code from your app.') XXXXBBBBBBBB

BBBBB BBBBBB gettext(u'Confirm') BBBBBBBB

BBBBB BBBBBBBBBB
  BBB BBB BB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBXXXXX XXXXXXXX gettext(u'Confirm with your password instead') XXXXXXXXBBBBBB
BBBBBBBB BBBBBBBBBB
