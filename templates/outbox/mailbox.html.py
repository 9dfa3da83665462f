BBBBBBB BBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBBBBBBB

BBBBB BBBBBBXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBBBBB

BBBBB BBBBBBBBBBBBBBBB

BBBBB BBBBBBB
  XXXXXXXXX
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBB BBBB
  BB BBBBB
    XXXXXX XXXXXXXXXXXXXXXXXXXXXX
      XXXXXXXXX gettext(u'Mails, the newest first') XXXXXXXXXX
      XXXXXXX
        XXXX
          XXX XXXXXXXXXXXX gettext(u'Mail subject') XXXXX
          XXX XXXXXXXXXXXX gettext(u'Mail to') XXXXX
          XXX XXXXXXXXXXXX gettext(u'Mail sent at') XXXXX
        XXXXX
      XXXXXXXX
      XXXXXXX
        BBB BBBB BB BBBBB
          XXXX
            XXX XXXXXXXXXXXXXX XXXXXXBBB BBBBBB BBBBBBBBBXX _("Mail without a subject") XXXXXXXXX
            XXX XXXXXXXXXXXX gettext(u'Mail to') XXXXXXX
            XXX XXXXXXXXXXXX gettext(u'Mail sent at') XXFFFFFFFFFFF FFFFFFXXXXX
          XXXXX
        BBBBBB
      XXXXXXXX
    XXXXXXXX
  BBBB
    XXX gettext(u'No mail has been sent yet.') XXXX
  BBBBB
  BB BBBBBBBBBBBBB
    XXXXXX XXXXXXXXXXXXXXXXXXXXXX
      XXXXXXXXX gettext(u'Messages to telephones, the newest first') XXXXXXXXXX
      XXXXXXX
        XXXX
          XXX XXXXXXXXXXXX gettext(u'Text of the message') XXXXX
          XXX XXXXXXXXXXXX gettext(u'Message to') XXXXX
          XXX XXXXXXXXXXXX pgettext(u'message', u'Channel') XXXXX
          XXX XXXXXXXXXXXX gettext(u'Mail sent at') XXXXX
        XXXXX
      XXXXXXXX
      XXXXXXX
        BBB BBB BB BBBBBBBBBBBBB
          XXXX
            XXX XXXXXXXXXXXXXXXXX
            XXX XXXXXXXXXXXX gettext(u'Message to') XXXXXXX
            XXX XXXXXXXXXXXX pgettext(u'message', u'Channel') XXXXXXX
            XXX XXXXXXXXXXXX gettext(u'Mail sent at') XXFFFFFFFFFFF FFFFFFXXXXX
          XXXXX
        BBBBBB
      XXXXXXXX
    XXXXXXXX
  BBBBB
BBBBBBBB BBBBBBB
