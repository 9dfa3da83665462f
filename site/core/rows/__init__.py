"""Rows of a page's form (fees, papers …): closed by default, their fields fetched when one opens them.

`formset` says what a posted row means, `panel` shows the rows, `fields` answers the fields of one that is opened,
`summaries` is what a closed row tells of itself.
"""
