"""{% placeholder "name" needed %}…{% endplaceholder %}: a part of a letter that editors may put where they like."""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context

from outbox.letters.sheet import Sheet

register = template.Library()


class PlaceholderNode(template.Node):
    """Renders what it holds, and has the sheet of the letter note it, where there is one."""

    def __init__(self, name: FilterExpression, nodelist: NodeList, *, is_needed: bool, variable: str) -> None:
        self.name = name
        self.nodelist = nodelist
        self.is_needed = is_needed
        self.variable = variable

    def render(self, context: Context) -> str:
        content: str = self.nodelist.render(context)
        sheet: Sheet | None = context.get("sheet")
        name = str(self.name.resolve(context))
        said = sheet.take(name, content, is_needed=self.is_needed) if sheet else content
        if not self.variable:
            return said
        context[self.variable] = said
        return ""


@register.tag
def placeholder(parser: Parser, token: Token) -> PlaceholderNode:
    """Return the node of {% placeholder "name" [needed] [as variable] %}; a variable is for a sentence that follows."""
    _tag, name, *rest = token.split_contents()
    nodelist = parser.parse(("endplaceholder",))
    parser.delete_first_token()
    variable = rest[-1] if "as" in rest else ""
    return PlaceholderNode(parser.compile_filter(name), nodelist, is_needed="needed" in rest, variable=variable)
