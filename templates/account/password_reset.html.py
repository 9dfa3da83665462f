BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'We send a code to your e-mail address. With it you choose a new password.') XXXXBBBBBBBB

BBBBB BBBBBB gettext(u'Send the code') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXXX gettext(u'Back to log-in') XXXXXXXXBBBBBBBB
