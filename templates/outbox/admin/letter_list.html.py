BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB BBBBBBBBBBBBBBBBB

BBBBB BBBBBBBB gettext(u'Letters') BBBBBBBB

BBBBB BBBBBBB
   gettext(u'Letters') 
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBB BBBBBBBBBBB
  XXXX XXXXXXXXXXXXXXXXXXXXX
    XXX gettext(u'The letters the portal sends by itself. Change the subject and the text of any of them; the greeting, the facts of the application, whom to ask and the signature stay around it. Letters that were sent keep what they said.') XXXX
    XXX gettext(u'Slips 01 to 06 of the one-stop procedure are not listed: their words are fixed by law.') XXXX
    BB BBB BBBBBBBBBBBBXXX gettext(u'This portal has no channel for short messages yet; their words can be prepared.') XXXXBBBBB
    BBB BBBBBB BBBBBBB BB BBBBBBBBBBBB
      XXX XXXXXXXXXXX XXXXXXXXXXXXX
      XXXX XXXXXXXXXXXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXX
        XXXXXX XXXXXXXXXXXXXXXX
          XXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Letter') XXXXXXXX XXXXXXXXXXXX gettext(u'What it says') XXXXXXXXXXXXXXXXXX
          XXXXXXX
            BBB BBBBBB BB BBBBBBB
              XXXX
                XXX XXXXXXXXXXXXXXXXX
                XXXXBBB BBBBB BBBBBBBBB BBB BB BBBBBBBBBBBBBBBXX XXXXXXBBB BBBBBBBBBBBBB BBBB BBBBBBBBBBBXXXXXXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXX X BB BBB gettext(u'changed on %(day)s') SSSSSSS SS SSSSSSSBBBB gettext(u'standard text') BBBBBXXXXBBBBBBXXXXX
              XXXXX
            BBBBBB
          XXXXXXXX
        XXXXXXXX
      XXXXXX
    BBBBBB
  XXXXXX
BBBBBBBB BBBBBBB
