"""The home page, guidance, notices and standing pages, quick links and banners, feedback; the demo.

Answers "what stands on the home page?" (home_page.py), "which notices are current?" (news.py), "what does every
installation begin with?" (setup.py). May import everything but search; home.demo alone may build submissions.
"""
