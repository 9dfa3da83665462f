BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'Forms are filled in with these details beforehand; you can change them in every form. Only your name is needed.') XXXXBBBBBBBB

BBBBB BBBBBB gettext(u'Save') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBXX gettext(u'Back to your account') XXXXXXXXBBBBBBBB
