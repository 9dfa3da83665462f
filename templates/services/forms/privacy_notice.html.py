BBBB BBBB BBB BBBBBB

XXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXX
  XXX XXXXXXXXXXXXX gettext(u'Your data') XXXXX
  XXX gettext(u'Only you and the officials who work on the application see it.')   ngettext(u'A draft is deleted %(days)s day after its last change.', u'A draft is deleted %(days)s days after its last change.', count) S SSSSS SS SSSSSSS SSSSSSSS SSS SSSSS SSS SSSS SSSSSSSP PPPPP PP PPPPPPP PPPPPPPP PPPP PPPPP PPP PPPP PPPPPPPXXXX
  XXXXXXXX XXXXXXXXXXXXXXXXXXXXXX
    XXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX gettext(u'Read it in full') XXXXXXXXXXXXXXXXX
    XXX XXXXXXXXXXXXXXXXXXXXXXXXXXXX
      XXXX gettext(u'Which data: what you fill in and the files you send, with the time of each step.') XXXXX
      XXXX gettext(u'What for: so that the office you choose can work on this procedure and answer you. It is used for nothing else.') XXXXX
      BBB BBBBBBBBBBBBBB BB BBB
      BBB BBBBBBBBBBBBB BB BBBBBB
      XXXX gettext(u'On what ground: the rules of this procedure, which ask for these data, and the law on personal data protection (%(act)s, %(decree)s).') SS SSSS SSSSSSS SSS SSSSS SS SSSS SSSSSSSSSS SSSSS SSS SSS SSSSS SSSSS SSS SSS SSS SS SSSSSSSS SSSS SSSSSSSSSS SSSSSSSSS SSSSSSSSSSSSXXXXX
      XXXX gettext(u'Pictures of identity cards are sensitive data: send them only where this form asks for them.') XXXXX
      XXXX ngettext(u'An application that was filed is kept for %(years)s year after it has ended, unless archive rules ask for more.', u'An application that was filed is kept for %(years)s years after it has ended, unless archive rules ask for more.', count) SS SSSSSSSSSSS SSSS SSS SSSSS SS SSSS SSS SSSSSSSSS SSSS SSSSS SS SSS SSSSSS SSSSSS SSSSSSS SSSSS SSS SSS SSSSSPP PPPPPPPPPPP PPPP PPP PPPPP PP PPPP PPP PPPPPPPPP PPPPP PPPPP PP PPP PPPPPP PPPPPP PPPPPPP PPPPP PPP PPP PPPPPXXXXX
      XXXX gettext(u'What you can do: get a copy of everything, correct a draft, withdraw an application, delete your account.') XXXXX
      XXXX gettext(u'When you ask for something about your data, you are answered within 2 working days; it is done within 10, 15 or 20 days, depending on what you ask.') XXXXX
      BB BBBBBBBXXXX gettext(u'In full:')  FFFFFFXXXXXBBBBB
    XXXXX
  XXXXXXXXXX
XXXXXXXXXX
