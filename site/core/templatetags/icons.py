"""`{% icon "clock" %}` shows an icon; `{% sprite %}…{% endsprite %}` ends what it holds with the symbols used in it."""

from django import template
from django.utils.safestring import SafeString

from core.icons import icon, sprite, used_icons

register = template.Library()
register.simple_tag(icon)


class SpriteNode(template.Node):
    """A piece of a page, followed by the symbols of its icons, whoever rendered them and in whichever context."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        markup = self.nodelist.render(context)
        return markup + sprite(used_icons(markup))


@register.tag("sprite")
def sprite_of(parser: template.base.Parser, token: template.base.Token) -> SpriteNode:
    """Return the node of `{% sprite %}…{% endsprite %}`."""
    nodelist = parser.parse(("endsprite",))
    parser.delete_first_token()
    return SpriteNode(nodelist)
