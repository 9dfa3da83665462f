BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBB BBBB
BBBBB BBBBBBBBBBBBBBBBB
  XXX XXXXXXXXXXXXX gettext(u'Words') XXXXX
  XXX gettext(u'We extract the main content from the page preview, remove all formatting, and calculate the number of words.') XXXX
  XXX XXXXXXXXXXXXX gettext(u'Reading time') XXXXX
  XXX gettext(u'We calculate reading time from word count, using different reading speeds for different languages.') XXXX
  XXX XXXXXXXXXXXXX gettext(u'Readability') XXXXX
  XXX gettext(u'We use a readability formula based on length of words and sentences. Long sentences and words result in a worse readability score.') XXXX
BBBBBBBB BBBBBBBBBBBBBBBBB
