BBBBBBB BBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBB BBBBBBBB


BBBBB BBBB
  BBBB BB BBBBBBB
  BB BBBBBBBXX XXXXXXXXXXXXXXXXXXXX gettext(u'This is a demonstration: please use made-up details only.') XXXXBBBBB
  XXXX gettext(u'What we store') XXXXX
  XXXX
    XXXX gettext(u'your full name and your e-mail address;') XXXXX
    XXXX gettext(u'your password, in a form from which nobody can read it;') XXXXX
    XXXX gettext(u'what you write into your details: identification number, telephone number, address, business or organisation. You may leave them empty;') XXXXX
    XXXX gettext(u'the version of these terms you agreed to, and when;') XXXXX
    XXXX gettext(u'for each device on which you are logged in: its network address, its browser and the time of log-in;') XXXXX
    XXXX gettext(u'the secret of your second step at log-in, encrypted, if you turn it on.') XXXXX
  XXXXX
  XXXX gettext(u'What we use it for') XXXXX
  XXX gettext(u'To let you log in, to fill in forms for you, to keep your drafts and submissions together and to write to you about them. Nothing else, and no advertising.') XXXX
  XXXX gettext(u'How long') XXXXX
  XXXX
    XXXX gettext(u'until you close the account;') XXXXX
    XXXX gettext(u'a log-in ends after 12 hours at the latest;') XXXXX
    XXXX gettext(u'an account whose e-mail address was never confirmed is deleted after 7 days.') XXXXX
  XXXXX
  XXXX gettext(u'How you delete it') XXXXX
  XXX gettext(u'In your account, under “Close your account”. Submissions that were already sent stay with the agency until their retention period ends.') XXXX
  XXXX gettext(u'Getting a copy') XXXXX
  XXX gettext(u'In your account, under “Download my data”, you get everything that is stored about you as a file.') XXXX
  BBBBBBBBBBBBB BBBBBBBBB BB BBBBBBB
  BB BBBBBBBXXX gettext(u'In full:')  FFFFFFXXXXBBBBB
  BBBBBBBBBBBBB BBBBBBB BB BBBBB
  BB BBBBBXXX gettext(u'For the whole portal:')  FFFFFFXXXXBBBBB
  XXXXX XXXXXXBBB BBBBBBBBBBBBBBBBXX gettext(u'Create an account') XXXXXXXX
BBBBBBBB BBBB
