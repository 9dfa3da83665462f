BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBXXX gettext(u'After that, your password alone opens your account, and the recovery codes are no longer valid.') XXXXBBBBBBBB

BBBBB BBBBBB gettext(u'Turn the second step off') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXBBB BBBBBBBBBBBXX gettext(u'Cancel') XXXXXXXXBBBBBBBB
