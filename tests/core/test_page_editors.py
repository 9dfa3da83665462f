"""The editor's page is sent without blank lines, and no text loses one."""

from core.page_editors import without_blank_lines


def test_blank_lines_go_except_in_what_is_a_text():
    page = b"<p>a</p>\n\n   \n<textarea>one\n\n\ntwo</textarea>\n\n<script>x\n\ny</script>\n  \n<b>c</b>"
    sent = b"<p>a</p>\n<textarea>one\n\n\ntwo</textarea>\n<script>x\n\ny</script>\n<b>c</b>"
    assert without_blank_lines(page) == sent
