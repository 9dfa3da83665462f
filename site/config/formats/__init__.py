"""How dates and times are typed, in either language as people here write them: day, month, year; Monday comes first."""
