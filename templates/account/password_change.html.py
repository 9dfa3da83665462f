BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'Other devices on which you are logged in will be logged out.') XXXXBBBBBBBB

BBBBB BBBBBB gettext(u'Save the password') BBBBBBBB
