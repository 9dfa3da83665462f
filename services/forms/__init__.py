"""Online filing: the form of a service, the submission a citizen files, the officers' desk.

Rooms, top to bottom (":" = the same floor; pyproject.toml keeps the directions):
`desk : views : management` → `privacy : routines` → `actions` → `slips : messages : form_versions`
→ `answering : statistics : uploads : audit : submissions` → `models` → `rules` → `definition : clock`.
Outside the rooms stand the URL map, the admin's menus and the app itself. No other app imports this one;
config names it in strings, and only home.demo builds submissions, through `actions`.
"""
