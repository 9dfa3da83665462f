BBBB BBBB BBBBBB
XXXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX
  XX XXXXXXXXXXXXXXXXXXXXXXXXXXXXX gettext(u'You cannot file online on this portal now') XXXX
  XXXX
    BBB BBBBBB BB BBBBBBBBBBBBBBBBBBBBXXXXXXXXXBBBBBB
  XXXXX
  BB BBBBBBBBBBBBBBB
    XXX gettext(u'What you can do: file on the National Public Service Portal, hand the application in at the counter, or send it by post.') XXXX
  BBBB
    XXX gettext(u'What you can do: hand the application in at the counter, or send it by post. The page of the service says where.') XXXX
  BBBBB
XXXXXX
