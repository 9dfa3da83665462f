"""National records: procedures as the national portal publishes them, kept, compared with our pages, applied.

A record becomes facts (mapping/, pure), facts and page are compared (comparing/, pure), what differs is applied to a
page or decided by its editors. The command `import_procedures` reads a file of records.
"""
