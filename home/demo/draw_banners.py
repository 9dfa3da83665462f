"""Draws the two banner pictures: `python -m home.demo.draw_banners`. Plain shapes, no words, no emblem.

Needs the development requirements.
"""

from collections.abc import Callable

from PIL import Image, ImageDraw

from home.demo.content import FILES

WIDTH, HEIGHT = 1200, 300
FINE = 3
"""Drawn larger and scaled down, so that edges come out smooth."""
INK, PAPER, ACCENT, LIGHT = "#0b4f6c", "#ffffff", "#f2b134", "#d7e8ee"


def write_all() -> None:
    for name, draw in {"bang-chuan-bi-ho-so.png": papers, "bang-mot-cong.png": roads}.items():
        _picture("#e9f3ee" if draw is papers else "#eaf1f8", draw).save(FILES / name, optimize=True)


def _picture(background: str, draw: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), background)
    draw(ImageDraw.Draw(image))
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _at(*numbers: int) -> tuple[int, ...]:
    return tuple(number * FINE for number in numbers)


def papers(canvas: ImageDraw.ImageDraw) -> None:
    """Sheets of paper with ticked lines, laid side by side on a hill."""
    canvas.ellipse(_at(-200, 200, 1400, 700), fill=LIGHT)
    for left, top in ((250, 60), (520, 40), (790, 60)):
        canvas.rounded_rectangle(_at(left, top, left + 170, top + 210), radius=12 * FINE, fill=PAPER)
        for line in range(4):
            y = top + 38 + line * 42
            canvas.line(_at(left + 62, y, left + 145, y), fill=LIGHT, width=9 * FINE)
            canvas.line(_at(left + 24, y, left + 33, y + 9, left + 48, y - 11), fill=INK, width=6 * FINE, joint="curve")
    canvas.ellipse(_at(1010, 50, 1080, 120), fill=ACCENT)


def roads(canvas: ImageDraw.ImageDraw) -> None:
    """Several roads that meet at one gate."""
    for start in (20, 100, 180, 260):
        canvas.line(_at(0, start, 420, start, 640, 150), fill=LIGHT, width=16 * FINE, joint="curve")
        canvas.ellipse(_at(110, start - 17, 144, start + 17), fill=ACCENT)
    canvas.line(_at(640, 150, 1130, 150), fill=INK, width=20 * FINE)
    canvas.rounded_rectangle(_at(600, 60, 680, 240), radius=14 * FINE, fill=INK)
    canvas.rounded_rectangle(_at(622, 100, 658, 240), radius=18 * FINE, fill=PAPER)
    canvas.polygon(_at(1120, 110, 1185, 150, 1120, 190), fill=INK)


if __name__ == "__main__":
    write_all()
