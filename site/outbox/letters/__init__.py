"""Letters whose words editors may change: subject and text, with placeholders that stand for facts of the moment.

placeholders.py is what a text may hold (pure); registry.py knows every letter, with made-up facts to look at it;
writing.py writes one; views.py are the screens. A text is never a template: nothing in it reads an object.
"""
