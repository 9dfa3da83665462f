BBBBBBB BBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBB
  XXX gettext(u'Mails about your applications go to <strong>%(email)s</strong>. News about every step always stand under “My applications” as well.') SSSSS SSSSS SSSS SSSSSSSSSSSS SS SS SSSSSSSSSSSSSSSSSSSSSSSSSSS SSSS SSSSS SSSSS SSSS SSSSSS SSSSS SSSSS SSS SSSSSSSSSSSSS SS SSSSSXXXX
  BB BBBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Messages to your telephone are possible too, once your details have a mobile number.')  XX XXXXXXBBB BBBBBBBBBBBBBBBBBXX gettext(u'Change your details') XXXXXXXXBBBBB
BBBBBBBB BBBBBBBBBBB

BBBBB BBBBBB gettext(u'Save') BBBBBBBB

BBBBB BBBBBBBBBB
  BB BBBBBBBBBBBBBBBBBBBBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXX gettext(u'A message to the telephone has the code of the application and what to do, never a name or an answer. Whoever can see your telephone can read it.') XXXXBBBBB
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBBBBBXX gettext(u'Back to your account') XXXXXXXX
BBBBBBBB BBBBBBBBBB
