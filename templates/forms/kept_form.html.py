BBBB BBBB

BBBBBBBBB BB BBBB
BB BBBBBBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXX gettext(u'Not saved yet: you had to log in again, or had logged in elsewhere in the meantime. What you typed stands here again. Press the button again to send it.') XXXXBBBBB
BB BBBBBBBBBBXX XXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXX gettext(u'Files are not kept. Choose them again: %(names)s') SSSSS SSS SSS SSSSS SSSSSS SSSS SSSSSS SSSSSSSSSXXXXBBBBB
