BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBB
  XXX gettext(u'With the second step, a password alone is not enough: at log-in you also enter a code that an app on your phone shows, such as Google Authenticator, Microsoft Authenticator or Aegis.') XXXX
  BB BBBBBBBBBBBBBBBBBBB
    XXXXXXXXXXX gettext(u'The second step is turned on.') XXXXXXXXXXXXX
    XXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBBBBBBBBXX gettext(u'Recovery codes') XXXXXXXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBXX gettext(u'Make new recovery codes') XXXXXXXXX
      XXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBBBBXX gettext(u'Turn the second step off') XXXXXXXXX
    XXXXX
  BBBB
    XXXXXXXXXXX gettext(u'The second step is turned off.') XXXXXXXXXXXXX
    XXXXX XXXXXXXXXXXXXXXXXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBBXX gettext(u'Turn the second step on') XXXXXXXX
  BBBBB
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBXX gettext(u'Back to your account') XXXXXXXX
BBBBBBBB BBBB
