"""What is noted while a letter's template is rendered: each placeholder with what it stands for this time."""

from dataclasses import dataclass, field


@dataclass
class Sheet:
    """`as_form` leaves placeholders in the place of what they stand for: the standard text as editors begin with it."""

    as_form: bool = False
    values: dict[str, str] = field(default_factory=dict)
    needed: list[str] = field(default_factory=list)

    def take(self, name: str, content: str, *, is_needed: bool) -> str:
        """Note a placeholder; return what stands in its place, with the blanks and line ends around it."""
        value = content.strip()
        self.values[name] = value
        if is_needed and name not in self.needed:
            self.needed.append(name)
        if not self.as_form:
            return content
        before, after = content[: len(content) - len(content.lstrip())], content[len(content.rstrip()) :]
        return f"{before}{{{name}}}{after if value else ''}"
