#!/usr/bin/env python3
"""Draws icon.png, the icon of the packages: a page whose menu is skipped by an arrow to its main text.

Run it beside the file that it writes; it needs Python alone.
"""
import math
import struct
import zlib

SIZE, SAMPLES = 128, 4
BACKGROUND, PAPER, MENU, TEXT, ARROW = (24, 78, 119), (255, 255, 255), (188, 202, 214), (40, 54, 66), (232, 119, 34)


def in_rounded(x, y, left, top, right, bottom, radius):
    dx = max(left + radius - x, x - (right - radius), 0)
    dy = max(top + radius - y, y - (bottom - radius), 0)
    return left <= x <= right and top <= y <= bottom and dx * dx + dy * dy <= radius * radius


def colour(x, y):
    """The colour of a point, transparent outside the tile."""
    if not in_rounded(x, y, 0, 0, 128, 128, 22):
        return None
    # The arrow: half a ring from the top of the page to its text, and a head.
    distance = math.hypot(x - 42, y - 58)
    if x <= 42 and 22 <= distance <= 31:
        return ARROW
    if 40 <= x <= 58 and abs(y - 84.5) <= (58 - x) * 0.85:
        return ARROW
    if in_rounded(x, y, 34, 14, 112, 114, 7):
        for top in (26, 38, 50):
            if in_rounded(x, y, 58, top, 102, top + 6, 3):
                return MENU
        for top, right in ((68, 102), (81, 102), (94, 88)):
            if in_rounded(x, y, 64, top, right, top + 8, 3):
                return TEXT
        return PAPER
    return BACKGROUND


def pixel(column, row):
    total, covered = [0, 0, 0], 0
    for i in range(SAMPLES * SAMPLES):
        found = colour(column + (i % SAMPLES + 0.5) / SAMPLES, row + (i // SAMPLES + 0.5) / SAMPLES)
        if found:
            covered += 1
            total = [a + b for a, b in zip(total, found)]
    alpha = 255 * covered // (SAMPLES * SAMPLES)
    return bytes([*(c // max(covered, 1) for c in total), alpha])


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


rows = b"".join(b"\0" + b"".join(pixel(c, r) for c in range(SIZE)) for r in range(SIZE))
with open("icon.png", "wb") as png:
    png.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)))
    png.write(chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
