"""What Wagtail searches with: editors' lists and choosers, `Page.objects.search()`, images, documents, the API.

The two database backends of modelsearch, but words are read as the site reads them (search.engine.syllables) before
the database sees them, when they are kept and when they are asked for. The citizens' search does not stand on it.
`database.py` is what settings.WAGTAILSEARCH_BACKENDS names; imported by nothing else of ours but the commands.
"""
