BBBB BBBB

XXXXX XXXXXXXXXXXXXXXXXXXXXXXBB BBBBB gettext(u'Not published; ask')  XX XXXXXXXX gettext(u'where applications are received') XXXXBBBB gettext(u'Not published; ask where applications are received') BBBBBBB BBB XXBBBBBXXXXXXX
