"""The pixels of the screen, asked of the X server without a program in between."""

import ctypes
from functools import cache

Z_PIXMAP, ALL_PLANES = 2, 0xFFFFFFFF


class Iterator(ctypes.Structure):
    _fields_ = [("screen", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int)]


class Cookie(ctypes.Structure):
    _fields_ = [("sequence", ctypes.c_uint)]


class ScreenHead(ctypes.Structure):
    """How an xcb_screen_t begins."""
    _fields_ = [(name, ctypes.c_uint32) for name in ("root", "colormap", "white", "black", "masks")] + [
        ("width", ctypes.c_uint16), ("height", ctypes.c_uint16)]


class Screen:
    def __init__(self):
        self.free = ctypes.CDLL(None).free
        self.free.argtypes = [ctypes.c_void_p]
        xcb = self.xcb = ctypes.CDLL("libxcb.so.1")
        pointer = ctypes.c_void_p
        for name, result, *arguments in (
                ("connect", pointer, pointer, pointer), ("connection_has_error", ctypes.c_int, pointer),
                ("get_setup", pointer, pointer), ("setup_roots_iterator", Iterator, pointer),
                ("get_image", Cookie, pointer, ctypes.c_uint8, ctypes.c_uint32, ctypes.c_int16, ctypes.c_int16,
                 ctypes.c_uint16, ctypes.c_uint16, ctypes.c_uint32),
                ("get_image_reply", pointer, pointer, Cookie, pointer), ("get_image_data", pointer, pointer),
                ("get_image_data_length", ctypes.c_int, pointer)):
            function = getattr(xcb, f"xcb_{name}")
            function.restype, function.argtypes = result, arguments
        self.connection = xcb.xcb_connect(None, None)
        if xcb.xcb_connection_has_error(self.connection):
            raise OSError("no display")
        self.head = ScreenHead.from_address(xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(self.connection)).screen)

    def words(self, x, y, width, height):
        """Four bytes for each pixel: blue, green, red and one that says nothing. What is off the screen is left out."""
        left, top = max(x, 0), max(y, 0)
        width, height = min(x + width, self.head.width) - left, min(y + height, self.head.height) - top
        if width <= 0 or height <= 0:
            return b""
        reply = self.xcb.xcb_get_image_reply(self.connection, self.xcb.xcb_get_image(
            self.connection, Z_PIXMAP, self.head.root, left, top, width, height, ALL_PLANES), None)
        if not reply:
            raise OSError("the screen cannot be read")
        try:
            return ctypes.string_at(self.xcb.xcb_get_image_data(reply), self.xcb.xcb_get_image_data_length(reply))
        finally:
            self.free(reply)


@cache
def screen():
    return Screen()


def words(place=None):
    return screen().words(*(place or (0, 0, screen().head.width, screen().head.height)))


def pixels(place=None):
    """Of a place (x, y, width, height), or of the whole screen: red, green and blue of each, row by row."""
    four = words(place)
    three = bytearray(len(four) // 4 * 3)
    three[0::3], three[1::3], three[2::3] = four[2::4], four[1::4], four[0::4]
    return bytes(three)


def colours(place=None):
    """All that are there, as 0xRRGGBB."""
    return {word & 0xFFFFFF for word in set(memoryview(words(place)).cast("I"))}
