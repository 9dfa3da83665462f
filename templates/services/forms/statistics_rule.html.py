BBBB BBBB
XXXXXXXX XXXXXXXXXXXXXXXXXXXXXX
  XXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX gettext(u'How it is counted') XXXXXXXXXXXXXXXXX
  XXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXX
    XXXX
      XXXX gettext(u'Settled: the agency decided, stopped, or the citizen withdrew after the application had been accepted. An application that was not accepted, or was withdrawn before that, counts as filed only.') XXXXX
      XXXX gettext(u'Early: on a day before the appointment date. On time: on that day, before the hour of the appointment has passed. Late: after it.') XXXXX
      XXXX gettext(u'The time in which the agency waited for documents or a payment is not counted: the appointment date moves by it.') XXXXX
      XXXX gettext(u'A request for documents makes nothing late by itself; applications with a second or a late request are counted apart.') XXXXX
      XXXX gettext(u'Without a date: the time limit of the service is not known or cannot be counted. Such applications are left out of the share settled in time.') XXXXX
      XXXX gettext(u'An application that was passed on counts with the agency that has it now.') XXXXX
    XXXXX
  XXXXXX
XXXXXXXXXX
