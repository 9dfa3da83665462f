BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB

BBBBB BBBBBBBB gettext(u'Compared with the national portal') X BBBBBBBB

BBBBB BBBBBBB
   gettext(u'Compared with the national portal') 
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB BBBBBBBBBBBBBBB
  XXXX XXXXXXXXXXXXXXXXXXXXX
    XXX
      XX XXXXXXXXXXXX X
       gettext(u'record %(code)s, fetched %(day)s') SSSSSS SSSSSSSSS SSSSSSS SSSSSSS X
       ngettext(u'%(number)s difference', u'%(number)s differences', count) SSSSSSSSSS SSSSSSSSSSPPPPPPPPPP PPPPPPPPPPP
    XXXX
    BB BBBBBBBBBXX XXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXBBBBB
    BB BBBBXX XXXXXXXXXXXXXXXXX XXXXXXXXXXXXXX gettext(u'The page is locked: you can look, not choose.') XXXXBBBBB
    BB BBBBBB
      XXXXX XXXXXXXXXXXXXX
        BBBBBBBBBB
        XXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXXX
          XXXXXXXXXXX
            XXX XXXXXXXXXXXX gettext(u'Field') XXXXXXXX XXXXXXXXXXXX pgettext(u'difference', u'This page') XXXXX
            XXX XXXXXXXXXXXX pgettext(u'difference', u'National portal') XXXXXXXX XXXXXXXXXXXX pgettext(u'difference', u'Choose') XXXXX
          XXXXXXXXXXXXX
          BBB BBBBB BB BBBBBB
            XXXXXXX
              XXX XXXXXXXXXXXXXXXXXXXXXXXXXXX
                XXX XXXXXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXX FFFFFFBB BBBBBBBBBBBBBBBB X  gettext(u'the page may say it in its own words') BBBBBXXXXXXXXXXXX
                XXXXBB BBB BBBBBBBBBBBBBBBB BBB BBB BBBBXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXXXXXX gettext(u'Take the whole group') XXXXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXBBBBBXXXXX
              XXXXX
              BBB BBBB BB BBBBBBBBBBB
                XXXX
                  XXX XXXXXXXXXXX XXXXXXXXXXXBB BBBBBBBBBB BB BBBBBBBBBBBBBBXXXXXXXXXX gettext(u'only on the national portal') XXXXXXXBBBB BBBBBBBBBB BB BBBBBBBBBBBBXXXXXXXXXX gettext(u'only on this page') XXXXXXXBBBBBXXXXX
                  XXX XXXXXXXXXXX pgettext(u'difference', u'This page') XXBB BBBBBBBBBFFFFFFFFFFFFBBBBXXXXXX gettext(u'(nothing)') XXXXXXXBBBBBXXXXX
                  XXX XXXXXXXXXXX pgettext(u'difference', u'National portal') XXBB BBBBBBBBBBBFFFFFFFFFFFFBBBBXXXXXX gettext(u'(nothing)') XXXXXXXBBBBBXXXXX
                  XXXX
                    BB BBB BBBB
                      XXXX XXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXXXXXX
                        XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXXXX  pgettext(u'difference', u'Take') XXXXXXXX
                        XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXXXX  pgettext(u'difference', u'Keep') XXXXXXXX
                        XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXX XXXXXXXX  pgettext(u'difference', u'Later') XXXXXXXX
                      XXXXXX
                    BBBBB
                  XXXXX
                XXXXX
              BBBBBB
            XXXXXXXX
          BBBBBB
        XXXXXXXX
        BB BBB BBBB
          XX XXXXXXXXXXXXXXXXXXXXXXXXX
            XXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXX gettext(u'Write into the draft') XXXXXXXXX
            BB BBBBBXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXXX gettext(u'Take everything') XXXXXXXXXBBBBB
             gettext(u'What is kept is asked again only when the national record changes. What is left for later stays here.') 
          XXXX
        BBBBB
      XXXXXXX
    BBBB
      XXX gettext(u'The page says what the national record says, or what its editors decided to keep.') XXXX
    BBBBB
    BB BBBB
      XXXXXXXXX
        XXXXXXXXX gettext(u'Kept before') XXXXXXXXXX
        XXXXX XXXXXXXXXXXXXX
          BBBBBBBBBB
          XXXX
            BBB BBBBB BB BBBBBBB BBBB BB BBBBBBBBBBB
              XXXXX X BBBBBBB BBBBBBBBB BBB X BBBBBBB BBBBBBBBBBB BBB
                BB BBB BBBBXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXXXXXX gettext(u'Ask again') XXXXXXXXXBBBBBXXXXX
            BBBBBBBBBBBB
          XXXXX
        XXXXXXX
      XXXXXXXXXX
    BBBBB
    BB BBBBBBBB
      XXXX gettext(u'To be looked at in the record') XXXXX
      XXXXBBB BBB BB BBBBBBBBXXXXBB BBBBBBBBX BBBBBXXXXXBBBBBBXXXXX
    BBBBB
  XXXXXX
BBBBBBBB BBBBBBB
