BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX XXXXXXXXXXXXXXXXXXXXX
    XXXX gettext(u'Install an app for such codes on your phone, for example Google Authenticator, Microsoft Authenticator or Aegis.') XXXXX
    XXXX gettext(u'Let the app read this picture, or type the secret below it into the app.') 
      FFFF
      XXX gettext(u'Secret:')  XXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX
    XXXXX
    XXXX gettext(u'Enter the code the app shows now.') XXXXX
  XXXXX
BBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Turn the second step on') BBBBBBBB

BBBBB BBBBBBBBBBXXXXX XXXXXXBBB BBBBBBBBBBBXX gettext(u'Cancel') XXXXXXXXBBBBBBBB
