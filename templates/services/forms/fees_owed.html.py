BBBB BBBB BBBBBB

XXXXXXXXBB BBBBBBBBBBBBB XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXBBBBB XXXXXXXXXXXXXXXXXXXXXXXXXXXX
  XXX XXXXXXXXXXXXXXXBB BBBBBBBBBBBBB gettext(u'The agency asks you to pay') BBBB gettext(u'Fees of this application') BBBBBXXXXX
  XXXXBBB BBBB BB BBBBBBBBBBXXXXXXXXXBBBBBBXXXXX
  BB BBBBBBBBBXXX gettext(u'The agency writes:')  FFFFFFFFFFFFXXXXBBBBB
  BB BBB BBBBBBBBBBBBBXXXBB BBBBBBBBBBBBBBBBB B B gettext(u'No payment has been recorded yet. Ask the agency which of these fees applies to you and when to pay it.') BBBB gettext(u'No payment has been recorded yet. Ask the agency when to pay it.') BBBBBXXXXBBBBB
  BB BBBBBBBBBBBBBXXX gettext(u'Pay by:')  BB BBBBBBBBBB gettext(u'the end of %(day)s') SSS SSS SS SSSSSSSBBBB gettext(u'the agency has named no day; ask it.') BBBBBXXXXBBBBB
  BB BBBBBBBBBBXXX gettext(u'Where and how to pay, as the agency writes:')  FFFFFFFFFFFFXXXXBBBBB
  BB BBBBBBBBBBBXXXXX XXXXXXX XXXXXXXXXXXXXXX gettext(u'Pay online') XXXXXXXX
  BBBBXXX gettext(u'There is no online payment on this portal yet: pay at the office and keep its receipt.') XXXXBBBBB
  BB BBB BBBBBBBBBB BBB BBB BBBBBBBBBBBXXX gettext(u'Where to pay:')  BB BBBBBBBBBBBBBXXXXBBB BBBB BB BBBBBBBBBBBBB BBB BBBBBBBBBBBBXXXXBBBBBBBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXXXXXXBBBBBXXXXBBBBB
XXXXXXXXXX
