BBBB BBBB gettext(u'ask')  BB BBBBBXX XXXXXXXX gettext(u'where applications are received') XXXXBBBB gettext(u'where applications are received') BBBBBX
