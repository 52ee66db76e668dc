"""Skiplink from Python: python3 skiplink.py PATH/TO/libskiplink.so PAGE.html"""
import ctypes
import json
import sys


class Skiplink:
    def __init__(self, library):
        self._library = ctypes.CDLL(library)
        self._library.skiplink_read.restype = ctypes.c_void_p
        self._library.skiplink_read.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p]
        self._library.skiplink_free.argtypes = [ctypes.c_void_p]

    def read(self, page: bytes, **options) -> dict:
        """Reads a page. Options as skiplink.h names them: url=, mode=, input= and so on; "with" goes in as **{"with": ["markdown"]}."""
        result = self._library.skiplink_read(page, len(page), json.dumps(options).encode())
        try:
            return json.loads(ctypes.string_at(result))
        finally:
            self._library.skiplink_free(result)


if __name__ == "__main__":
    with open(sys.argv[2], "rb") as file:
        article = Skiplink(sys.argv[1]).read(file.read(), source=sys.argv[2])
    print(article.get("error") or f"{article.get('title')}\n\n{article['text']}")
