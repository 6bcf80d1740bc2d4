"""The numbers of an upload, in one place for the parent and the child process. Imports nothing."""

MEGABYTE = 1024 * 1024
MAX_BYTES = 8 * MEGABYTE
MAX_PAGES = 50
MAX_PIXELS = 40_000_000
CHILD_MEMORY = 512 * MEGABYTE
CHILD_CPU_SECONDS = 10
#: Waiting for a busy machine is not the file's fault, so the clock is more patient than the CPU limit.
CHILD_WALL_SECONDS = 60
#: A page drawn for a screen: as sharp as a good scan of A4, and no larger whatever the page says of its size.
DRAWN_DPI = 110
MAX_DRAWN_SIDE = 1800
