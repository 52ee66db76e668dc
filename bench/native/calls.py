"""Calls the native library many times from several threads and prints how much memory the process holds: python3 calls.py LIBRARY [CALLS] [PAGE...]

Every answer is compared with the first one for its page, sound or not. Exit 1 when one differs, or when memory grew by more than a twentieth and 5 MB after the second fifth."""
import ctypes
import glob
import os
import sys
import threading

library = ctypes.CDLL(sys.argv[1])
library.skiplink_read.restype = ctypes.c_void_p
library.skiplink_read.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p]
library.skiplink_free.argtypes = [ctypes.c_void_p]
calls = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
samples = os.path.join(os.path.dirname(__file__), "..", "..", "samples")
pages = [open(path, "rb").read() for path in sys.argv[3:] or sorted(glob.glob(os.path.join(samples, "*.html")))]
# Sound and unsound options alike: what is refused must not leak either.
jobs = [(page, options) for page in pages + [b"", b"\xff\xfe\x00<"] for options in (None, b'{"with":["markdown"],"url":"https://example.org/a"}', b'{"mode":1}', b"{")]


def answer(job):
    json = library.skiplink_read(job[0], len(job[0]), job[1])
    text = ctypes.string_at(json)
    library.skiplink_free(json)
    return text


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


expected = [answer(job) for job in jobs]
differing = 0


def run(start, count):
    global differing
    for i in range(start, start + count):
        if answer(jobs[i % len(jobs)]) != expected[i % len(jobs)]:
            differing += 1


THREADS, PARTS, sizes = 4, 5, []
for part in range(PARTS):
    threads = [threading.Thread(target=run, args=(t * 7, calls // THREADS // PARTS)) for t in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sizes.append(resident())
    print(f"{calls * (part + 1) // PARTS} calls from {THREADS} threads: {sizes[-1]:.1f} MB resident, {differing} answers differ")
sys.exit(1 if differing or sizes[-1] > sizes[1] * 1.05 + 5 else 0)
