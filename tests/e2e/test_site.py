"""What a visitor does on the public pages, in Chromium."""


def test_service_opens_from_the_list(visitor):
    visitor.opens("/dich-vu/")
    link = visitor.page.locator("main article h3 a").first
    title = link.inner_text().strip()
    link.click()
    assert title in visitor.page.locator("h1").inner_text()


def test_search_without_tone_marks_finds_the_building_permit(visitor):
    visitor.opens("/tim-kiem/?q=giay+phep+xay+dung")
    assert "giấy phép xây dựng" in visitor.page.locator("main").inner_text().lower()


def test_language_of_the_page_is_marked(visitor):
    languages = {}
    for path in ("/", "/en/"):
        visitor.opens(path)
        languages[path] = visitor.page.locator("html").get_attribute("lang")
    assert languages == {"/": "vi", "/en/": "en"}


def test_a_citizen_without_script_sees_only_the_papers_of_their_case(open_as):
    page = open_as(java_script_enabled=False)
    page.goto("/dich-vu/dang-ky-thuong-tru/")
    papers = page.locator("section[aria-labelledby=papers] table")
    before = papers.count()
    page.locator(".portal-choice input[type=radio]").first.check(force=True)
    page.locator(".portal-choice button").click()
    assert "truong-hop=" in page.url
    assert 0 < papers.count() < before
