"""Files: taken, judged by their content, cleaned, scanned, kept in private storage, handed out, swept away.

May import models, rules and definition. taking.py is the one door in, serving.py the one door out; kinds.py lists
what is taken; *_reading.py run in a process of their own (sandbox.py).
"""
