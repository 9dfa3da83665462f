BBBBBBB BBBBBBBBBBB
BBBB BBBB BBBBBB

BBBBB BBBBBBB BBBBBBBBBBB gettext(u'Error:')  BBBBBX BBBBBBBB

BBBBB BBBBBBBB BBBBBBBBXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBBBBBBBBBB

BBBBB BBBBBBBBBBBBBXXXXFFFFFFXXXXXBBBBBBBB

BBBBB BBBBBBB
  XXXXXXXX XXXXXXXXXXXXXXXXXXXXXXX
    
    XX XXXXXXXXXXXXXXXXXXXXXXXXXXX
    XXXXXXXXX
    XXXX XXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX
      XXX gettext(u'The time limit counts from the moment the office accepts a complete application, not from the moment you send it. What is worked out here is no promise: the date that holds is the one the office gives you at acceptance.') XXXX
    XXXXXX
    BB BBBBBBBBBB
      XXXXX XXXXXXXXXXXX XXXXXXXXXXXXXXXX XXXXXXXXXXX
        
        XXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXX gettext(u'Work out the date') XXXXXXXXX
      XXXXXXX
    BBBB
      XXX gettext(u'The time limit of this service is not published, so no date can be worked out; ask where applications are received') BB BBB XXBBBBBXXXXX
    BBBBB
    BB BBBBBB BBB BBB BBBBBBBBXXXBB BBBBBBBBBBBBB gettext(u'The office is closed at this moment: below it is worked out for an acceptance at its next opening.') BBBB gettext(u'Below it is worked out for an acceptance now.') BBBBBXXXXBBBBB
    BBB BBB BB BBBBBB
      BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBB BBBBBBBBBBBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBB BBBB
    BBBBB
      BB BBBBBBBBBB BBB BBB BBBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'No time limit is published for this way of filing; ask where applications are received') BB BBB XXBBBBBXXXXXBBBBB
    BBBBBB
    BB BBBBBBBBBB BBB BBBBBBBBBBBBXXXXX XXXXXXXX gettext(u'Work it out with a request for documents') XXXXXXXXBBBBB
    XXXFFFFFFX  gettext(u'everything about this service') XXXX
  XXXXXXXXXX
BBBBBBBB BBBBBBB
