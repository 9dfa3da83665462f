BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBB

BBBBB BBBB
  BBB BBBBBBBBBBBBBBBBB BB BBBBBBBB
  XX XXXXXXXXXXXXXXXXXXXX gettext(u'Form II.06a/VPCP/KSTT of %(circular)s: how procedures were handled, by field.') SSSS SSSSSSSSSSSSSSSS SS SSSSSSSSSSSSS SSS SSSSSSSSSS SSSS SSSSSSSS SS SSSSSSXXXX
BBBBBBBB BBBB

BBBBB BBBB
  XXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXX gettext(u'Field of administration') XXXXX
    XXX XXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Received') XXXXX
    XXX XXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Settled') XXXXX
    XXX XXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Being handled') XXXXX
  XXXXX
  XXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'in all') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'online') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'at the counter, by post') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'from the period before') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'in all') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'before time') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'on time') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'overdue') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'without a date') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'in all') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'in time') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'overdue') XXXXX
    XXX XXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXX gettext(u'without a date') XXXXX
  XXXXX
BBBBBBBB BBBB

BBBBB BBBBB
  XXXX gettext(u'“–”: what is filed at the counter or by post is not registered in this portal. Add it from your own register.') XXXXX
  XXXX gettext(u'Received: accepted in the period, and open when it began.') XXXXX
  XXXX gettext(u'Without a date: not a column of the form. The time limit is not known or cannot be counted, so nobody can say whether it was in time.') XXXXX
  XXXX gettext(u'In time, among what is being handled: also what waits for documents or a payment, unless it was overdue before.') XXXXX
BBBBBBBB BBBBB
