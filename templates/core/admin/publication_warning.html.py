BBBB BBBB
BB BBBBBXX XXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXXXXX ngettext(u'%(count)s thing to mend before it can be published', u'%(count)s things to mend before it can be published', count) SSSSSSSSS SSSSS SS SSSS SSSSSS SS SSS SS SSSSSSSSSPPPPPPPPP PPPPPP PP PPPP PPPPPP PP PPP PP PPPPPPPPPXXXXBBBBB
