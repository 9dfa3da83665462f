BBBB BBBB
XXXX XXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX
  XX XXXXXXXXXXXXXXXXXXXXXXXXXXXXX gettext(u'Demonstration mailbox') XXXX
  XXX gettext(u'Here the mails and messages of the portal are kept instead of being sent. Everybody can read them. A real installation has no such page.') XXXX
XXXXXX
